import type { Context } from '#platform/context.ts'
import type { ThreadJoin, ThreadNode } from '#platform/slots.ts'
import { listContributionScopes, listFindingScopes } from '../queries/scopes.ts'
import type { Direction, Link, Step } from '../thread.ts'

/** Follow the thread from one step to its end, in one direction: every link, each once, nearest first. */
export async function walkThread(ctx: Context, start: Step, direction: Direction): Promise<Link[]> {
  const links: Link[] = []
  const reached = new Set([start.id])
  const keep = scopeKeeper(ctx, start, direction)
  for (let edge = [start]; edge.length > 0; ) {
    const next: Step[] = []
    for (const [kind, steps] of Map.groupBy(edge, (step) => step.kind))
      for (const join of ctx.slots.threadJoins.filter((one) => (direction === 'forward' ? one.from : one.to) === kind))
        for (const pair of await keep(join, await pairsOf(ctx, join, steps, direction))) {
          const link = { from: { kind: join.from, id: pair.from }, to: { kind: join.to, id: pair.to }, relation: join.relation }
          const far = direction === 'forward' ? link.to : link.from
          links.push(link)
          if (!reached.has(far.id)) next.push(far)
          reached.add(far.id)
        }
    edge = next
  }
  return links
}

interface Pair {
  from: string
  to: string
}

const pairsOf = (ctx: Context, join: ThreadJoin, steps: readonly Step[], direction: Direction): Promise<Pair[]> => {
  const ids = steps.map(({ id }) => id)
  return direction === 'forward' ? join.forward(ctx, ids) : join.backward(ctx, ids)
}

/**
 * Themes are shared: one frame serves many surveys. A finding speaks only of its own survey or source, so between a finding and a
 * contribution the walk keeps to what came in there. From a theme itself it goes everywhere.
 */
function scopeKeeper(ctx: Context, start: Step, direction: Direction) {
  const scopesOfTheme = new Map<string, Set<string>>()
  return async ({ from, to }: ThreadJoin, pairs: Pair[]): Promise<Pair[]> => {
    if (pairs.length === 0) return pairs
    if (from === 'theme' && to === 'finding') {
      const scopes = await listFindingScopes(
        ctx.db,
        pairs.map((pair) => pair.to),
      )
      for (const pair of pairs) scopesOfTheme.set(pair.from, (scopesOfTheme.get(pair.from) ?? new Set()).add(scopes.get(pair.to) ?? ''))
      if (direction === 'backward' || start.kind !== 'contribution') return pairs
      const own = (await listContributionScopes(ctx.db, [start.id])).get(start.id) ?? []
      return pairs.filter((pair) => own.includes(scopes.get(pair.to) ?? ''))
    }
    if (from === 'contribution' && to === 'theme' && direction === 'backward' && start.kind !== 'theme') {
      const scopes = await listContributionScopes(
        ctx.db,
        pairs.map((pair) => pair.from),
      )
      return pairs.filter((pair) => (scopes.get(pair.from) ?? []).some((scope) => scope !== null && scopesOfTheme.get(pair.to)?.has(scope)))
    }
    return pairs
  }
}

/** What these steps are called, asked for by kind, 500 at a time. A step that nobody describes is left out. */
export async function describeSteps(ctx: Context, steps: Iterable<Step>): Promise<Map<string, ThreadNode>> {
  const found = new Map<string, ThreadNode>()
  for (const [kind, some] of Map.groupBy(steps, (step) => step.kind)) {
    const ids = [...new Set(some.map(({ id }) => id))]
    const describer = ctx.slots.threadKinds.find((known) => known.kind === kind)
    for (let start = 0; describer && start < ids.length; start += 500)
      for (const node of await describer.describe(ctx, ids.slice(start, start + 500))) found.set(node.id, node)
  }
  return found
}
