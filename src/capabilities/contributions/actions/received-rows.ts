import type { GivenAnswer, SurveyVersion } from '#capabilities/surveys'
import { type Digested, digested } from '#platform/digests.ts'
import { newBlindId, newId, newSalt } from '#platform/ids.ts'
import type { Screen } from '#platform/slots.ts'
import { londonDate } from '#platform/time.ts'
import {
  type AnswerRow,
  type Channel,
  type ContributionRow,
  contributionContent,
  type ResponseRow,
  responseContent,
} from '../contribution.ts'
import type { Received } from '../queries/respond.ts'

export interface Said {
  version: Pick<SurveyVersion, 'id' | 'surveyId' | 'promise'>
  answers: readonly GivenAnswer[]
  channel: Channel
  /** Kept with the response only where the survey's promise is "named". */
  personId?: string | null
  organisationId?: string | null
  place?: string | null
  /** When it was said, where that was not today: a letter typed in later. */
  saidOn?: string | null
  /** The page it was answered on: a language, Easy Read; none for the questions as they were written. */
  variant?: string | null
}

/** One act of speaking, as the rows that keep it. Under "anonymous" no id and no moment says when it was. */
export function rowsOf(said: Said, { now, screen }: { now: Date; screen: Pick<Screen, 'look'> }): Omit<Received, 'codeHash'> {
  const { version, channel, organisationId = null, place = null } = said
  const anonymous = version.promise === 'anonymous'
  const idOf = anonymous ? newBlindId : newId
  const receivedAt = anonymous ? startOfHour(now) : now
  const response: ResponseRow = {
    id: idOf(),
    channel,
    survey_id: version.surveyId,
    survey_version_id: version.id,
    source_id: null,
    person_id: version.promise === 'named' ? (said.personId ?? null) : null,
    organisation_id: organisationId,
    respondent: null,
    place,
    said_on: said.saidOn ?? londonDate(receivedAt),
    received_at: receivedAt,
    variant: said.variant ?? null,
    salt: newSalt(),
  }
  const contributions = said.answers.flatMap((answer) => contributionIn(answer, { id: idOf(), responseId: response.id }))
  const [equality, answers] = ticked(said.answers)
  const apart = said.answers.flatMap(({ question, apart }) => (apart ? [{ question_key: question.key, value: apart }] : []))
  const files = said.answers.flatMap(({ question, files = [] }) => files.map((id) => ({ question_key: question.key, file_id: id })))
  const holds = contributions.flatMap(({ id, words }) => {
    const reason = words && screen.look(words)
    return reason ? [{ contribution_id: id, reason, held_at: receivedAt }] : []
  })
  return { response, contributions, answers, equality, apart, files, holds }
}

/** What its event holds of it. */
export const digestsOf = ({ response, contributions, answers }: Omit<Received, 'codeHash'>): Digested[] => [
  digested({ kind: 'response', id: response.id, salt: response.salt, content: responseContent(response, answers) }),
  ...contributions.map((row) => digested({ kind: 'contribution', id: row.id, salt: row.salt, content: contributionContent(row) })),
]

/** What was ticked: for equality monitoring, and the rest. */
function ticked(given: readonly GivenAnswer[]): [AnswerRow[], AnswerRow[]] {
  const rows = given.flatMap(({ question, choices }) =>
    choices?.length ? [{ isEquality: question.block === 'equality', row: { question_key: question.key, choices } }] : [],
  )
  return [
    rows.filter(({ isEquality }) => isEquality).map(({ row }) => row),
    rows.filter(({ isEquality }) => !isEquality).map(({ row }) => row),
  ]
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
