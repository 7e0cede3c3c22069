import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { insertPerson } from '../queries/people.ts'

/**
 * Someone we have not met, with one way to reach them, not confirmed yet; or with none, where they gave only a name.
 * Equal addresses are not taken for one person.
 * It is part of a larger act, such as sending a response, and that act records itself.
 */
export async function addPerson<Email extends string | null>(
  ctx: Context,
  { name, email }: { name?: string | null | undefined; email: Email },
): Promise<{ personId: string; contactPointId: Email extends string ? string : null }>
export async function addPerson(ctx: Context, { name, email }: { name?: string | null | undefined; email: string | null }) {
  const ids = { personId: newId(), contactPointId: email === null ? null : newId() }
  const contact = ids.contactPointId !== null && email !== null ? { id: ids.contactPointId, email: email.trim() } : null
  await insertPerson(ctx.db, {
    commissionerId: ctx.commissioner.id,
    personId: ids.personId,
    name: name?.trim() || null,
    contact,
    at: ctx.now,
  })
  return ids
}
