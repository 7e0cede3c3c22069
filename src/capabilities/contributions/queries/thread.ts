import type { Actor, Context } from '#platform/context.ts'
import type { Db as Owned } from '#platform/db.ts'
import type { ThreadKind, ThreadNode } from '#platform/slots.ts'
import type { Audience } from '../contribution.ts'
import { withoutBlocks } from '../exported-row.ts'
import { paths } from '../paths.ts'

type Db = Owned<'contributions'>

const longestLabel = 160

/** The first step of every thread: what someone said. */
export const spoken: ThreadKind = {
  kind: 'contribution',
  async describe(ctx, ids) {
    if (ids.length === 0) return []
    const db: Db = ctx.db
    const exist = await db
      .selectFrom('contributions')
      .select('id')
      .where('id', 'in', [...ids])
      .execute()
    const readable = await db
      .selectFrom('readable_contributions')
      .select(['id', 'words', 'score', 'audiences', 'received_at'])
      .where('id', 'in', [...ids])
      .execute()
    const audience = audienceOf(ctx.actor)
    const known = new Map(readable.filter(({ audiences }) => audiences.includes(audience)).map((row) => [row.id, row]))
    return exist.map(({ id }) => nodeOf(ctx, id, known.get(id)))
  },
  async list(ctx) {
    const db: Db = ctx.db
    const rows = await db
      .selectFrom('readable_contributions')
      .select(['id', 'words', 'score', 'received_at'])
      .orderBy('id', 'desc')
      .limit(500)
      .execute()
    return rows.map((row) => nodeOf(ctx, row.id, row))
  },
}

const audienceOf = (actor: Actor): Audience =>
  actor.kind === 'staff' || actor.kind === 'operator' || actor.kind === 'system' ? 'analyst' : 'public'

function nodeOf(ctx: Context, id: string, row: { words: string | null; score: number | null; received_at: Date } | undefined): ThreadNode {
  const href = paths.show({ commissioner: ctx.commissioner.slug, id })
  if (!row) return { kind: 'contribution', id, label: 'Words that are not shown', at: null, href }
  const label = row.words === null ? `A score of ${row.score}` : shortened(withoutBlocks(row.words))
  return { kind: 'contribution', id, label, at: row.received_at, href }
}

function shortened(words: string) {
  const letters = Array.from(words.replaceAll(/\s+/g, ' '))
  return letters.length <= longestLabel
    ? letters.join('')
    : `${letters
        .slice(0, longestLabel - 1)
        .join('')
        .trimEnd()}…`
}
