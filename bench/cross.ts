import { draftSurvey, releaseSurvey } from '#capabilities/surveys'
import { slots } from '../src/app.ts'
import { countView } from '../src/capabilities/results/queries/count-view.ts'
import { fillCrowd } from './crowd.ts'
import { type BenchHouse, openHouse } from './house.ts'
import { measure } from './measure.ts'

/** Two questions crossed by one characteristic, counted cold, against one bare aggregate of the same tables by the owner: no walls, no views, no labels. */
export async function benchmark({ short }: { short: boolean }) {
  const many = short ? 20_000 : 100_000
  const house = await openHouse(slots)
  try {
    const survey = await filled(house, many)
    const owner = await house.owner()
    const crossing = { rows: 'question:q1', with: 'question:q2', by: 'equality:equality-age', only: [] }
    const measured = await measure({
      name: 'cross',
      unit: 'crosses of two questions by a characteristic an hour',
      runs: short ? 3 : 9,
      notes: `${many} responses to twelve questions; ratio: ours to bare, to be at least a third`,
      ours: () => rate(() => house.within((ctx) => countView(ctx, { surveyId: survey, sourceId: null }, crossing))),
      bare: () => rate(() => owner.query(bare, [survey])),
    })
    await owner.end()
    return measured
  } finally {
    await house.close()
  }
}

const bare = `select one.choices, other.choices, self.choices, count(*) from responses r
  left join answers one on one.response_id = r.id and one.question_key = 'q1'
  left join answers other on other.response_id = r.id and other.question_key = 'q2'
  left join equality_answers self on self.response_id = r.id and self.question_key = 'equality-age'
  where r.survey_id = $1 group by 1, 2, 3`

const options = (...values: string[]) => values.map((value) => ({ value, label: value }))
const levels = options('strongly-for', 'for', 'neither', 'against', 'strongly-against')
const ages = options('16-to-24', '25-to-44', '45-to-64', '65-and-over')

async function filled(house: BenchHouse, count: number): Promise<string> {
  const version = await house.within(async (ctx) => {
    const questions = [
      { key: 'q1', type: 'one-of', text: 'What do you think of part 1?', options: levels },
      { key: 'q2', type: 'one-of', text: 'What do you think of part 2?', options: levels },
      { key: 'equality-age', type: 'one-of', text: 'How old are you?', options: ages, block: 'equality' },
    ]
    const drafted = await draftSurvey(ctx, { title: 'Crossed', promise: 'anonymous', questions })
    await releaseSurvey(ctx, drafted.surveyId)
    return drafted
  })
  await fillCrowd(house, version, count)
  const owner = await house.owner()
  await owner.query(
    `insert into equality_answers (commissioner_id, response_id, question_key, choices)
      select commissioner_id, id, 'equality-age', array[($2::text[])[1 + abs(hashtext(id::text)) % 4]] from responses
      where survey_id = $1 and abs(hashtext(id::text)) % 10 > 0`,
    [version.surveyId, ages.map(({ value }) => value)],
  )
  await owner.query('vacuum analyze equality_answers')
  await owner.end()
  return version.surveyId
}

async function rate(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return 3_600_000 / (performance.now() - started)
}
