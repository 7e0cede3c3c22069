import { createReadStream, readdirSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { findConsultation } from '#capabilities/consultations'
import { findStaffByEmail } from '#capabilities/people'
import { findSurvey } from '#capabilities/surveys'
import type { Command, Workplace } from '#platform/commands.ts'
import type { Context } from '#platform/context.ts'
import { allowOnly, NotFound, Refused } from '#platform/errors.ts'
import { bringInAnswers, versionsToAnswer } from './actions/bring-in-answers.ts'
import { bringInSurvey } from './actions/bring-in-survey.ts'
import { endExport, exportedParts, markExport, takeOutAnswers } from './actions/take-out-answers.ts'
import { layouts } from './brought-survey.ts'
import { type ExportFormat, formats } from './exported-file.ts'
import { aboutIn, type Part, responsesInParts } from './iai-answer.ts'
import { type Filed, type Heard, lookAtResponses, responsesIn } from './response-file.ts'
import { largestSurvey } from './survey-file.ts'
import { writeSurvey } from './survey-format.ts'

const importSurvey: Command = {
  name: 'import survey',
  takes: '<file>',
  about:
    'Bring in questions as the draft of a survey: a LimeSurvey .lss, Goldthread JSON, a form of Defra, or a workbook or folder of i.AI.',
  options: [
    { flags: '--commissioner <slug>', about: 'whose survey it becomes; needed where there are several' },
    { flags: '--title <title>', about: 'instead of the title in the file' },
    { flags: '--responses <file>', about: 'the responses that go with a workbook of i.AI, where the answers to its closed questions are' },
  ],
  async run(place, [name = '-'], { commissioner, title, responses }) {
    const slug = await theCommissioner(place, commissioner)
    const bytes = isFolder(name) ? await questionsInFolder(name) : await wholeFile(place, name)
    const looked = typeof responses === 'string' ? await lookAtResponses(bytesOf(place, responses)) : null
    const made = await place.within(slug, (ctx) =>
      bringInSurvey(ctx, { bytes, responses: looked, ...(typeof title === 'string' && { title: title.trim().slice(0, 120) }) }),
    )
    const { read, imported, rejected, notes, checks, title: called } = made.report
    const json = {
      read,
      imported: made.isNew ? imported : 0,
      already: made.isNew ? 0 : imported,
      rejected: rejected.map((one) => ({ ...one })),
      notes,
      survey: made.surveyId,
    }
    const lines = [
      `${layouts[made.layout]}: “${called}”. Questions read: ${read}. Brought in: ${json.imported}. Here already: ${json.already}. Left: ${rejected.length}.`,
      ...rejected.map(({ row, reason }) => `  Question ${row}: ${reason}`),
      ...notes.map((note) => `  ${note}.`.replace(/\.\.$/, '.')),
      ...checks.map(({ number, name: what, passed, says }) => `  Check ${number}, ${what}: ${passed ? 'passed' : says}`),
      `Survey ${made.surveyId}: a draft that nobody sees until it is published.`,
    ]
    return { json: checks.length > 0 ? { ...json, checks: checks.map((one) => ({ ...one })) } : json, text: lines.join('\n') }
  },
}

const importResponses: Command = {
  name: 'import responses',
  takes: '<file>',
  about:
    'Bring in answers to a survey, safe to repeat: our own CSV, LimeSurvey’s VV file, any CSV with a column for each question, a folder of i.AI.',
  options: [
    { flags: '--survey <id>', about: 'the survey they answer; its questions are released where they are not yet', required: true },
    { flags: '--id <column>', about: 'what tells a row from all others; else “id”, else its cells do' },
  ],
  async run(place, [name = '-'], { survey: surveyId = '', id }) {
    const survey = String(surveyId)
    const slug = await whose(place, (ctx) => findSurvey(ctx.db, survey), `There is no survey ${survey}.`)
    const { versions, isReleasedNow, today } = await place.within(slug, async (ctx) => ({
      ...(await versionsToAnswer(ctx, survey)),
      today: ctx.today,
    }))
    const heard: Heard = { strayLines: 0, bytes: 0, leftOut: [] }
    const total = name === '-' || isFolder(name) ? null : (statSync(name, { throwIfNoEntry: false })?.size ?? null)
    const options = { versions, today, id: typeof id === 'string' ? id : undefined }
    const batches = isFolder(name) ? [await responsesInParts(partsIn(name), versions)] : responsesIn(bytesOf(place, name), heard, options)
    const answer = { read: 0, imported: 0, already: 0, rejected: [] as Filed['rejected'] }
    const take = async (responses: Filed['responses']) => {
      for (let at = 0; at < responses.length; at += 1000) {
        const taken = await place.within(slug, (ctx) => bringInAnswers(ctx, survey, responses.slice(at, at + 1000)))
        answer.imported += taken.imported
        answer.already += taken.already
        answer.rejected.push(...taken.rejected)
        place.progress(total === null ? answer.imported + answer.already : heard.bytes, total)
      }
    }
    // While the database writes, the next batch is read and made ready.
    let writing: Promise<void> = Promise.resolve()
    for await (const { responses, rejected } of batches) {
      answer.read += responses.length + rejected.length
      answer.rejected.push(...rejected)
      await writing
      writing = take(responses)
      // Its fault is met where it is awaited; without this it would end the program before.
      writing.catch(() => {})
    }
    await writing
    answer.rejected.sort((one, other) => one.row - other.row)
    const notes = [
      ...(isReleasedNow ? ['The questions were released, since answers lean on them as they are'] : []),
      ...(heard.leftOut.length > 0 ? [`Columns left out, since no question asks for them: ${heard.leftOut.join(', ')}`] : []),
      ...(heard.strayLines > 0 ? [`Lines that are not UTF-8, read as Windows-1252: ${heard.strayLines}`] : []),
    ]
    return { json: { ...answer, notes }, text: inWords(answer, notes) }
  },
}

const exportResponses: Command = {
  name: 'export responses',
  about: 'Write out all answers to a consultation, a row for each response, without names or addresses; recorded before the first row.',
  options: [
    { flags: '--consultation <id>', about: 'whose answers', required: true },
    { flags: '--format <format>', about: formats.join(', '), required: true },
    { flags: '--as <email>', about: 'the member of staff whose role allows it', required: true },
    { flags: '--out <file>', about: 'where to; else standard output' },
    { flags: '--all', about: 'with responses that are set aside, marked as such' },
  ],
  async run(place, _, { consultation: id, format, as, out, all }) {
    if (!isFormat(format)) throw new Refused(`The format must be ${formats.slice(0, -1).join(', ')} or ${formats.at(-1)}.`)
    const slug = await whose(place, (ctx) => findConsultation(ctx.db, String(id)), `There is no consultation ${id}.`)
    const actor = await place.within(slug, (ctx) => findStaffByEmail(ctx.db, String(as)), { signingIn: true })
    const asThem = <T>(work: (ctx: Context) => Promise<T>, snapshot = false) =>
      place.within(slug, (ctx) => work({ ...ctx, actor: actor ?? ctx.actor }), { snapshot })
    allowOnly(actor !== null)
    // Where nothing can be written, nothing is recorded.
    const to = typeof out === 'string' ? (await open(out, 'w')).createWriteStream() : process.stdout
    const taken = await asThem(async (ctx) =>
      takeOutAnswers(ctx, (await findConsultation(ctx.db, String(id))).surveyId, { format, withSetAside: all === true }),
    )

    // Committed by now: no byte leaves without its record.
    const written = { rows: 0 }
    // The page of exports on the desk says how far it is.
    const clock = setInterval(() => asThem((ctx) => markExport(ctx, taken, written)).catch(() => {}), 2000)
    try {
      await asThem(
        (ctx) =>
          pipeline(
            async function* () {
              for await (const part of exportedParts(ctx, taken, written)) {
                yield part
                place.progress(written.rows, taken.expected)
              }
            },
            to,
            { end: to !== process.stdout },
          ),
        true,
      )
    } catch (error) {
      await asThem((ctx) => endExport(ctx, taken, written, false))
      throw error
    } finally {
      clearInterval(clock)
    }
    place.progress(written.rows, taken.expected)
    await asThem((ctx) => endExport(ctx, taken, written, true))
    place.write(`${written.rows.toLocaleString('en-GB')} responses written, of ${taken.expected.toLocaleString('en-GB')}.`)
    return { json: typeof out === 'string' ? { written: written.rows, expected: taken.expected } : null, text: '' }
  },
}

const exportSurvey: Command = {
  name: 'export survey',
  takes: '<id>',
  about: 'Write out the questions of a survey, as Goldthread JSON or for LimeSurvey.',
  options: [{ flags: '--format <format>', about: 'json or lss', required: true }],
  async run(place, [id = ''], { format }) {
    if (format !== 'json' && format !== 'lss') throw new Refused('The format must be json or lss.')
    const slug = await whose(place, (ctx) => findSurvey(ctx.db, id), `There is no survey ${id}.`)
    const written = writeSurvey(await place.within(slug, (ctx) => findSurvey(ctx.db, id)), format)
    process.stdout.write(written.text)
    return { json: null, text: '' }
  },
}

export const commands: readonly Command[] = [importSurvey, importResponses, exportResponses, exportSurvey]

const isFormat = (format: unknown): format is ExportFormat => formats.some((one) => one === format)

/** The commissioner named; where none is, the only one there is. */
async function theCommissioner(place: Workplace, named: unknown): Promise<string> {
  if (typeof named === 'string') return named
  const [only, other] = await place.commissioners()
  if (!only || other) throw new Refused('Say with --commissioner whose survey it becomes.')
  return only.slug
}

/** An id says which commissioner it belongs to. */
async function whose(place: Workplace, find: (ctx: Context) => Promise<unknown>, absent: string): Promise<string> {
  for (const { slug } of await place.commissioners()) {
    const isThere = await place
      .within(slug, (ctx) => find(ctx).then(() => true))
      .catch((error) => {
        if (error instanceof NotFound) return false
        throw error
      })
    if (isThere) return slug
  }
  throw new NotFound(absent)
}

const isFolder = (name: string) => name !== '-' && (statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false)
const bytesOf = (place: Workplace, name: string) => place.open(name) as AsyncIterable<Uint8Array | string>

/** A file of questions, whole; one that is too large is not read to its end. */
async function wholeFile(place: Workplace, name: string): Promise<Uint8Array> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of bytesOf(place, name)) {
    parts.push(Buffer.from(part))
    size += part.length
    if (size > largestSurvey) break
  }
  return Buffer.concat(parts)
}

