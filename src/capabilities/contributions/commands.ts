import { once } from 'node:events'
import { statSync } from 'node:fs'
import { findStaffByEmail } from '#capabilities/people'
import type { Command } from '#platform/commands.ts'
import { allowOnly, Refused } from '#platform/errors.ts'
import { findExport, recordExport } from './actions/export-contributions.ts'
import { type Batch, openSource, type Taken, takeInComments } from './actions/take-in-comments.ts'
import type { Asked } from './column-choice.ts'
import { commentsIn, type Heard } from './comment-file.ts'
import { exportedLines } from './exported-row.ts'
import { exportRows } from './queries/export.ts'

const asked = ['text', 'score', 'saidOn', 'place', 'id', 'respondent', 'question', 'sentiment'] as const

const atOnce = 2

const importCommand: Command = {
  name: 'import contributions',
  takes: '<file>',
  about: 'Bring in a delimited file of comments, safe to repeat; what labels they carry become codings.',
  options: [
    { flags: '--commissioner <slug>', about: 'whose comments they are', required: true },
    { flags: '--source <name>', about: 'where they come from, as “Friends and Family Test”', required: true },
    { flags: '--text <column>', about: 'the column that holds the words' },
    { flags: '--score <column>', about: 'a score given beside them' },
    { flags: '--said-on <column>', about: 'the date they were said' },
    { flags: '--date-format <format>', about: 'as DD/MM/YYYY; without it the year or the day comes first' },
    { flags: '--place <column>', about: 'the service or site they are about' },
    { flags: '--id <column>', about: 'what tells a row from all others of this source; else its cells do' },
    { flags: '--respondent <column>', about: 'who said it: rows of one respondent and day are one response' },
    { flags: '--question <column>', about: 'the question that was asked' },
    { flags: '--labels <columns...>', about: 'columns that are labels or name one; “First..Last” for a run of them' },
    { flags: '--sentiment <column>', about: 'how it was coded to feel, from 1 (very positive) to 5 (very negative)' },
    { flags: '--coder <name>', about: 'whose codings the labels become; else the source’s' },
  ],
  async run(place, [name = '-'], options) {
    const text = (option: string) => (typeof options[option] === 'string' ? options[option].normalize('NFC').trim() : undefined)
    const commissioner = text('commissioner') ?? ''
    const sourceName = text('source') ?? ''
    if (sourceName === '') throw new Refused('Say with --source where the comments come from.')
    const coder = text('coder') ?? sourceName
    const columns: Asked = { labels: [options.labels ?? []].flat().map(String) }
    for (const kind of asked) if (text(kind) !== undefined) columns[kind] = text(kind) ?? ''

    const heard = { strayLines: 0, turnedDates: 0, guessed: [] as readonly string[], oddSentiments: [] as number[], bytes: 0 }
    const total = name === '-' ? null : (statSync(name, { throwIfNoEntry: false })?.size ?? null)
    const answer: Taken & { read: number } = { read: 0, imported: 0, already: 0, rejected: [] }
    // Asked for now, so that an unknown commissioner is refused before the file is read.
    const today = await place.within(commissioner, async (ctx) => ctx.today)
    let source: Awaited<ReturnType<typeof openSource>> | undefined
    const writing = new Set<Promise<unknown>>()
    const take = async (batch: Batch) => {
      const taken = await untilNobodyElseDid(() => place.within(commissioner, (ctx) => takeInComments(ctx, batch)))
      answer.imported += taken.imported
      answer.already += taken.already
      answer.rejected.push(...taken.rejected)
      place.progress(total === null ? answer.imported + answer.already : heard.bytes, total)
    }
    const batches = commentsIn(counted(place.open(name), heard), heard, { asked: columns, dateFormat: text('dateFormat'), today })
    try {
      for await (const { comments, rejected } of batches) {
        answer.read += comments.length + rejected.length
        answer.rejected.push(...rejected)
        if (!source && heard.guessed.length > 0) place.write(`Taken by their names: ${heard.guessed.join(', ')}.`)
        source ??= await untilNobodyElseDid(() => place.within(commissioner, (ctx) => openSource(ctx, sourceName)))
        // While the database writes, the next batch is read and made ready.
        if (writing.size === atOnce) await Promise.race(writing)
        const one: Promise<unknown> = take({ source, coder, comments }).then(() => writing.delete(one))
        // One that failed stays, so that its fault is met where they are awaited; without this it would end the program before.
        writing.add(one)
        one.catch(() => {})
      }
    } finally {
      await Promise.allSettled(writing)
    }
    await Promise.all(writing)
    for (const notice of noticesOf(heard)) place.write(notice)
    answer.rejected.sort((one, other) => one.row - other.row)
    return { json: answer, text: inWords(answer) }
  },
}

