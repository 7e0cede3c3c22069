import type { Context } from '#platform/context.ts'
import { type Fate, fatesOf } from '#platform/outbox.ts'
import { countAskedNotTold, countImportedBehind, listNotices, listResponsesBehind } from '../queries/notices.ts'
import type { Telling } from '../telling.ts'

const groups: Record<Fate, 'told' | 'waiting' | 'inDoubt' | 'refused'> = {
  sent: 'told',
  arrived: 'told',
  waiting: 'waiting',
  'being sent': 'waiting',
  'to be tried again': 'waiting',
  'in doubt': 'inDoubt',
  refused: 'refused',
}

/** Of everyone behind a decision, how many were told, and how many were not and why. */
export async function countTold(ctx: Context, decisionId: string): Promise<Telling> {
  const responses = (await listResponsesBehind(ctx.db, decisionId)).length
  const notices = await listNotices(ctx.db, decisionId)
  const fates = await fatesOf(ctx.db, [...new Set(notices.map(({ message_id }) => message_id))])
  const unreachable = await countAskedNotTold(ctx.db, decisionId)
  const counted = { told: 0, waiting: 0, inDoubt: 0, refused: 0 }
  for (const { message_id } of notices) counted[groups[fates.get(message_id) ?? 'waiting']] += 1
  return {
    ...counted,
    responses,
    unreachable,
    didNotAsk: responses - notices.length - unreachable,
    imported: await countImportedBehind(ctx.db, decisionId),
  }
}
