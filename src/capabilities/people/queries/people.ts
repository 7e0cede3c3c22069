import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { ContactPoint, Person, PersonLine } from '../person.ts'

type Db = Owned<'people'>

export interface NewPerson {
  commissionerId: string
  personId: string
  name: string | null
  contact: { id: string; email: string } | null
  at: Date
}

export async function insertPerson(db: Db, { commissionerId, personId, name, contact, at }: NewPerson) {
  const person = { commissioner_id: commissionerId, id: personId, name, added_at: at }
  if (!contact) return void (await db.insertInto('people').values(person).execute())
  const contactPoint = {
    commissioner_id: commissionerId,
    id: contact.id,
    person_id: personId,
    channel: 'email',
    value: contact.email,
    added_at: at,
  }
  // One statement, since whoever sends a response waits for it.
  await db
    .with('met', (cte) => cte.insertInto('people').values(person))
    .insertInto('contact_points')
    .values(contactPoint)
    .execute()
}

/** One page of people, latest first, from after one of them. No address is among it. */
export async function listPeople(db: Db, after: string | undefined, size = 50): Promise<{ people: PersonLine[]; more: boolean }> {
  const { rows } = await sql<PersonLine>`
    select p.id, p.name, p.added_at as "addedAt",
      (select count(*) from contact_points c where (c.commissioner_id, c.person_id) = (p.commissioner_id, p.id)) as ways,
      (select count(*) from contact_points c join contact_confirmations f on (f.commissioner_id, f.contact_point_id) = (c.commissioner_id, c.id)
        where (c.commissioner_id, c.person_id) = (p.commissioner_id, p.id)) as confirmed,
      array(select distinct k.purpose from current_consents k where (k.commissioner_id, k.person_id) = (p.commissioner_id, p.id) order by k.purpose) as purposes
    from people p
    where ${after && isId(after) ? sql`p.id < ${after}` : sql`true`}
    order by p.id desc limit ${size + 1}`.execute(db)
  return { people: rows.slice(0, size), more: rows.length > size }
}

export async function findPerson(db: Db, id: string): Promise<Person> {
  const person = isId(id) ? await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst() : undefined
  if (!person) throw new NotFound(`person ${id}`)
  const points = await contactPoints(db).where('c.person_id', '=', id).orderBy('c.id').execute()
  return { id, name: person.name, addedAt: person.added_at, contactPoints: points.map(asContactPoint) }
}

export async function findContactPoint(db: Db, id: string): Promise<(ContactPoint & { personId: string }) | null> {
  const row = await contactPoints(db).select('c.person_id').where('c.id', '=', id).executeTakeFirst()
  return row ? { ...asContactPoint(row), personId: row.person_id } : null
}

/** Returns false where it was confirmed before. */
export async function confirmContactPoint(
  db: Db,
  { commissionerId, id, at }: { commissionerId: string; id: string; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('contact_confirmations')
    .values({ commissioner_id: commissionerId, contact_point_id: id, confirmed_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Where someone with this address asked for news, and still wants it. */
export async function findNewsReader(db: Db, email: string): Promise<{ contactPointId: string } | null> {
  const row = await db
    .selectFrom('contact_points as c')
    .innerJoin('current_consents as k', 'k.person_id', 'c.person_id')
    .select('c.id')
    .where('k.purpose', '=', 'news')
    .where('c.channel', '=', 'email')
    .where(sql<string>`lower(c.value)`, '=', email)
    .orderBy('c.id')
    .executeTakeFirst()
  return row ? { contactPointId: row.id } : null
}

const contactPoints = (db: Db) =>
  db
    .selectFrom('contact_points as c')
    .leftJoin('contact_confirmations as f', 'f.contact_point_id', 'c.id')
    .select(['c.id', 'c.channel', 'c.value', 'c.added_at', 'f.confirmed_at'])

type Row = Awaited<ReturnType<ReturnType<typeof contactPoints>['executeTakeFirstOrThrow']>>
const asContactPoint = ({ id, channel, value, added_at, confirmed_at }: Row): ContactPoint => ({
  id,
  channel: channel as ContactPoint['channel'],
  value,
  addedAt: added_at,
  confirmedAt: confirmed_at,
})
