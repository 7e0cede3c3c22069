import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type CountedResults, type Shown, trueTables } from '#capabilities/results'
import { fixTables } from './fixed-table.ts'

interface Asked {
  several?: boolean
  options: readonly number[]
  answered: number
}

const counted = (total: number, { several = false, options, answered }: Asked, theme = { comments: 0, responses: 0 }): CountedResults => ({
  channels: [{ channel: 'web', label: 'On this website', count: total }],
  questions: [
    {
      key: 'q1',
      text: 'How do you travel?',
      several,
      options: options.map((count, place) => ({ option: `o${place}`, label: `Option ${place}`, count })),
      answered,
      notAnswered: total - answered,
    },
  ],
  comments: { comments: total, coded: theme.comments },
  frames: [{ id: 'f', title: 'Frame', themes: [{ themeId: 't', fullName: 'Parking', ...theme }] }],
})

/** Everything about the question that is shown, as one line. */
function shownOf(total: number, asked: Asked): Shown[] {
  const { responses, questions } = fixTables(counted(total, asked))
  const [question] = questions
  return [responses, ...question!.options.map(({ count }) => count), question!.answered, question!.notAnswered]
}

/** For each line that can be seen, every truth it could stand for. Fails where some hidden number can have one value alone. */
function assertNothingIsDerived(worlds: readonly { total: number; asked: Asked }[]) {
  const seen = Map.groupBy(worlds, ({ total, asked }) => String(shownOf(total, asked)))
  for (const [line, truths] of seen) {
    for (const [place, cell] of line.split(',').entries()) {
      if (cell !== '*') continue
      const values = new Set(truths.map(({ total, asked }) => [total, ...asked.options, asked.answered, total - asked.answered][place]))
      assert.ok(values.size > 1, `${line} gives away number ${place}: ${[...values]}`)
    }
  }
}

const upTo = (most: number) => Array.from({ length: most + 1 }, (_, number) => number)

test('INS-3: nobody who knows the rule and has a computer can work out a hidden answer to a question with one choice', () => {
  const worlds = upTo(18).flatMap((total) =>
    upTo(total).flatMap((first) =>
      upTo(total - first).flatMap((second) => ({ total, asked: { options: [first, second], answered: first + second } })),
    ),
  )
  assertNothingIsDerived(worlds)
})

test('INS-3: nor an answer to a question with several choices', () => {
  const worlds = upTo(11).flatMap((total) =>
    upTo(total).flatMap((answered) =>
      upTo(answered).flatMap((first) =>
        upTo(answered).flatMap((second) =>
          upTo(answered).map((third) => ({ total, asked: { several: true, options: [first, second, third], answered } })),
        ),
      ),
    ),
  )
  // Whoever answered chose something, and the journalist knows that too.
  assertNothingIsDerived(worlds.filter(({ asked: { options, answered } }) => options.reduce((sum, count) => sum + count) >= answered))
})

test('INS-3: no number from 1 to 4 is shown, alone or as the difference from a whole', () => {
  const isSmall = (count: number) => count > 0 && count < 5
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 }),
      fc.nat(60),
      fc.nat(60),
      fc.array(fc.nat(60), { minLength: 1, maxLength: 5 }),
      (total, of, spoke, ticks) => {
        const answered = Math.min(of, total)
        const responses = Math.min(spoke, total)
        const options = ticks.map((count) => Math.min(count, answered))
        const shown = fixTables(counted(total, { several: true, options, answered }, { responses, comments: responses }))
        const [question] = shown.questions
        const [theme] = shown.frames[0]!.themes
        for (const whole of [shown.responses, question!.answered])
          for (const part of [
            ...question!.options.map(({ count }) => count),
            question!.answered,
            question!.notAnswered,
            theme!.responses,
            shown.coded,
          ]) {
            if (part === '*') continue
            assert.ok(!isSmall(part))
            if (whole !== '*' && part !== question!.notAnswered && part !== shown.coded && whole >= part)
              assert.ok(!isSmall(whole - part), `${part} of ${whole}`)
          }
      },
    ),
  )
})

test('INS-3: where few responded at all, nothing is shown', () => {
  const { responses, channels, questions, comments, coded, frames } = fixTables(
    counted(4, { options: [4, 0], answered: 4 }, { comments: 4, responses: 4 }),
  )
  assert.deepEqual([responses, channels[0]!.count, comments, coded], ['*', '*', '*', '*'])
  assert.deepEqual(
    questions[0]!.options.map(({ count }) => count),
    ['*', '*'],
  )
  assert.deepEqual([frames[0]!.themes[0]!.comments, frames[0]!.themes[0]!.responses], ['*', '*'])
})

test('the two figures of a theme are hidden together', () => {
  const { frames } = fixTables(counted(60, { options: [60], answered: 60 }, { comments: 9, responses: 3 }))
  assert.deepEqual(frames[0]!.themes[0], { themeId: 't', name: 'Parking', comments: '*', responses: '*' })
})

test('large numbers, and nought, are shown as they are', () => {
  const results = counted(60, { options: [40, 0, 10], answered: 50 }, { comments: 20, responses: 15 })
  assert.deepEqual(fixTables(results), trueTables(results))
})
