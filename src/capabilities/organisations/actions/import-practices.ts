import type { Context } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { mayAddOrganisations } from '../policy.ts'
import { type Practice, readPractice } from '../practice-row.ts'
import { insertOrganisations } from '../queries/organisations.ts'
import { findByCodes, type KnownPractice, nameFrom, placeFrom, setKindAndDates } from '../queries/practices.ts'

/** A row of the file, or why its text could not be split into columns. Rows are counted from 1. */
export interface PracticeRow {
  row: number
  cells: readonly string[] | null
}

export interface PracticeImport {
  read: number
  /** New practices, and known ones of which something is new. */
  imported: number
  already: number
  rejected: { row: number; reason: string }[]
}

const batch = 500

/** Take in the NHS list of practices. A name or address that changed is kept beside the old one, dated today. Doing it again adds nothing. */
export async function importPractices(
  ctx: Context,
  rows: AsyncIterable<PracticeRow>,
  progress: (done: number) => void = () => {},
): Promise<PracticeImport> {
  allowOnly(mayAddOrganisations(ctx.actor))
  const result: PracticeImport = { read: 0, imported: 0, already: 0, rejected: [] }
  const firstRows = new Map<string, number>()
  let waiting: Practice[] = []

  for await (const { row, cells } of rows) {
    result.read += 1
    const practice = cells ? readPractice(cells) : 'Its quotation marks do not pair up'
    const first = typeof practice === 'string' ? undefined : firstRows.get(practice.code)
    if (typeof practice === 'string') result.rejected.push({ row, reason: practice })
    else if (first !== undefined) result.rejected.push({ row, reason: `Its code ${practice.code} was in row ${first} already` })
    else {
      firstRows.set(practice.code, row)
      waiting.push(practice)
    }
    if (waiting.length < batch) continue
    await takeIn(ctx, waiting, result)
    waiting = []
    progress(result.read)
  }
  await takeIn(ctx, waiting, result)
  progress(result.read)
  await record(ctx, 'commissioner.practices-imported', ctx.commissioner.id, { ...result, rejected: result.rejected.length })
  return result
}

async function takeIn(ctx: Context, practices: readonly Practice[], result: PracticeImport) {
  const known = await findByCodes(
    ctx.db,
    practices.map(({ code }) => code),
  )
  const added = practices.filter(({ code }) => !known.has(code))
  await insertOrganisations(
    ctx.db,
    added.map((practice) => ({
      ...practice,
      commissionerId: ctx.commissioner.id,
      id: newId(),
      fromOn: practice.openedOn,
      addedAt: ctx.now,
    })),
  )
  result.imported += added.length
  for (const practice of practices) {
    const before = known.get(practice.code)
    if (!before) continue
    if (await bringUpToDate(ctx, before, practice)) result.imported += 1
    else result.already += 1
  }
}

/** Returns whether anything was new. */
async function bringUpToDate(
  ctx: Context,
  before: KnownPractice,
  { name, kind, lines, postcode, openedOn, closedOn }: Practice,
): Promise<boolean> {
  // Never dated before what it follows, or the older would go on being shown.
  const since = (earlier: string | null) => ({
    commissionerId: ctx.commissioner.id,
    organisationId: before.id,
    fromOn: earlier !== null && earlier > ctx.today ? earlier : ctx.today,
  })
  const isRenamed = name !== before.name
  const hasMoved = lines !== before.lines || postcode !== before.postcode
  const isOtherwise = kind !== before.kind || openedOn !== before.openedOn || closedOn !== before.closedOn
  if (isRenamed) await nameFrom(ctx.db, since(before.namedOn), name)
  if (hasMoved) await placeFrom(ctx.db, since(before.placedOn), { lines, postcode })
  if (isOtherwise) await setKindAndDates(ctx.db, before.id, { kind, openedOn, closedOn })
  return isRenamed || hasMoved || isOtherwise
}
