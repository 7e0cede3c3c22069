import type { Context } from '#platform/context.ts'
import { digestOf, type SpineRow } from '#platform/digests.ts'
import type { SpineKind } from '#platform/slots.ts'
import { checkChain, type Reached, whySlippedIn } from '../chain.ts'
import { listProblems, type Problems, type Verification } from '../problem.ts'
import { countEvents, listDigestKinds, listSpokenOf, readExpected, spreadDigests } from '../queries/digests.ts'
import { listUnsealedMoments, readSealed } from '../queries/seals.ts'

/** Hold the whole living history against its seals, and every row of the spine against what events say of it. */
export async function verifyHistory(ctx: Context): Promise<Verification> {
  const problems = listProblems()
  const { head, reached } = await checkChain(ctx.commissioner.id, readSealed(ctx.db), problems)
  await checkUnsealed(ctx, reached, problems)
  await checkRows(ctx, problems)
  const found = problems.all()
  return { ok: found.length === 0, events: await countEvents(ctx.db), head, problems: found }
}

/** An event that waits for its seal is new. One that is old was not there when its neighbours were sealed. */
async function checkUnsealed(ctx: Context, reached: Reached, problems: Problems) {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const page = await listUnsealedMoments(ctx.db, after, 5000)
    for (const { id, moment, actor_kind } of page) {
      const why = whySlippedIn({ eventId: id, at: moment, actorKind: actor_kind }, reached)
      if (why) problems.add({ kind: 'event', id, fault: 'slipped in', says: `Event ${id} was slipped in: ${why}` })
    }
    const last = page.at(-1)
    if (!last) return
    after = last.id
  }
}

async function checkRows(ctx: Context, problems: Problems) {
  await spreadDigests(ctx.db)
  for (const spine of ctx.slots.spine) await checkKind(ctx, spine, problems)
  for (const kind of await listDigestKinds(ctx.db))
    if (!ctx.slots.spine.some((spine) => spine.kind === kind))
      problems.add({ kind, id: '', fault: 'not checked', says: `Events speak of rows of the kind ${kind}, which this version cannot read` })
}

async function checkKind(ctx: Context, spine: SpineKind, problems: Problems) {
  const { kind } = spine
  const unspoken: string[] = []
  const queue = readExpected(ctx.db, kind)
  let expected = await queue.next()
  const removedBefore = async (id: string) => {
    for (; !expected.done && expected.value.id < id; expected = await queue.next())
      problems.add({ kind, id: expected.value.id, fault: 'removed', says: `The ${kind} ${expected.value.id} was removed` })
  }
  for await (const row of rowsOf(ctx, spine)) {
    await removedBefore(row.id)
    if (expected.done || expected.value.id !== row.id) {
      unspoken.push(row.id)
      continue
    }
    if (expected.value.digest !== digestOf(row))
      problems.add({ kind, id: row.id, fault: 'changed', says: `The ${kind} ${row.id} was changed after it was recorded` })
    expected = await queue.next()
  }
  await removedBefore('~')
  await checkUnspoken(ctx, kind, unspoken, problems)
}

/** A row without an event was slipped in, unless it came, with its event, while we were reading. */
async function checkUnspoken(ctx: Context, kind: string, ids: readonly string[], problems: Problems) {
  for (let start = 0; start < ids.length; start += 10_000) {
    const some = ids.slice(start, start + 10_000)
    const spokenOf = await listSpokenOf(ctx.db, kind, some)
    for (const id of some)
      if (!spokenOf.has(id)) problems.add({ kind, id, fault: 'slipped in', says: `The ${kind} ${id} was slipped in: no event recorded it` })
  }
}

async function* rowsOf(ctx: Context, { read }: SpineKind): AsyncGenerator<SpineRow> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const page = await read(ctx, after, 500)
    yield* page
    const last = page.at(-1)
    if (!last) return
    after = last.id
  }
}
