import { seeConcern } from '#capabilities/concerns'
import { listHeld, receiveResponse, redactWords, withhold } from '#capabilities/contributions'
import { addPerson, consentWordings, recordConsent } from '#capabilities/people'
import type { GivenAnswer, SurveyVersion } from '#capabilities/surveys'
import type { Context } from '#platform/context.ts'
import type { NorthmoorConsultation, NorthmoorResponse } from '../northmoor.ts'
import type { Story } from './story.ts'

/** The response of each id in the files. */
export type Heard = ReadonlyMap<string, string>

/** Everybody answers on their own day, by their own channel, with the consents they gave. */
export async function hearResponses(
  story: Story,
  version: SurveyVersion,
  { slug: consultation, closes }: Pick<NorthmoorConsultation, 'slug' | 'closes'>,
  organisations: ReadonlyMap<string, string>,
  said: (done: number, total: number) => void,
): Promise<Heard> {
  const responses = story.files.responses.filter((response) => response.consultation === consultation)
  const heard = new Map<string, string>()
  const isOver = closes < 0
  for (const [day, together] of [...Map.groupBy(responses, (response) => response.day)].sort(([a], [b]) => a - b)) {
    await story.as('the public', day, async (ctx) => {
      for (const response of together)
        heard.set(response.id, await hear(ctx, version, response, organisations.get(response.organisation ?? '') ?? null))
    })
    // Of a consultation that is over nothing waits any more: whoever was on duty saw that it was a way of speaking.
    if (isOver)
      await story.as('engagement lead', day, async (ctx) => {
        for (const id of await listHeld(ctx.db, version.surveyId)) await seeConcern(ctx, id)
      })
    said(heard.size, responses.length)
  }
  return heard
}

async function hear(ctx: Context, version: SurveyVersion, response: NorthmoorResponse, organisationId: string | null): Promise<string> {
  const { contact } = response
  const person =
    contact?.told && version.promise !== 'anonymous' ? await addPerson(ctx, { name: contact.name, email: contact.email }) : null
  const { responseId } = await receiveResponse(ctx, {
    version,
    answers: answersOf(version, response),
    channel: response.channel,
    place: response.place,
    personId: person?.personId ?? null,
    organisationId,
  })
  if (person) await recordConsent(ctx, { personId: person.personId, responseId, purpose: 'be told', wording: consentWordings['be told'] })
  if (contact?.quote) await recordConsent(ctx, { personId: null, responseId, purpose: 'be quoted', wording: consentWordings['be quoted'] })
  return responseId
}

const answersOf = (version: SurveyVersion, { answers, others = {}, words }: NorthmoorResponse): GivenAnswer[] =>
  version.questions.flatMap((question) => {
    const ticked = answers[question.key]
    const typed = words[question.key] ?? others[question.key] ?? null
    return ticked === undefined && typed === null
      ? []
      : [{ question, choices: ticked === undefined ? null : [ticked].flat(), words: typed }]
  })

/** Names are taken out, and what must not be read is withheld, on the third day after closing. */
export async function protect(story: Story, contributions: ReadonlyMap<string, string>, day: number) {
  await story.as('engagement lead', day, async (ctx) => {
    for (const response of story.files.responses) {
      for (const question of Object.keys(response.words)) {
        const contributionId = contributions.get(`${response.id} ${question}`)
        if (!contributionId) continue
        for (const words of response.redact ?? [])
          if (response.words[question]?.includes(words))
            await redactWords(ctx, contributionId, { words, reason: 'It names someone, or says how to reach them' })
        if (response.withheld) await withhold(ctx, contributionId, { audience: 'everyone', reason: response.withheld })
      }
    }
  })
}
