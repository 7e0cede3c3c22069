import { contributionsOf } from '#capabilities/contributions'
import type { Workplace } from '#platform/commands.ts'
import { refuseIf } from '#platform/errors.ts'
import type { Northmoor } from '../northmoor.ts'
import { decide } from './decide.ts'
import { foundNorthmoor } from './found-northmoor.ts'
import { type Heard, hearResponses, protect } from './hear-responses.ts'
import { hold } from './hold-consultation.ts'
import { codeComments, findWhatWasSaid, frameThemes } from './make-sense.ts'
import { type Story, tell } from './story.ts'

/** Tell the whole story of Northmoor, from its founding to today. Only into an installation that has no commissioner. */
export async function loadNorthmoor(place: Workplace): Promise<{ responses: number }> {
  refuseIf(
    (await place.commissioners()).length > 0,
    'The demonstration is loaded into an empty database only, and this one has a commissioner',
  )
  place.write('Loading the demonstration: Northmoor, a place that does not exist.')
  // At once, so that a first start that is killed begins again, and nobody is left with half a story.
  return place.atOnce(load)
}

async function load(place: Workplace) {
  const files = await readFiles()
  const { staff, organisations } = await foundNorthmoor(place, files)
  const story = tell(place, files, staff)
  const heard = []
  for (const consultation of files.consultations) {
    const version = await hold(story, consultation)
    const responses = await hearResponses(story, version, consultation, organisations, place.progress)
    heard.push({
      surveyId: version.surveyId,
      contributions: await contributionIds(story, responses),
      closes: consultation.closes,
      responses: responses.size,
    })
  }
  const [first] = heard
  if (first) {
    await protect(story, first.contributions, first.closes + 3)
    const framed = await frameThemes(story, first.closes + 4)
    await codeComments(story, first, framed, first.closes + 10, place.progress)
    await decide(story, await findWhatWasSaid(story, first, framed.themes, first.closes + 20))
  }
  return { responses: heard.reduce((sum, { responses }) => sum + responses, 0) }
}

/** Which contribution holds which words: 'b001 now'. */
async function contributionIds(story: Story, heard: Heard): Promise<Map<string, string>> {
  const keys = new Map([...heard].map(([key, responseId]) => [responseId, key]))
  const rows = await story.as('engagement lead', 0, (ctx) => contributionsOf(ctx.db, [...heard.values()]))
  return new Map(rows.map((row) => [`${keys.get(row.responseId)} ${row.questionKey}`, row.id]))
}

const readFiles = async (): Promise<Northmoor> => {
  const names = ['organisations', 'staff', 'consultations', 'responses', 'frame', 'codings', 'findings', 'decision'] as const
  const read = await Promise.all(
    names.map(async (name) => [
      name,
      (await import(`../../../../demonstration/northmoor/${name}.json`, { with: { type: 'json' } })).default,
    ]),
  )
  return Object.fromEntries(read) as Northmoor
}
