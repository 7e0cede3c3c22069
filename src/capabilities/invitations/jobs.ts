import { consultationOfSurvey, isClosed } from '#capabilities/consultations'
import type { Job } from '#platform/jobs.ts'
import { answerAsking, answerRequest } from './actions/ask-for-link.ts'
import { asking } from './invitation.ts'
import { forgetAddresses, forgetAttempts, listKeyed } from './queries/asking.ts'
import { mixSpendings } from './queries/invitations.ts'

const answer: Job = { name: answerAsking, run: (within, { request }) => within((ctx) => answerRequest(ctx, String(request))) }

/** Nothing is kept longer than it is needed: attempts a quarter of an hour, days of use a day, addresses until the consultation has closed. */
const forget: Job = {
  name: 'forget who was invited',
  everySeconds: 900,
  async run(within) {
    await within(async ({ db, now, today }) => {
      await forgetAttempts(db, new Date(now.getTime() - asking.within))
      await mixSpendings(db, { before: today })
    })
    await within(async ({ db, today }) => {
      for (const surveyId of await listKeyed(db)) {
        const consultation = await consultationOfSurvey(db, surveyId)
        if (consultation && !isClosed(consultation, today)) continue
        await mixSpendings(db, { surveyId })
        await forgetAddresses(db, surveyId)
      }
    })
  },
}

export const jobs: readonly Job[] = [answer, forget]
