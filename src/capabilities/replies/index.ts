import { formatDate } from '#design'
import { fatesOf } from '#platform/outbox.ts'
import type { Capability, ThreadJoin, ThreadKind } from '#platform/slots.ts'
import { tellPeople } from './actions/tell-people.ts'
import { standingOf } from './notice.ts'
import { paths } from './paths.ts'
import { isPublished, joinNotices, listLatestNotices, listNoticesById, readNotices } from './queries/notices.ts'
import { findLatestDecision } from './queries/replies.ts'
import { routes } from './routes.tsx'

export { tellPeople } from './actions/tell-people.ts'

const notices: ThreadKind = {
  kind: 'notice',
  async describe(ctx, ids) {
    const found = await listNoticesById(ctx.db, ids)
    const fates = await fatesOf(ctx.db, [...new Set(found.map(({ messageId }) => messageId))])
    return found.map(({ id, madeAt, messageId }) => ({
      kind: 'notice',
      id,
      href: null,
      at: madeAt,
      ...standingOf(fates.get(messageId) ?? 'waiting'),
    }))
  },
  list: async (ctx) => {
    const ids = await listLatestNotices(ctx.db, 500)
    const nodes = new Map((await notices.describe(ctx, ids)).map((node) => [node.id, node]))
    return ids.flatMap((id) => nodes.get(id) ?? [])
  },
}

const wasToldIn: ThreadJoin = {
  from: 'decision',
  to: 'notice',
  relation: 'was told in',
  forward: (ctx, fromIds) => joinNotices(ctx.db, 'decision_id', fromIds),
  backward: (ctx, toIds) => joinNotices(ctx.db, 'id', toIds),
}

export const replies: Capability = {
  name: 'replies',
  routes,
  desk: [
    { door: 'Reply', text: 'Replies', href: (commissioner) => paths.list({ commissioner }) },
    { door: 'Reply', text: 'Outbox', href: (commissioner) => paths.outbox({ commissioner }) },
  ],
  publicLinks: [{ text: 'You said, we did', href: (commissioner) => paths.youSaid({ commissioner }) }],
  neighbours: [
    {
      on: 'commissioner',
      shell: 'public',
      async links(ctx) {
        const latest = await findLatestDecision(ctx.db)
        const href = paths.youSaid({ commissioner: ctx.commissioner.slug })
        return latest
          ? [{ text: 'You said, we did', href, hint: `The latest: ${latest.title}, decided on ${formatDate(latest.decidedOn)}` }]
          : []
      },
    },
    {
      on: 'decision',
      shell: 'desk',
      links: async (ctx, id) =>
        (await isPublished(ctx.db, id))
          ? [
              {
                text: 'Who was told',
                href: paths.told({ commissioner: ctx.commissioner.slug, decision: id }),
                hint: 'And who was not, and why',
              },
            ]
          : [],
    },
  ],
  onDecisionPublished: async (ctx, decisionId) => void (await tellPeople(ctx, decisionId)),
  spine: [{ kind: 'notice', read: (ctx, afterId, limit) => readNotices(ctx.db, afterId, limit) }],
  threadKinds: [notices],
  threadJoins: [wasToldIn],
  sentences: {
    'decision.people-told': ({ notices: made, messages }) =>
      `Wrote to those who asked to be told: ${made} ${made === 1 ? 'reply' : 'replies'} in ${messages} ${messages === 1 ? 'message' : 'messages'}`,
    'message.read': () => 'Saw the address this goes to',
    'message.settled': ({ decision }) => (decision === 'arrived' ? 'Said that it had arrived' : 'Asked to send it again'),
  },
}
