import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Db as Owned } from '#platform/db.ts'
import { mayLook } from '#platform/roles.ts'
import type { ThreadJoin, ThreadKind, ThreadNode } from '#platform/slots.ts'
import { stateOf, stateWords } from '../change.ts'
import { paths } from '../paths.ts'
import { listChangesById } from './changes.ts'
import { listDecisionsById } from './decisions.ts'

type Db = Owned<'decisions'>

/** What became of each finding, in a word: 'accepted', '2 accepted, 1 not accepted'. */
async function listOutcomes(db: Db, decisionIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('current_finding_answers')
    .select((eb) => ['decision_id', 'outcome', eb.fn.countAll<number>().as('count')])
    .where(sql<boolean>`decision_id = any(${decisionIds}::uuid[])`)
    .groupBy(['decision_id', 'outcome'])
    .orderBy('outcome')
    .execute()
  const outcomes = Map.groupBy(rows, (row) => row.decision_id)
  return new Map([...outcomes].map(([id, counts]) => [id, counts.map(({ outcome, count }) => `${count} ${outcome}`).join(', ')]))
}

async function describeDecisions(ctx: Context, ids: readonly string[]): Promise<ThreadNode[]> {
  const commissioner = ctx.commissioner.slug
  const outcomes = await listOutcomes(ctx.db, ids)
  return (await listDecisionsById(ctx.db, ids)).map(({ id, title, slug, publishedAt, draftedAt }) => {
    const isStaff = mayLook(ctx.actor)
    const mayRead = isStaff || publishedAt !== null
    const href = isStaff ? paths.show({ commissioner, decision: id }) : paths.public({ commissioner, slug })
    const answers = outcomes.get(id)
    const label = publishedAt ? `${title} (findings: ${answers ?? 'none'})` : `${title} (not published yet)`
    return {
      kind: 'decision',
      id,
      label: mayRead ? label : 'A decision that is not published yet',
      at: publishedAt ?? draftedAt,
      href: mayRead ? href : null,
    }
  })
}

export const decisionNodes: ThreadKind = {
  kind: 'decision',
  describe: describeDecisions,
  async list(ctx) {
    const db: Db = ctx.db
    const rows = await db.selectFrom('decisions').select('id').orderBy('id', 'desc').limit(500).execute()
    return latestFirst(
      await describeDecisions(
        ctx,
        rows.map(({ id }) => id),
      ),
    )
  },
}

async function describeChanges(ctx: Context, ids: readonly string[]): Promise<ThreadNode[]> {
  const changes = await listChangesById(ctx.db, ids)
  const decisions = new Map(
    (await listDecisionsById(ctx.db, [...new Set(changes.map(({ decisionId }) => decisionId))])).map((decision) => [decision.id, decision]),
  )
  return changes.map((change) => {
    const commissioner = ctx.commissioner.slug
    const isStaff = mayLook(ctx.actor)
    const decision = decisions.get(change.decisionId)
    const mayRead = isStaff || Boolean(decision?.publishedAt)
    const href = isStaff ? paths.change({ commissioner, change: change.id }) : paths.public({ commissioner, slug: decision?.slug ?? '' })
    const label = `${change.title} (${stateWords[stateOf(change, ctx.today)].toLowerCase()})`
    return {
      kind: 'change',
      id: change.id,
      label: mayRead ? label : 'A change that is not published yet',
      at: change.promisedAt,
      href: mayRead ? href : null,
    }
  })
}

export const changeNodes: ThreadKind = {
  kind: 'change',
  describe: describeChanges,
  async list(ctx) {
    const db: Db = ctx.db
    const rows = await db.selectFrom('changes').select('id').orderBy('id', 'desc').limit(500).execute()
    return latestFirst(
      await describeChanges(
        ctx,
        rows.map(({ id }) => id),
      ),
    )
  },
}

const latestFirst = (nodes: ThreadNode[]) => nodes.toSorted((a, b) => (a.id < b.id ? 1 : -1))

const answered = (db: Db, column: 'finding_id' | 'decision_id', ids: readonly string[]) =>
  db
    .selectFrom('put_findings')
    .select(['finding_id as from', 'decision_id as to'])
    .where(sql<boolean>`${sql.ref(column)} = any(${ids}::uuid[])`)
    .execute()

export const wasAnsweredBy: ThreadJoin = {
  from: 'finding',
  to: 'decision',
  relation: 'was answered by',
  forward: (ctx, fromIds) => answered(ctx.db, 'finding_id', fromIds),
  backward: (ctx, toIds) => answered(ctx.db, 'decision_id', toIds),
}

const followed = (db: Db, column: 'decision_id' | 'id', ids: readonly string[]) =>
  db
    .selectFrom('current_changes')
    .select(['decision_id as from', 'id as to'])
    .where(sql<boolean>`${sql.ref(column)} = any(${ids}::uuid[])`)
    .execute()

export const ledTo: ThreadJoin = {
  from: 'decision',
  to: 'change',
  relation: 'led to',
  forward: (ctx, fromIds) => followed(ctx.db, 'decision_id', fromIds),
  backward: (ctx, toIds) => followed(ctx.db, 'id', toIds),
}
