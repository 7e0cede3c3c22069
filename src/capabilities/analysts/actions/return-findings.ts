import { createHash } from 'node:crypto'
import { listThemes, readDown } from '#capabilities/themes'
import { type Context, staffId } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { keepFile, megabyte, type Upload } from '#platform/files.ts'
import { newId } from '#platform/ids.ts'
import type { Package } from '../package.ts'
import { listAskedInWords, listQuestions } from '../queries/contents.ts'
import { insertReturn, lengthsOf, listComments, listNumbers } from '../queries/returns.ts'
import { readReturnedCsv } from '../returned-csv.ts'
import { type CheckedReturn, checkReturn } from '../returned-line.ts'
import { readReturnedZip } from '../returned-zip.ts'
import { findOpenPackage } from './take-package.ts'

export const reportRules = { types: ['document'], largest: 25 * megabyte } as const

/** Read what an analyst returns and hold it against their package: nothing is written. Throws Refused where the file as a whole cannot be read. */
export async function checkFindings(ctx: Context, pack: Package, { bytes }: Upload): Promise<CheckedReturn> {
  const questions = (await listAskedInWords(ctx.db, pack.id, await listQuestions(ctx.db, pack))).map(({ key }) => key)
  const file = isZip(bytes) ? readReturnedZip(bytes, questions) : await readReturnedCsv(bytes)
  const comments = await listComments(ctx.db, pack.id)
  const spanned = file.lines.flatMap(({ span, number, question }) =>
    span ? (comments.get(`${number} ${question || questions[0]}`) ?? []) : [],
  )
  return checkReturn(file, {
    comments,
    numbers: await listNumbers(ctx.db, pack.id),
    questions,
    themes: pack.frameId === null ? new Map() : themesByName(await listThemes(ctx.db, pack.frameId)),
    lengths: await lengthsOf(ctx.db, spanned),
  })
}

// How every ZIP file begins.
const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

function themesByName(themes: Awaited<ReturnType<typeof listThemes>>): Map<string, string> {
  const all = readDown(themes)
  const alone = Map.groupBy(all, ({ name }) => name.toLowerCase())
  return new Map([
    ...[...alone].flatMap(([name, some]) => (some.length === 1 ? [[name, some[0]!.id] as const] : [])),
    ...all.map(({ fullName, id }) => [fullName.toLowerCase(), id] as const),
  ])
}

/** Keep what was checked and has no mistake, with the report. Nothing of it counts until staff accept it. */
export async function returnFindings(ctx: Context, packageId: string, checked: CheckedReturn, files: { codings: Upload; report?: Upload }) {
  await findOpenPackage(ctx, packageId)
  const report = files.report ? await keepFile(ctx, files.report, { purpose: 'analysis report', ...reportRules }) : null
  const id = newId()
  await insertReturn(
    ctx.db,
    ctx.commissioner.id,
    {
      id,
      packageId,
      sha256: createHash('sha256').update(files.codings.bytes).digest(),
      reportFileId: report?.id ?? null,
      returnedBy: staffId(ctx.actor) ?? '',
      at: ctx.now,
    },
    checked,
  )
  const detail = { return: id, codings: checked.codings.length, sentiments: checked.sentiments.length, report: report !== null }
  await record(ctx, 'analysis-package.returned', packageId, detail, { publicPagesStay: true })
}
