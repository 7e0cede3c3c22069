import { formatDate } from '#design'
import type { Context } from '#platform/context.ts'
import type { Job } from '#platform/jobs.ts'
import { queueMessage } from '#platform/mail.ts'
import { forgetAddresses } from './actions/tell-waiting.ts'
import { warnsOf } from './draft.ts'
import { deleteUselessAddresses, keepToldOf, listToWarn } from './queries/addresses.ts'
import { deleteExpired, keepClosing, listClosed, titleOfSurvey } from './queries/drafts.ts'

/** Say three days before that saved answers will be deleted; delete them; and forget the addresses of surveys that are over. */
const tidy: Job = {
  name: 'tidy saved answers',
  everySeconds: 3600,
  async run(within) {
    await within(warn)
    while ((await within((ctx) => deleteExpired(ctx.db, ctx.today))) > 0);
    await within(forget)
  },
}

export const jobs: readonly Job[] = [tidy]

async function warn(ctx: Context) {
  for (const { id, surveyId, expiresOn } of await listToWarn(ctx.db, { today: ctx.today, upTo: warnsOf(ctx.today) })) {
    if (!(await keepToldOf(ctx.db, id, expiresOn))) continue
    const day = formatDate(expiresOn)
    await queueMessage(ctx, {
      kind: 'saved answers',
      recipient: { kind: 'return address', id },
      subject: `We will delete your saved answers after ${day}`,
      body: [
        `You saved your answers to “${await titleOfSurvey(ctx.db, surveyId)}” to finish them later. We keep them until the end of ${day}. Then we delete them.`,
        'To go on, open the link in our message “Your saved answers” by then. We cannot send that link again: it is kept nowhere but in your message.',
        'If you do not want to go on, you do not need to do anything.',
      ].join('\n\n'),
    })
  }
}

async function forget(ctx: Context) {
  for (const surveyId of await listClosed(ctx.db, ctx.today)) {
    await forgetAddresses(ctx, surveyId)
    await keepClosing(ctx.db, { commissionerId: ctx.commissioner.id, surveyId, closesOn: null })
  }
  await deleteUselessAddresses(ctx.db, ctx.today)
}
