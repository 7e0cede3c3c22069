import type { Question } from './question.ts'
import type { SurveyVersion } from './survey.ts'

type Asked = Pick<SurveyVersion, 'questions' | 'promise'>

/** What is different in a version from the one before, as sentences. */
export function differencesBetween(before: Asked, after: Asked): string[] {
  const had = new Map(before.questions.map((question) => [question.key, question]))
  const has = new Set(after.questions.map(({ key }) => key))
  const gone = before.questions.filter(({ key }) => !has.has(key))
  const wanders = movedBetween(before.questions, after.questions)
  return [
    ...(before.promise === after.promise ? [] : [`The promise was “${before.promise}” and is “${after.promise}”.`]),
    ...after.questions.flatMap((question) => {
      const old = had.get(question.key)
      if (!old) return [`Added “${question.text}”.`]
      return [...changesOf(old, question), ...(wanders.has(question.key) ? [`Moved “${question.text}”.`] : [])]
    }),
    ...gone.map(({ text }) => `Removed “${text}”.`),
  ]
}

function changesOf(old: Question, now: Question): string[] {
  const { text: oldText, page: oldPage, asked: oldAsked, options: oldOptions, rows: oldRows, type: oldType, ...oldRest } = old
  const { text, page, asked, options, rows, type, ...rest } = now
  const said = [
    oldText !== text && `Reworded “${oldText}” to “${text}”.`,
    oldType !== type && `Changed how “${text}” is answered.`,
    ...labelled('answers', text, oldOptions, options),
    ...labelled('rows', text, oldRows, rows),
    !isSame(oldAsked, asked) && `Changed who is asked “${text}”.`,
    oldPage !== page && (page === undefined ? `“${text}” no longer starts a page.` : `A page starts at “${text}”.`),
    !isSame(oldRest, rest) && `Changed the settings of “${text}”.`,
  ]
  return said.filter((sentence) => sentence !== false)
}

type Labels = Question['options']

function labelled(what: string, text: string, old: Labels = [], now: Labels = []): (string | false)[] {
  const labels = (some: Labels = [], others: Labels = []) =>
    some.filter(({ value }) => !others.some((other) => other.value === value)).map(({ label }) => `“${label}”`)
  const [added, removed] = [labels(now, old), labels(old, now)]
  return [
    added.length > 0 && `Added ${what} to “${text}”: ${added.join(', ')}.`,
    removed.length > 0 && `Removed ${what} from “${text}”: ${removed.join(', ')}.`,
    added.length + removed.length === 0 && !isSame(old, now) && `Put the ${what} to “${text}” in another order.`,
  ]
}

/** The fewest questions that must have been moved to turn one order into the other: all but a longest run that kept its order. */
function movedBetween(before: readonly Question[], after: readonly Question[]): Set<string> {
  const place = new Map(before.map(({ key }, at) => [key, at]))
  const kept = after.flatMap(({ key }) => (place.has(key) ? [key] : []))
  const runs: string[][] = []
  for (const key of kept) {
    const ends = runs.filter((run) => (place.get(run.at(-1) ?? '') ?? 0) < (place.get(key) ?? 0))
    const longest = ends.reduce<string[]>((best, run) => (run.length > best.length ? run : best), [])
    runs.push([...longest, key])
  }
  const stayed = new Set(runs.reduce<string[]>((best, run) => (run.length > best.length ? run : best), []))
  return new Set(kept.filter((key) => !stayed.has(key)))
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
