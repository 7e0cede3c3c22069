import type { Context } from '#platform/context.ts'
import { NotFound } from '#platform/errors.ts'
import { historyOf, inWords } from '#platform/events.ts'
import { isId } from '#platform/ids.ts'
import { page, seeOther, type Web } from '#platform/web.tsx'
import { checkHistory } from './actions/check-history.ts'
import { describeSteps, walkThread } from './actions/walk-thread.ts'
import { HistoryPage } from './pages/history.tsx'
import { PublishedThreadPage } from './pages/published-thread.tsx'
import { SealsPage } from './pages/seals.tsx'
import { ThreadPage } from './pages/thread.tsx'
import { paths } from './paths.ts'
import { maySeeHistory } from './policy.ts'
import type { Problem } from './problem.ts'
import { findLastCheck, listHappenings, listSeals } from './queries/history.ts'
import { listAnswered, listChanges, listDecisions } from './queries/published.ts'
import { type Branch, branchesFrom, type Step } from './thread.ts'

const aPage = 50

export function routes(web: Web) {
  web.desk.get(paths.history, maySeeHistory, async (ctx) => {
    const commissioner = ctx.commissioner.slug
    const subject = ctx.query.subject?.trim() ?? ''
    const before = isId(ctx.query.before ?? '') ? ctx.query.before : undefined
    // An id that cannot be is one that nothing happened to.
    const found = subject && !isId(subject) ? [] : await listHappenings(ctx.db, { subject: subject || undefined, before, limit: aPage })
    const words = await inWords(ctx, found)
    const here = paths.history({ commissioner })
    const events = found.map((event, index) => ({
      at: event.at,
      who: words[index]!.who,
      what: words[index]!.what,
      seal: event.seal,
      subject: subjectOf(ctx, event.subject_kind, event.subject_id),
    }))
    const [head] = await listSeals(ctx.db, { limit: 1 })
    const last = found.length === aPage ? found.at(-1) : undefined
    const next = last ? `${here}?${new URLSearchParams({ ...(subject && { subject }), before: last.id })}` : null
    const props = {
      events,
      head: head ?? null,
      lastCheck: await lastCheckOf(ctx),
      checks: paths.checks({ commissioner }),
      here,
      seals: paths.seals({ commissioner }),
      subject,
      next,
    }
    return page('History', <HistoryPage {...props} />)
  })

  web.desk.post(paths.checks, maySeeHistory, async (ctx) => {
    await checkHistory(ctx)
    return seeOther(paths.history({ commissioner: ctx.commissioner.slug }))
  })

  web.desk.get(paths.thread, maySeeHistory, async (ctx) => {
    const start: Step = { kind: ctx.params.kind, id: ctx.params.id }
    const [backward, forward] = [
      branchesFrom(start, await walkThread(ctx, start, 'backward'), 'backward'),
      branchesFrom(start, await walkThread(ctx, start, 'forward'), 'forward'),
    ]
    const nodes = await describeSteps(ctx, [start, ...stepsOf(backward.branches), ...stepsOf(forward.branches)])
    const subject = nodes.get(start.id)
    if (!subject) throw new NotFound()
    const props = { commissioner: ctx.commissioner.slug, subject, backward, forward, nodes, happenings: await historyOf(ctx, [start.id]) }
    return page(`The thread: ${subject.label}`, <ThreadPage {...props} />)
  })

  // Not kept in memory: a seal is made every few seconds, and nothing else the public sees has changed then.
  web.open.get(paths.seals, async (ctx) => {
    const before = /^\d{1,9}$/.test(ctx.query.before ?? '') ? Number(ctx.query.before) : undefined
    const seals = await listSeals(ctx.db, { before, limit: aPage })
    const last = seals.length === aPage ? seals.at(-1) : undefined
    const next = last ? `${paths.seals({ commissioner: ctx.commissioner.slug })}?before=${last.number}` : null
    return page('Proof that our history has not been changed', <SealsPage organisation={ctx.commissioner.name} seals={seals} next={next} />)
  })

  web.public.get(paths.publicThread, async (ctx) => {
    const { id } = ctx.params
    const decisions = isId(id) ? await listDecisions(ctx.db, id) : []
    if (decisions.length === 0) throw new NotFound()
    const decisionIds = decisions.map((decision) => decision.id)
    const thread = {
      subject: id,
      decisions,
      findings: await listAnswered(ctx.db, decisionIds),
      changes: await listChanges(ctx.db, decisionIds),
      told: await countTold(ctx, decisionIds),
    }
    const title = thread.findings.find((finding) => finding.id === id)?.title ?? decisions.find((decision) => decision.id === id)?.title
    // A finding that was withdrawn after it was answered has no page of its own any more.
    if (!title) throw new NotFound()
    return page(
      title,
      <PublishedThreadPage commissioner={ctx.commissioner.slug} thread={thread} happenings={publicly(await historyOf(ctx, [id]))} />,
    )
  })
}

function subjectOf({ slots, commissioner }: Context, kind: string, id: string) {
  const href = slots.threadKinds.some((known) => known.kind === kind)
    ? paths.thread({ commissioner: commissioner.slug, kind, id })
    : `${paths.history({ commissioner: commissioner.slug })}?subject=${id}`
  return { kind: kind.replaceAll('-', ' '), href }
}

async function lastCheckOf(ctx: Context) {
  const check = await findLastCheck(ctx.db, ctx.commissioner.id)
  if (!check) return null
  const [words] = await inWords(ctx, [check])
  const { ok, events, problems, listed } = check.detail as {
    ok: boolean
    events: number
    problems: number
    listed: [string, string, Problem['fault']][]
  }
  return { at: check.at, who: words!.who, ok, events, problems, listed: listed.map(([kind, id, fault]) => ({ kind, id, fault })) }
}

const stepsOf = (branches: readonly Branch[]): Step[] => branches.flatMap((branch) => [branch.step, ...stepsOf(branch.branches)])

/** How many were told of each decision, and how many are still to be: counts, not people. */
async function countTold(ctx: Context, decisionIds: readonly string[]) {
  const counts = new Map<string, { told: number; waiting: number }>()
  const notices = ctx.slots.threadKinds.find(({ kind }) => kind === 'notice')
  for (const join of ctx.slots.threadJoins.filter(({ from, to }) => from === 'decision' && to === 'notice')) {
    const pairs = await join.forward(ctx, decisionIds)
    const nodes = await notices?.describe(
      ctx,
      pairs.map(({ to }) => to),
    )
    const left = new Set(nodes?.flatMap(({ id, pending }) => (pending ? [] : [id])))
    for (const { from, to } of pairs) {
      const { told, waiting } = counts.get(from) ?? { told: 0, waiting: 0 }
      counts.set(from, left.has(to) ? { told: told + 1, waiting } : { told, waiting: waiting + 1 })
    }
  }
  return counts
}

/** In public, staff are not named. */
const publicly = <Line extends { who: string }>(lines: readonly Line[]): Line[] => lines.map((line) => ({ ...line, who: 'Our staff' }))
