import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Redaction, Withholding } from '../contribution.ts'

type Db = Owned<'contributions'>

export const insertWithholding = (
  db: Db,
  row: {
    commissioner_id: string
    id: string
    contribution_id: string
    audience: string
    reason: string
    withheld_by: string | null
    withheld_at: Date
  },
) => db.insertInto('withholdings').values(row).execute()

export const insertWithholdingLift = (
  db: Db,
  row: { commissioner_id: string; withholding_id: string; reason: string; lifted_by: string | null; lifted_at: Date },
) => db.insertInto('withholding_lifts').values(row).execute()

export const insertRedactions = (
  db: Db,
  rows: readonly {
    commissioner_id: string
    id: string
    contribution_id: string
    start_at: number
    end_at: number
    reason: string
    redacted_by: string | null
    redacted_at: Date
  }[],
) =>
  db
    .insertInto('redactions')
    .values([...rows])
    .execute()

export const insertRedactionLift = (
  db: Db,
  row: { commissioner_id: string; redaction_id: string; reason: string; lifted_by: string | null; lifted_at: Date },
) => db.insertInto('redaction_lifts').values(row).execute()

/** The withholdings in force on a contribution, oldest first. */
export const listWithholdings = (db: Db, contributionId: string): Promise<Withholding[]> =>
  db
    .selectFrom('withheld_contributions')
    .select(['id', 'contribution_id as contributionId', 'audience', 'reason', 'withheld_at as withheldAt'])
    .where('contribution_id', '=', contributionId)
    .orderBy('id')
    .execute()

/** The redactions in force on a contribution, in the order of its words. */
export const listRedactions = (db: Db, contributionId: string): Promise<Redaction[]> =>
  db
    .selectFrom('redactions as r')
    .select([
      'r.id',
      'r.contribution_id as contributionId',
      'r.start_at as startAt',
      'r.end_at as endAt',
      'r.reason',
      'r.redacted_at as redactedAt',
    ])
    .where('r.contribution_id', '=', contributionId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('redaction_lifts as l').select('l.redaction_id').whereRef('l.redaction_id', '=', 'r.id'))),
    )
    .orderBy('r.start_at')
    .execute()

/** The withholding in force with this id. */
export const findWithholding = (db: Db, id: string) =>
  db
    .selectFrom('withheld_contributions')
    .select(['id', 'contribution_id as contributionId', 'audience'])
    .where('id', '=', id)
    .executeTakeFirst()

/** The contribution whose redaction in force has this id. */
export const findRedaction = (db: Db, id: string) =>
  db
    .selectFrom('redactions as r')
    .select(['r.id', 'r.contribution_id as contributionId'])
    .where('r.id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('redaction_lifts as l').select('l.redaction_id').whereRef('l.redaction_id', '=', 'r.id'))),
    )
    .executeTakeFirst()

/** The withholding in force with this id, on the contribution with that one. */
export async function findWithholdingOf(db: Db, { id, withholding }: { id: string; withholding: string }) {
  const found = isId(withholding) ? await findWithholding(db, withholding) : undefined
  if (found?.contributionId !== id) throw new NotFound(`withholding ${withholding}`)
}

/** The redaction in force with this id, on the contribution with that one. */
export async function findRedactionOf(db: Db, { id, redaction }: { id: string; redaction: string }) {
  const found = isId(redaction) ? await findRedaction(db, redaction) : undefined
  if (found?.contributionId !== id) throw new NotFound(`redaction ${redaction}`)
}

/**
 * The words as they are stored but for what is redacted now: for those who withhold and redact, even where all others may not read. None while
 * they wait for someone on duty: until then nobody else sees them.
 */
export async function findWords(db: Db, contributionId: string): Promise<{ words: string | null }> {
  const row = isId(contributionId)
    ? await db
        .selectFrom('contributions as c')
        .leftJoin('held_contributions as h', 'h.id', 'c.id')
        .select(sql<string | null>`case when h.id is null then blacked_out(c.words, c.commissioner_id, c.id) end`.as('words'))
        .where('c.id', '=', contributionId)
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound(`contribution ${contributionId}`)
  return row
}
