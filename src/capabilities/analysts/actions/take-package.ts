import { harmless } from '#capabilities/contributions'
import { typeOf } from '#capabilities/surveys'
import { findFrame, listThemes, readDown } from '#capabilities/themes'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, Refused } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { readFile } from '#platform/files.ts'
import { type Package, type PackageState, stateOf } from '../package.ts'
import { columnsFor, type PackageColumn, smallValues } from '../package-column.ts'
import { createPackageFile, csvLine, csvMark } from '../package-file.ts'
import { neverIn, noteFor } from '../package-note.ts'
import { mayAnalyse } from '../policy.ts'
import { listAskedInWords, listDocuments, listQuestions, type PackedResponse, readResponses } from '../queries/contents.ts'
import { findPackage } from '../queries/packages.ts'
import { findWhole } from './find-whole.ts'

const closed: Readonly<Record<Exclude<PackageState, 'open'>, string>> = {
  'not yet': 'This package opens on a later day. Its page says when.',
  over: 'The time you had for this package is over. Ask whoever made it for more time.',
  'taken back': 'Access to this package was taken back. Ask whoever made it.',
}

/** The analyst's own package, while it is open to them. Throws NotFound for another's and Refused out of its time. */
export async function findOpenPackage(ctx: Context, id: string): Promise<Package> {
  allowOnly(mayAnalyse(ctx.actor))
  const pack = await findPackage(ctx.db, id, staffId(ctx.actor) ?? '')
  const state = stateOf(pack, ctx.today)
  if (state !== 'open') throw new Refused(closed[state])
  return pack
}

/** Write down that the analyst takes their package. To be committed before the first byte goes. */
export async function takePackage(ctx: Context, id: string): Promise<Package> {
  const pack = await findOpenPackage(ctx, id)
  await record(ctx, 'analysis-package.downloaded', id, {}, { publicPagesStay: true })
  return pack
}

/** Write down how the sending ended. */
export const endTaking = (ctx: Context, { id }: Package, isWhole: boolean) =>
  record(ctx, isWhole ? 'analysis-package.download-finished' : 'analysis-package.download-failed', id, {}, { publicPagesStay: true })

