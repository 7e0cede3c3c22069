import type { GivenAnswer, SurveyVersion } from '#capabilities/surveys'
import type { Context } from '#platform/context.ts'
import { recordWith } from '#platform/events.ts'
import { hashOf, newBlindId, newId, newSalt } from '#platform/ids.ts'
import { londonDate } from '#platform/time.ts'
import {
  type AnswerRow,
  type Channel,
  type ContributionRow,
  contributionContent,
  type ResponseRow,
  responseContent,
} from '../contribution.ts'
import { responseRows } from '../queries/respond.ts'
import { newReceipt, plainReceipt } from '../receipt.ts'

export interface Incoming {
  version: Pick<SurveyVersion, 'id' | 'surveyId' | 'promise'>
  answers: readonly GivenAnswer[]
  channel: Exclude<Channel, 'import'>
  /** Kept with the response only where the survey's promise is "named". */
  personId?: string | null
  organisationId?: string | null
  place?: string | null
  /** When it was said, where that was not today: a letter typed in later. */
  saidOn?: string
}

/** Keep one act of speaking: what was ticked, what was said, and a receipt. The code is shown once and is kept only as a hash. */
export async function receiveResponse(ctx: Context, incoming: Incoming): Promise<{ responseId: string; receipt: string }> {
  const { version, channel, organisationId = null, place = null } = incoming
  const anonymous = version.promise === 'anonymous'
  const idOf = anonymous ? newBlindId : newId
  const receivedAt = anonymous ? startOfHour(ctx.now) : ctx.now
  const response: ResponseRow = {
    id: idOf(),
    channel,
    survey_id: version.surveyId,
    survey_version_id: version.id,
    source_id: null,
    person_id: version.promise === 'named' ? (incoming.personId ?? null) : null,
    organisation_id: organisationId,
    respondent: null,
    place,
    said_on: incoming.saidOn ?? londonDate(receivedAt),
    received_at: receivedAt,
    salt: newSalt(),
  }
  const contributions = incoming.answers.flatMap((answer) => contributionIn(answer, { id: idOf(), responseId: response.id }))
  const answers: AnswerRow[] = incoming.answers.flatMap(({ question, choices }) =>
    choices?.length ? [{ question_key: question.key, choices }] : [],
  )
  const receipt = newReceipt()

  await recordWith(
    ctx,
    responseRows(ctx.db, ctx.commissioner.id, { response, contributions, answers, codeHash: hashOf(plainReceipt(receipt)) }),
    'response.submitted',
    response.id,
    { survey: version.surveyId, channel, contributions: contributions.length, answers: answers.length },
    {
      rows: [
        { kind: 'response', id: response.id, salt: response.salt, content: responseContent(response, answers) },
        ...contributions.map((row) => ({ kind: 'contribution', id: row.id, salt: row.salt, content: contributionContent(row) })),
      ],
      // What is counted or quoted in public changes by other acts, never by one more response.
      publicPagesStay: true,
    },
  )
  return { responseId: response.id, receipt }
}

function contributionIn({ question, words }: GivenAnswer, { id, responseId }: { id: string; responseId: string }): ContributionRow[] {
  const said = words?.normalize('NFC').trim()
  if (!said) return []
  return [
    {
      id,
      response_id: responseId,
      question_key: question.key,
      question_text: question.text,
      words: said,
      score: null,
      salt: newSalt(),
      source_id: null,
      source_key: null,
    },
  ]
}

// To the hour: fine enough to count by, too coarse to match with who was at the keyboard.
const startOfHour = (moment: Date) => new Date(Math.floor(moment.getTime() / 3_600_000) * 3_600_000)
