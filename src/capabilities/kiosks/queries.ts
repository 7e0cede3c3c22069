import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { hashOf, isId } from '#platform/ids.ts'
import type { Kiosk, KioskState } from './kiosk.ts'

type Db = Owned<'kiosks'>

const kiosks = (db: Db) =>
  db
    .selectFrom('kiosks as k')
    .innerJoin('published_consultations as c', 'c.id', 'k.consultation_id')
    .leftJoin('kiosk_retirements as r', 'r.kiosk_id', 'k.id')
    .leftJoin('kiosk_states as s', 's.kiosk_id', 'k.id')
    .select([
      'k.id',
      'k.consultation_id',
      'c.title',
      'c.slug',
      'k.name',
      'k.place',
      'k.added_at',
      'r.reason',
      'r.retired_at',
      's.waiting',
      's.refused',
      's.heard_at',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof kiosks>['executeTakeFirstOrThrow']>>

const kioskOf = (row: Row): Kiosk => ({
  id: row.id,
  consultationId: row.consultation_id,
  consultationTitle: row.title,
  consultationSlug: row.slug,
  name: row.name,
  place: row.place,
  addedAt: row.added_at,
  retirement: row.retired_at && { reason: row.reason ?? '', at: row.retired_at },
  state: row.heard_at && { waiting: row.waiting ?? 0, refused: row.refused ?? 0, heardAt: row.heard_at },
})

export async function findKiosk(db: Db, id: string): Promise<Kiosk> {
  const row = isId(id) ? await kiosks(db).where('k.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound('kiosk')
  return kioskOf(row)
}

/** The kiosk that this secret opens; one that was taken down is not found. */
export async function findByToken(db: Db, token: string): Promise<Kiosk> {
  const row = await kiosks(db).where('k.token_hash', '=', hashOf(token)).where('r.retired_at', 'is', null).executeTakeFirst()
  if (!row) throw new NotFound('kiosk')
  return kioskOf(row)
}

/** All of them, those in use first, the newest before the older. */
export const listKiosks = async (db: Db): Promise<Kiosk[]> =>
  (
    await kiosks(db)
      .orderBy((eb) => eb('r.retired_at', 'is not', null))
      .orderBy('k.id', 'desc')
      .limit(500)
      .execute()
  ).map(kioskOf)

interface NewKiosk {
  commissionerId: string
  id: string
  consultationId: string
  name: string
  place: string | null
  token: string
  by: string | null
  at: Date
}

export async function insertKiosk(db: Db, { commissionerId, id, consultationId, name, place, token, by, at }: NewKiosk) {
  await db
    .insertInto('kiosks')
    .values({
      commissioner_id: commissionerId,
      id,
      consultation_id: consultationId,
      name,
      place,
      token_hash: hashOf(token),
      added_by: by,
      added_at: at,
    })
    .execute()
}

export async function insertRetirement(
  db: Db,
  commissionerId: string,
  { kioskId, reason, by, at }: { kioskId: string; reason: string; by: string | null; at: Date },
) {
  await db
    .insertInto('kiosk_retirements')
    .values({ commissioner_id: commissionerId, kiosk_id: kioskId, reason, retired_by: by, retired_at: at })
    .execute()
}

export async function upsertState(db: Db, commissionerId: string, kioskId: string, { waiting, refused, heardAt }: KioskState) {
  const said = { waiting, refused, heard_at: heardAt }
  await db
    .insertInto('kiosk_states')
    .values({ commissioner_id: commissionerId, kiosk_id: kioskId, ...said })
    .onConflict((conflict) => conflict.columns(['commissioner_id', 'kiosk_id']).doUpdateSet(said))
    .execute()
}
