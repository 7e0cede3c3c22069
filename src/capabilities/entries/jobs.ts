import { consultationOfSurvey, isOpen } from '#capabilities/consultations'
import type { Job } from '#platform/jobs.ts'
import { forgetSenders, listKeyed } from './queries/texts.ts'

/** When a consultation has closed, nothing is left by which a telephone could be known again. */
const forgetTelephones: Job = {
  name: 'forget telephones',
  everySeconds: 3600,
  run: (within) =>
    within(async ({ db, today }) => {
      for (const surveyId of await listKeyed(db)) {
        const consultation = await consultationOfSurvey(db, surveyId)
        if (!consultation || !isOpen(consultation, today)) await forgetSenders(db, surveyId)
      }
    }),
}

export const jobs: readonly Job[] = [forgetTelephones]
