import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Frame, FrameVersion } from '../frame.ts'

type Db = Owned<'themes'>

const frames = (db: Db) =>
  db
    .selectFrom('frames as f')
    .innerJoin(
      (eb) =>
        eb
          .selectFrom('frame_versions')
          .select(['frame_id', (version) => version.fn.max('number').as('version')])
          .groupBy('frame_id')
          .as('v'),
      (join) => join.onRef('v.frame_id', '=', 'f.id'),
    )
    .select(['f.id', 'f.title', 'f.made_at as madeAt', 'v.version'])

/** Frames, latest first, 50 at a time. */
export const listFrames = (db: Db, { before, limit = 50 }: { before?: string | undefined; limit?: number } = {}): Promise<Frame[]> =>
  frames(db)
    .$if(before !== undefined && isId(before), (query) => query.where('f.id', '<', before!))
    .orderBy('f.id', 'desc')
    .limit(limit)
    .execute()

export async function findFrame(db: Db, id: string): Promise<Frame> {
  const frame = isId(id) ? await frames(db).where('f.id', '=', id).executeTakeFirst() : undefined
  if (!frame) throw new NotFound()
  return frame
}

export const findFrameCalled = (db: Db, title: string): Promise<Frame | undefined> =>
  frames(db).where('f.title', '=', title).orderBy('f.made_at').executeTakeFirst()

/** One at a time from here to the end of the transaction: two versions must not get the same number. */
export const lockFrame = (db: Db, frame: string) => sql`select pg_advisory_xact_lock(hashtextextended(${`frame ${frame}`}, 0))`.execute(db)

/** Many at a time, but not beside one who changes it. */
export const shareFrame = (db: Db, frame: string) =>
  sql`select pg_advisory_xact_lock_shared(hashtextextended(${`frame ${frame}`}, 0))`.execute(db)

export const insertFrame = (db: Db, row: { commissioner_id: string; id: string; title: string; made_by: string | null; made_at: Date }) =>
  db.insertInto('frames').values(row).execute()

export const insertVersion = (
  db: Db,
  row: { commissioner_id: string; frame_id: string; number: number; note: string; made_by: string | null; made_at: Date },
) => db.insertInto('frame_versions').values(row).execute()

/** The latest hundred versions of a frame, latest first. */
export const listVersions = (db: Db, frameId: string): Promise<FrameVersion[]> =>
  db
    .selectFrom('frame_versions as v')
    .leftJoin('staff as s', 's.id', 'v.made_by')
    .select(['v.number', 'v.note', 'v.made_at as madeAt', 's.name as madeBy'])
    .where('v.frame_id', '=', frameId)
    .orderBy('v.number', 'desc')
    .limit(100)
    .execute()

export async function findVersion(db: Db, frameId: string, number: number): Promise<FrameVersion> {
  if (!Number.isInteger(number) || number > 2 ** 31 - 1) throw new NotFound()
  const version = await db
    .selectFrom('frame_versions as v')
    .leftJoin('staff as s', 's.id', 'v.made_by')
    .select(['v.number', 'v.note', 'v.made_at as madeAt', 's.name as madeBy'])
    .where('v.frame_id', '=', frameId)
    .where('v.number', '=', number)
    .executeTakeFirst()
  if (!version) throw new NotFound()
  return version
}
