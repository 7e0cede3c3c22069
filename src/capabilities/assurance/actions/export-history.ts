import type { Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { headLine, sealedLines } from '../history-file.ts'
import { readSealed } from '../queries/seals.ts'

/** The sealed history as lines of text, in the form of docs/history-format.md, handed over one at a time. Returns how many events and seals it holds. */
export async function exportHistory(
  ctx: Context,
  take: (line: string) => Promise<void>,
): Promise<{ events: number; seals: number; head: string | null }> {
  const whole = { events: 0, seals: 0, head: null as string | null }
  await take(headLine(ctx.commissioner))
  for await (const sealed of readSealed(ctx.db)) {
    for (const line of sealedLines(sealed)) await take(line)
    whole.events += sealed.members.length
    whole.seals += sealed.seal ? 1 : 0
    whole.head = sealed.seal?.hash ?? whole.head
  }
  await record(ctx, 'history.exported', ctx.commissioner.id, { events: whole.events, seals: whole.seals }, { publicPagesStay: true })
  return whole
}