const questionFolders = (folder: string) =>
  readdirSync(folder)
    .flatMap((name) => {
      const number = /^question_part_(\d+)$/.exec(name)?.[1]
      return number ? [{ number: Number(number), at: join(folder, name) }] : []
    })
    .sort((one, other) => one.number - other.number)

/** Opened when it is its turn: lines that nobody waits for are lost. */
async function* linesOf(file: string) {
  yield* createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })
}
const respondentsIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name === 'respondents.jsonl')
    .map((name) => join(folder, name))

/** A folder of i.AI's as one list of questions: those in its files, and those about who answered. */
async function questionsInFolder(folder: string): Promise<Uint8Array> {
  const folders = questionFolders(folder)
  if (folders.length === 0) throw new Refused(`There is no folder called question_part_1 in ${folder}.`)
  const questions = await Promise.all(folders.map(({ at }) => text(createReadStream(join(at, 'question.json')))))
  const about = new Map<string, Set<string>>()
  for (const file of respondentsIn(folder))
    for await (const line of linesOf(file))
      for (const [name, answer] of aboutIn(line)) about.set(name, (about.get(name) ?? new Set()).add(answer))
  const others = [...about].map(([name, answers]) => JSON.stringify({ about: name, answers: [...answers].sort() }))
  return Buffer.from(`[${[...questions, ...others].join(',')}]`)
}

const partsIn = (folder: string): Part[] => [
  ...questionFolders(folder).map(({ number, at }): Part => ({ number, lines: linesOf(join(at, 'responses.jsonl')) })),
  ...respondentsIn(folder).map((file): Part => ({ number: 'respondents', lines: linesOf(file) })),
]

const shown = 20

function inWords(
  { read, imported, already, rejected }: { read: number; imported: number; already: number; rejected: Filed['rejected'] },
  notes: readonly string[],
) {
  const number = (count: number) => count.toLocaleString('en-GB')
  const more = rejected.length - shown
  return [
    `Rows read: ${number(read)}. Brought in: ${number(imported)}. Here already: ${number(already)}. Refused: ${number(rejected.length)}.`,
    ...rejected.slice(0, shown).map(({ row, reason }) => `  Row ${row}: ${reason}`),
    ...(more > 0 ? [`  and ${number(more)} more (--json lists them all)`] : []),
    ...notes.map((note) => `${note}.`),
  ].join('\n')
}
