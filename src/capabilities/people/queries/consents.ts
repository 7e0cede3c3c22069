import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Consent, Purpose } from '../consent.ts'

type Db = Owned<'people'>

export interface NewConsent {
  commissionerId: string
  id: string
  personId: string | null
  responseId: string | null
  purpose: Purpose
  wording: string
  agreedAt: Date
}

export async function insertConsent(db: Db, { commissionerId, id, personId, responseId, purpose, wording, agreedAt }: NewConsent) {
  await db
    .insertInto('consents')
    .values({ commissioner_id: commissionerId, id, person_id: personId, response_id: responseId, purpose, wording, agreed_at: agreedAt })
    .execute()
}

/** Returns false where it was withdrawn before. */
export async function insertWithdrawal(db: Db, { commissionerId, consentId, at }: { commissionerId: string; consentId: string; at: Date }) {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('consent_withdrawals')
    .values({ commissioner_id: commissionerId, consent_id: consentId, withdrawn_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** What was agreed to, latest first, by a person (and about the responses that are theirs) or about a response; withdrawn ones too. */
export async function listConsents(db: Db, of: { personId: string } | { responseId: string }): Promise<Consent[]> {
  const responseIds = 'personId' in of ? await responsesOf(db, of.personId) : [of.responseId]
  return consents(db)
    .where((is) =>
      is.or([
        is('c.response_id', '=', sql<string>`any(${responseIds}::uuid[])`),
        ...('personId' in of ? [is('c.person_id', '=', of.personId)] : []),
      ]),
    )
    .orderBy('c.id', 'desc')
    .execute()
    .then((rows) => rows.map(asConsent))
}

export async function findConsent(db: Db, id: string): Promise<Consent> {
  const row = isId(id) ? await consents(db).where('c.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound(`consent ${id}`)
  return asConsent(row)
}

/** A consent through the person whose it is: their own, or about a response of theirs. */
export async function findConsentOf(db: Db, personId: string, id: string): Promise<Consent> {
  const found = isId(personId) ? (await listConsents(db, { personId })).find((consent) => consent.id === id) : undefined
  if (!found) throw new NotFound(`consent ${id}`)
  return found
}

/** The responses known to be this person's, because they agreed to something about them under their own name or address. */
export async function responsesOf(db: Db, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('consents')
    .select('response_id')
    .distinct()
    .where('person_id', '=', personId)
    .where('response_id', 'is not', null)
    .execute()
  return rows.map(({ response_id }) => response_id!)
}

/** Who asked to be told about these responses, still wants to be, and has an email address: a confirmed one first, then the latest. */
export async function peopleToTell(
  db: Db,
  responseIds: readonly string[],
): Promise<{ responseId: string; personId: string; contactPointId: string }[]> {
  if (responseIds.length === 0) return []
  const { rows } = await sql<{ responseId: string; personId: string; contactPointId: string }>`
    select distinct on (k.response_id, k.person_id) k.response_id as "responseId", k.person_id as "personId", p.id as "contactPointId"
    from current_consents k
    join contact_points p on (p.commissioner_id, p.person_id) = (k.commissioner_id, k.person_id) and p.channel = 'email'
    left join contact_confirmations f on (f.commissioner_id, f.contact_point_id) = (p.commissioner_id, p.id)
    where k.purpose = 'be told' and k.response_id = any(${[...responseIds]}::uuid[])
    order by k.response_id, k.person_id, (f.confirmed_at is null), p.id desc`.execute(db)
  return rows
}

const consents = (db: Db) =>
  db
    .selectFrom('consents as c')
    .leftJoin('consent_withdrawals as w', 'w.consent_id', 'c.id')
    .select(['c.id', 'c.person_id', 'c.response_id', 'c.purpose', 'c.wording', 'c.agreed_at', 'w.withdrawn_at'])

type Row = Awaited<ReturnType<ReturnType<typeof consents>['executeTakeFirstOrThrow']>>
const asConsent = ({ id, person_id, response_id, purpose, wording, agreed_at, withdrawn_at }: Row): Consent => ({
  id,
  personId: person_id,
  responseId: response_id,
  purpose: purpose as Purpose,
  wording,
  agreedAt: agreed_at,
  withdrawnAt: withdrawn_at,
})
