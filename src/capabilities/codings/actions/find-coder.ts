import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { findMember, findNamed, insertCoder } from '../queries/coders.ts'

/** Who is coding, as a coder: made the first time they code. */
export const findCoder = (ctx: Context): Promise<string> =>
  ctx.actor.kind === 'staff'
    ? findOrAdd(ctx, { kind: 'person', name: ctx.actor.name, membership_id: ctx.actor.id })
    : findOrAdd(ctx, { kind: 'person', name: 'An operator', membership_id: null })

/** Who is asking, as a coder; null where they have not coded yet. */
export const findOwnCoder = async (ctx: Context): Promise<string | null> =>
  (ctx.actor.kind === 'staff' ? await findMember(ctx.db, ctx.actor.id) : await findNamed(ctx.db, { kind: 'person', name: 'An operator' }))
    ?.id ?? null

/** The coder that stands for a file which brought labels. */
export const findImportCoder = (ctx: Context, name: string): Promise<string> =>
  findOrAdd(ctx, { kind: 'import', name, membership_id: null })

async function findOrAdd(ctx: Context, who: { kind: 'person' | 'import'; name: string; membership_id: string | null }): Promise<string> {
  for (let turn = 1; ; turn += 1) {
    // Coders are told apart by name, and two members of staff may share one.
    const name = turn === 1 ? who.name : `${who.name} (${turn})`
    const find = () => (who.membership_id === null ? findNamed(ctx.db, { kind: who.kind, name }) : findMember(ctx.db, who.membership_id))
    const known = await find()
    if (known) return known.id
    const id = newId()
    if (await insertCoder(ctx.db, { ...who, commissioner_id: ctx.commissioner.id, id, name, added_at: ctx.now })) return id
    const madeMeanwhile = await find()
    if (madeMeanwhile) return madeMeanwhile.id
  }
}
