import { createHash } from 'node:crypto'
import { type Context, staffId } from './context.ts'
import type { Db as Owned } from './db.ts'
import { NotFound, Refused } from './errors.ts'
import { checkFile, type FileRules, type KeptFile, type Upload } from './file-types.ts'
import { newBlindId } from './ids.ts'
import type { Job } from './jobs.ts'

export { checkFile, type FileKind, type FileRules, type KeptFile, megabyte, type Upload } from './file-types.ts'

type Db = Owned<'platform'>

interface Keeping extends FileRules {
  /** What it is for, as 'answer' or 'consultation document'. */
  purpose: string
  /** It waits to become part of something, and is removed after a day unless `claimFile` is called. */
  waits?: boolean
}

const piece = 256 * 1024

/** Keep a file in this transaction. What is wrong with it is Refused: where a form can say so, ask `checkFile` first. */
export async function keepFile(ctx: Context, upload: Upload, { purpose, waits = false, ...rules }: Keeping): Promise<KeptFile> {
  const checked = await checkFile(upload, rules)
  if (!checked.ok) throw new Refused(checked.mistake)
  const db: Db = ctx.db
  const { name, type, bytes } = checked
  const kept: KeptFile = { id: newBlindId(), name, type, size: bytes.length }
  const mine = { commissioner_id: ctx.commissioner.id, file_id: kept.id }
  const keptBy = staffId(ctx.actor)
  await db
    .insertInto('kept_files')
    .values({
      ...kept,
      commissioner_id: ctx.commissioner.id,
      sha256: createHash('sha256').update(bytes).digest(),
      purpose,
      kept_at: keptBy ? ctx.now : hourOf(ctx.now),
      kept_by: keptBy,
    })
    .execute()
  for (let number = 0; number * piece < bytes.length; number += 1)
    await db
      .insertInto('file_pieces')
      .values({ ...mine, number, bytes: bytes.subarray(number * piece, (number + 1) * piece) })
      .execute()
  if (waits)
    await db
      .insertInto('waiting_files')
      .values({ ...mine, goes_at: new Date(hourOf(ctx.now).getTime() + patience) })
      .execute()
  return kept
}

const hour = 3_600_000
const patience = 25 * hour
const hourOf = (moment: Date) => new Date(Math.floor(moment.getTime() / hour) * hour)

export async function findFile(db: Db, id: string): Promise<KeptFile> {
  const row = await db.selectFrom('files').select(['id', 'name', 'type', 'size']).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound(`file ${id}`)
  return row
}

/** Its bytes, a piece at a time; or those from one to another, both counted from nought and inclusive. */
export async function* readFile(db: Db, id: string, { from = 0, to = Number.MAX_SAFE_INTEGER } = {}): AsyncGenerator<Uint8Array> {
  const last = Math.floor(to / piece)
  for (let number = Math.floor(from / piece); number <= last; number += 1) {
    const row = await db.selectFrom('file_pieces').select('bytes').where('file_id', '=', id).where('number', '=', number).executeTakeFirst()
    if (!row) return
    const start = number * piece
    yield row.bytes.subarray(Math.max(0, from - start), Math.min(piece, to - start + 1))
  }
}

/** It became part of something, and stays. */
export async function claimFile(ctx: Context, id: string) {
  const db: Db = ctx.db
  const { numDeletedRows } = await db.deleteFrom('waiting_files').where('file_id', '=', id).executeTakeFirstOrThrow()
  // Gone after its day, or another's: an id in a form is only what somebody sent.
  if (numDeletedRows === 0n) throw new Refused('A file you added is no longer here. Go back, add it again, and send your answers.')
}

/** What waits may wait longer, as the files of answers that someone saved to finish later. */
export async function letFilesWait(ctx: Context, ids: readonly string[], until: Date) {
  const db: Db = ctx.db
  if (ids.length === 0) return
  await db
    .updateTable('waiting_files')
    .set({ goes_at: until })
    .where('file_id', 'in', [...ids])
    .where('goes_at', '<', until)
    .execute()
}

/** Take it out whole. What refers to it goes first. */
export async function removeFile(ctx: Context, id: string) {
  const db: Db = ctx.db
  await db.deleteFrom('waiting_files').where('file_id', '=', id).execute()
  await db.deleteFrom('file_pieces').where('file_id', '=', id).execute()
  await db.deleteFrom('kept_files').where('id', '=', id).execute()
}

/** Removes files that came with something nobody finished. */
export const sweepFiles: Job = {
  name: 'sweep files',
  everySeconds: 3600,
  run: (within) =>
    within(async (ctx) => {
      const db: Db = ctx.db
      // Somebody may be claiming one of them in this moment.
      const forgotten = await db
        .selectFrom('waiting_files')
        .select('file_id')
        .where('goes_at', '<=', ctx.now)
        .forUpdate()
        .skipLocked()
        .execute()
      for (const { file_id } of forgotten) await removeFile(ctx, file_id)
    }),
}
