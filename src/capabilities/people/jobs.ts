import { formatDate } from '#design'
import type { Context } from '#platform/context.ts'
import type { Job } from '#platform/jobs.ts'
import { queueMessage } from '#platform/mail.ts'
import { londonDate } from '#platform/time.ts'
import { answerAsking } from './actions/ask-for-link.ts'
import { signInMessage } from './actions/sign-in.ts'
import { findAccountByHash, findContactPointsByHash, takeAttempt } from './queries/attempts.ts'

/** Send the link that was asked for, if the address is known; once, however often the job runs. */
const answer: Job = {
  name: answerAsking,
  signingIn: true,
  run: (within, { attempt, who, to }) =>
    within(async (ctx) => {
      const addressHash = await takeAttempt(ctx.db, String(attempt), ctx.now)
      if (!addressHash) return
      if (who === 'staff') await answerStaff(ctx, addressHash, typeof to === 'string' ? to : null)
      else await answerPerson(ctx, addressHash)
    }),
}

export const jobs: readonly Job[] = [answer]

async function answerStaff(ctx: Context, addressHash: Buffer, to: string | null) {
  const accountId = await findAccountByHash(ctx.db, addressHash)
  if (accountId) await queueMessage(ctx, signInMessage(ctx, accountId, to))
}

/** One message for each person known by this address: equal addresses are not merged, and each link opens one person's own words. */
async function answerPerson(ctx: Context, addressHash: Buffer) {
  for (const { id, addedAt } of await findContactPointsByHash(ctx.db, addressHash))
    await queueMessage(ctx, {
      kind: 'person link',
      recipient: { kind: 'contact point', id },
      subject: `Your link to ${ctx.commissioner.name}`,
      body: [
        `You gave us this address on ${formatDate(londonDate(addedAt))}. Open this link to see what you told us and what came of it:`,
        '[link]',
        'It works once, for 30 days.',
        'If you did not ask for it, you do not need to do anything.',
      ].join('\n\n'),
      link: { kind: 'person link', subjectId: id },
    })
}