/** The zip, piece by piece, in one snapshot: what may be read now, by the numbers dealt when the package was made. */
export async function* packedParts(ctx: Context, pack: Package): AsyncGenerator<Uint8Array> {
  const { db } = ctx
  const questions = await listQuestions(db, pack)
  const asked = await listAskedInWords(db, pack.id, questions)
  const { columns, leftOut } = columnsFor(questions)
  const closedOnes = columns.filter(({ values }) => values !== null)
  const { small, responses, comments } = await tally(db, pack.id, closedOnes)
  const kept = closedOnes.filter(({ key }) => small.get(key) !== null)
  const hidden = closedOnes.filter(({ key }) => small.get(key) === null)
  const valuesOf = (response: PackedResponse) => {
    const all = cellsOf(closedOnes, response)
    return kept.map(({ key }) => (small.get(key)?.has(all[key] ?? '') ? '' : (all[key] ?? '')))
  }
  async function* lines(lineOf: (response: PackedResponse) => string) {
    for await (const page of readResponses(db, pack.id)) yield page.map(lineOf).join('')
  }
  const zip = createPackageFile()
  const labels = new Map(kept.map(({ key, values }) => [key, new Map((values ?? []).map((one) => [one.value, one.label]))]))

  const header = ['response', ...kept.map(({ key }) => key), ...asked.map(({ key }) => `${key} (words)`)]
  yield* zip.add(
    'responses.csv',
    chained(
      csvMark + csvLine(header),
      lines((response) =>
        csvLine([
          String(response.number),
          ...valuesOf(response).map((value, at) => harmless(labels.get(kept[at]!.key)?.get(value) ?? value)),
          ...asked.map(({ key }) => harmless(response.words[key] ?? '')),
        ]),
      ),
    ),
  )
  yield* zip.add(
    'responses.jsonl',
    lines((response) => {
      const values = valuesOf(response)
      const answers = Object.fromEntries(kept.flatMap(({ key }, at) => (values[at] ? [[key, values[at]]] : [])))
      return `${JSON.stringify({ response: response.number, answers, words: response.words })}\n`
    }),
  )
  yield* zip.add('dictionary.csv', [
    csvMark,
    csvLine(['column', 'label', 'values']),
    ...kept.map(({ key, label, values }) =>
      csvLine([key, harmless(label), harmless((values ?? []).map((one) => `${one.value} = ${one.label}`).join('; '))]),
    ),
    ...asked.map(({ key, text }) => csvLine([key, harmless(text), 'words'])),
  ])

  yield* zip.add(
    'respondents.jsonl',
    lines(({ number }) => `${JSON.stringify({ themefinder_id: number })}\n`),
  )
  for (const [at, { key, text }] of asked.entries()) {
    const folder = `question_part_${at + 1}`
    yield* zip.add(`${folder}/question.json`, [`${JSON.stringify({ question_number: at + 1, question_text: text }, null, 2)}\n`])
    yield* zip.add(
      `${folder}/responses.jsonl`,
      lines(({ number, words }) => (words[key] === undefined ? '' : `${JSON.stringify({ themefinder_id: number, text: words[key] })}\n`)),
    )
  }

  const frame = pack.frameId === null ? null : await findFrame(db, pack.frameId)
  if (frame) yield* zip.add('frame.csv', codeBook(await listThemes(db, frame.id)))
  const documents = pack.surveyId === null ? [] : await listDocuments(db, { surveyId: pack.surveyId, packageId: pack.id })
  for (const [at, { fileId, name }] of documents.entries()) yield* zip.add(`documents/${at + 1} ${name}`, readFile(db, fileId))
  const note = noteFor({
    pack,
    commissioner: ctx.commissioner.name,
    of: (await findWhole(ctx, pack)).title,
    today: ctx.today,
    responses,
    comments,
    documents,
    leftOut: [...neverIn, ...leftOut, ...hidden.map(({ label }) => `The column “${label}”: some of its answers are too rare.`)],
    frame: frame?.title ?? null,
  })
  yield* zip.add('README.txt', [note])
  yield* zip.end({ package: pack.id, title: pack.title, taken: ctx.now.toISOString() })
}

async function tally(db: Context['db'], packageId: string, columns: readonly PackageColumn[]) {
  const counts = new Map(columns.map(({ key }) => [key, new Map<string, number>()]))
  let responses = 0
  let comments = 0
  for await (const page of readResponses(db, packageId))
    for (const response of page) {
      responses += 1
      comments += Object.keys(response.words).length
      const cells = cellsOf(columns, response)
      for (const [key, values] of counts) values.set(cells[key] ?? '', (values.get(cells[key] ?? '') ?? 0) + 1)
    }
  return { small: smallValues(counts), responses, comments }
}

function cellsOf(columns: readonly PackageColumn[], { choices }: PackedResponse): Record<string, string> {
  const questions = new Set(columns.map(({ question }) => question))
  return Object.assign(
    {},
    ...[...questions].map((question) =>
      Object.hasOwn(choices, question.key) ? typeOf(question).cells(question, { choices: [...choices[question.key]!], words: null }) : {},
    ),
  )
}

function codeBook(themes: Awaited<ReturnType<typeof listThemes>>): string[] {
  const rows = readDown(themes).map((theme) =>
    csvLine([theme.fullName, theme.definition, theme.includes, theme.excludes, theme.examples].map(harmless)),
  )
  return [csvMark, csvLine(['theme', 'definition', 'includes', 'excludes', 'examples']), ...rows]
}

async function* chained(first: string, rest: AsyncIterable<string>) {
  yield first
  yield* rest
}
