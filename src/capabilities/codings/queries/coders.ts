import type { Db as Owned } from '#platform/db.ts'

type Db = Owned<'codings'>

interface Coder {
  commissioner_id: string
  id: string
  kind: 'person' | 'import'
  name: string
  membership_id: string | null
  added_at: Date
}

/** A member of staff is known by their membership, whatever they are called now. */
export const findMember = (db: Db, membershipId: string) =>
  db.selectFrom('coders').select('id').where('membership_id', '=', membershipId).executeTakeFirst()

/** Whoever has no membership is known by name: a file's labels, or an operator. */
export const findNamed = (db: Db, { kind, name }: Pick<Coder, 'kind' | 'name'>) =>
  db
    .selectFrom('coders')
    .select('id')
    .where('kind', '=', kind)
    .where('name', '=', name)
    .where('membership_id', 'is', null)
    .executeTakeFirst()

/** False where this name, or this member, is there already. */
export async function insertCoder(db: Db, row: Coder): Promise<boolean> {
  const inserted = await db
    .insertInto('coders')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}
