import { writeFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import type { Answer, Command, Option, Options, Workplace } from '#platform/commands.ts'
import type { Json } from '#platform/digests.ts'
import { Refused } from '#platform/errors.ts'
import { type Evaluation, evaluate } from './evaluation.ts'
import { type Labelled, labelledComments } from './labelled-comment.ts'
import { type Columns, findColumns, type Named, readTable } from './labelled-file.ts'
import { fromBytes, learn, suggest, toBytes } from './learner.ts'

const columnOptions: readonly Option[] = [
  { flags: '--text <column>', about: 'the column that holds the words; else “FFT answer”, “text” or the like' },
  { flags: '--question <column>', about: 'the question that was asked' },
  { flags: '--respondent <column>', about: 'who said it: nobody is both learned from and tested on' },
  { flags: '--sentiment <column>', about: 'from 1, very positive, to 5, very negative' },
  { flags: '--id <column>', about: 'what tells a comment from all others' },
  { flags: '--score <column>', about: 'a score that was given with it' },
  { flags: '--service <column>', about: 'the service it is about' },
]

const trainCommand: Command = {
  name: 'suggest train',
  about: 'Learn to suggest themes from a file of comments that people labelled, and keep what was learned in a file.',
  pure: true,
  options: [
    { flags: '--train <file>', about: 'comments with a column of 0 and 1 for each label', required: true },
    { flags: '--out <file>', about: 'where the model goes', required: true },
    ...columnOptions,
  ],
  async run(place, _, options) {
    const { labelled, columns } = await readLabelled(place, String(options.train), namedIn(options))
    say(place, 'training', labelled)
    const model = learn(withSome(labelled, 'training'), {
      definitions: names(columns),
      onProgress: (done, total) => place.progress(done, total),
    })
    const bytes = toBytes(model)
    await writeFile(String(options.out), bytes)
    const json = { comments: labelled.examples.length, themes: model.themes.length, bytes: bytes.length, left_out: labelled.leftOut }
    return {
      json,
      text: `Learned ${columns.labels.length} themes from ${count(json.comments)} comments. The model has ${count(bytes.length)} bytes.`,
    }
  },
}

const evalCommand: Command = {
  name: 'suggest eval',
  about: 'Learn from one file of labelled comments and test on another, beside a plain linear classifier.',
  pure: true,
  options: [
    { flags: '--train <file>', about: 'comments to learn from', required: true },
    { flags: '--test <file>', about: 'comments to test on; looked at only to be scored', required: true },
    ...columnOptions,
  ],
  async run(place, _, options) {
    const named = namedIn(options)
    const train = await readLabelled(place, String(options.train), named)
    const known = new Set(train.columns.labels.map(({ theme }) => theme))
    const test = await readLabelled(place, String(options.test), named, known)
    say(place, 'training', train.labelled)
    say(place, 'test', test.labelled)
    const themes = test.columns.labels.map(({ theme }) => theme)
    const unknown = themes.filter((theme) => !known.has(theme))
    if (unknown.length > 0)
      place.write(`Labels that the training file does not have, so that nobody could learn them: ${unknown.join(', ')}.`)
    const people = new Set(train.labelled.examples.map(({ respondent }) => respondent))
    const both = new Set(test.labelled.examples.map(({ respondent }) => respondent).filter((one) => people.has(one)))
    if (both.size > 0 && train.columns.respondent !== -1 && test.columns.respondent !== -1)
      place.write(`People in both files: ${count(both.size)}. The test says too much good of what was learned from them.`)
    const found = evaluate(withSome(train.labelled, 'training'), withSome(test.labelled, 'test'), {
      themes,
      definitions: names(train.columns),
      onProgress: (done, total) => place.progress(done, total),
    })
    return { json: { ...found, not_known: unknown } as unknown as Json, text: inWords(found) }
  },
}

const runCommand: Command = {
  name: 'suggest run',
  takes: '<file>',
  about: 'Suggest themes and sentiment for a file of comments.',
  pure: true,
  options: [{ flags: '--model <file>', about: 'what “suggest train” wrote', required: true }, ...columnOptions],
  async run(place, [name = '-'], options): Promise<Answer> {
    const model = fromBytes(await buffer(place.open(String(options.model))))
    const { labelled } = await readLabelled(place, name, namedIn(options), new Set(), { needLabels: false })
    say(place, 'comments', labelled)
    const made: Json[] = []
    const lines: string[] = []
    const size = 500
    for (let from = 0; from < labelled.examples.length; from += size) {
      const part = labelled.examples.slice(from, from + size)
      suggest(model, part).forEach(({ themes, offered, uncertainty, sentiment }, at) => {
        const { id } = part[at]!
        made.push({
          id,
          offered,
          uncertainty,
          sentiment,
          themes: themes.map(({ because, ...one }) => ({ ...one, because: because.map(({ start, end }) => [start, end]) })),
        })
        lines.push(`${id}: ${offered.join('; ') || 'nothing likely'}`)
      })
      place.progress(Math.min(from + size, labelled.examples.length), labelled.examples.length)
    }
    return { json: { suggestions: made }, text: lines.join('\n') }
  },
}

export const commands: readonly Command[] = [trainCommand, evalCommand, runCommand]

// A label's name says something of its meaning, and is all there is where few comments have it.
const names = ({ labels }: Columns) => labels.map(({ theme }) => ({ theme, words: theme }))

function namedIn(options: Options): Named {
  const names = ['text', 'question', 'respondent', 'sentiment', 'id', 'score', 'service'] as const
  return Object.fromEntries(names.flatMap((name) => (typeof options[name] === 'string' ? [[name, options[name]]] : [])))
}

async function readLabelled(place: Workplace, file: string, named: Named, known?: ReadonlySet<string>, needs?: { needLabels: boolean }) {
  const table = await readTable(place.open(file))
  const columns: Columns = findColumns(table, named, known)
  return { columns, labelled: labelledComments(table, columns, needs) }
}

function withSome({ examples }: Labelled, which: string) {
  if (examples.length === 0) throw new Refused(`The ${which} file has no comment with words and a label.`)
  return examples
}

function say(place: Workplace, which: string, { examples, leftOut, noticed }: Labelled): void {
  place.write(`In the ${which} file: ${count(examples.length)} comments.`)
  for (const [reason, rows] of Object.entries(leftOut)) place.write(`  Left out: ${count(rows)} (${reason}).`)
  for (const [reason, rows] of Object.entries(noticed)) place.write(`  Noticed: ${count(rows)} (${reason}).`)
}

const count = (number: number) => number.toLocaleString('en-GB')

function inWords({ baseline, per_theme, ...ours }: Evaluation): string {
  const figure = (share: number | null) => (share === null ? '     –' : share.toFixed(3).padStart(6))
  const measures = ['micro_f1', 'macro_f1', 'exact_match', 'sentiment_accuracy'] as const
  return [
    `Tested on ${count(ours.n)} comments.`,
    `${''.padEnd(20)}  model  plain`,
    ...measures.map((name) => `${name.padEnd(20)} ${figure(ours[name])} ${figure(baseline[name])}`),
    '',
    '     n  precision recall    F1  theme',
    ...per_theme.map(
      ({ theme, n, precision, recall, f1 }) => `${count(n).padStart(6)}     ${figure(precision)} ${figure(recall)} ${figure(f1)}  ${theme}`,
    ),
  ].join('\n')
}