const exportCommand: Command = {
  name: 'export contributions',
  about: 'Write out what people said as a staff member may read it, without names or addresses; recorded before the first row.',
  options: [
    { flags: '--commissioner <slug>', about: 'whose comments they are', required: true },
    { flags: '--source <name>', about: 'only what came from this source' },
    { flags: '--format <format>', about: 'csv', required: true },
    { flags: '--as <email>', about: 'the member of staff whose role allows it', required: true },
  ],
  async run(place, _, options) {
    const commissioner = String(options.commissioner)
    if (options.format !== 'csv') throw new Refused('The format must be csv.')
    const wanted = await place.within(
      commissioner,
      async (ctx) => {
        const actor = await findStaffByEmail(ctx.db, String(options.as))
        allowOnly(actor !== null)
        const staff = { ...ctx, actor: actor ?? ctx.actor }
        const found = await findExport(staff, typeof options.source === 'string' ? options.source : undefined)
        await recordExport(staff, found)
        return found
      },
      { signingIn: true },
    )
    // Committed by now: no byte leaves without its record.
    await place.within(commissioner, async ({ db }) => {
      for await (const lines of exportedLines(exportRows(db, wanted))) if (!process.stdout.write(lines)) await once(process.stdout, 'drain')
    })
    return { json: null, text: '' }
  },
}

export const commands: readonly Command[] = [importCommand, exportCommand]

// PostgreSQL's codes for a row whose key another transaction has just kept, and for two that wait for each other.
const isTaken = (error: unknown) => ['23505', '40P01'].includes(String((error as { code?: unknown }).code))

/** A row that came in beside us, by the batch before or by another import, makes us look again: then it is here already. */
async function untilNobodyElseDid<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (!isTaken(error) || tries === mostTries) throw error
    }
  }
}
const mostTries = 5

async function* counted(bytes: AsyncIterable<Uint8Array | string>, heard: { bytes: number }) {
  for await (const part of bytes) {
    heard.bytes += part.length
    yield part
  }
}

function* noticesOf({ strayLines, turnedDates, oddSentiments }: Pick<Heard, 'strayLines' | 'turnedDates' | 'oddSentiments'>) {
  const number = (count: number) => count.toLocaleString('en-GB')
  if (strayLines > 0) yield `Lines that are not UTF-8: ${number(strayLines)}. They were read as Windows-1252: look at some of them.`
  if (turnedDates > 0)
    yield `Dates with the month first: ${number(turnedDates)}. Others of this file, as 3/4/2026, may have been read the wrong way round.`
  for (const row of oddSentiments.slice(0, shown))
    yield `Row ${number(row)}: its sentiment is not a number from 1 to 5, and was left empty.`
  if (oddSentiments.length > shown) yield `And ${number(oddSentiments.length - shown)} more sentiments like that.`
}

const shown = 20

function inWords({ read, imported, already, rejected }: Taken & { read: number }) {
  const number = (count: number) => count.toLocaleString('en-GB')
  const more = rejected.length - shown
  return [
    `Rows read: ${number(read)}. Brought in: ${number(imported)}. Here already: ${number(already)}. Refused: ${number(rejected.length)}.`,
    ...rejected.slice(0, shown).map(({ row, reason }) => `  Row ${row}: ${reason}`),
    ...(more > 0 ? [`  and ${number(more)} more (--json lists them all)`] : []),
  ].join('\n')
}
