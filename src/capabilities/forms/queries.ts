import type { Consultation } from '#capabilities/consultations'
import { findReceipt, findStanding, type GivenBefore, listGiven } from '#capabilities/contributions'
import { findSurveyVersion, type SurveyVersion } from '#capabilities/surveys'
import { inWordsOf, listOffered, type Variant } from '#capabilities/variants'
import type { Context } from '#platform/context.ts'
import { NotFound, Refused } from '#platform/errors.ts'

/** What a receipt is for. */
export interface Answered {
  responseId: string
  saidOn: string
  place: string | null
  variant: string | null
  version: SurveyVersion
  before: GivenBefore[]
}

/** What was answered, found by the code of its receipt and by nothing else. Null where it was taken back, or other answers stand in its place. */
export async function findAnswered(
  db: Context['db'],
  { surveyId }: Pick<Consultation, 'surveyId'>,
  code: string,
): Promise<Answered | null> {
  const receipt = await findReceipt(db, code)
  if (!receipt) throw new NotFound('receipt')
  const standing = await findStanding(db, receipt.responseId).catch(gone)
  if (!standing) return null
  if (standing.survey_id !== surveyId || !standing.survey_version_id) throw new NotFound('receipt')
  return {
    responseId: standing.id,
    saidOn: standing.said_on,
    place: standing.place,
    variant: standing.variant,
    version: await findSurveyVersion(db, standing.survey_version_id),
    before: await listGiven(db, standing.id),
  }
}

/** The response that another is to stand in place of, by its receipt's code; null where it stands in place of none. */
export async function findReplaced(db: Context['db'], consultation: Pick<Consultation, 'surveyId'>, code: string): Promise<string | null> {
  if (code === '') return null
  const answered = await findAnswered(db, consultation, code)
  if (!answered) throw new Refused('You have changed these answers already, or taken them back')
  return answered.responseId
}

function gone(fault: unknown) {
  if (fault instanceof NotFound) return null
  throw fault
}

/** The questions in the words of a language or format that is offered; as they were written where it is none. */
export async function versionIn(
  db: Context['db'],
  version: SurveyVersion,
  code: string,
): Promise<{ version: SurveyVersion; variant: Variant | null }> {
  const variant = code === '' ? undefined : (await listOffered(db, version.surveyId)).find((offered) => offered.code === code)
  return variant ? { version: inWordsOf(version, variant.texts), variant } : { version, variant: null }
}
