import { draftSurvey, type Question, releaseSurvey, type SurveyVersion } from '#capabilities/surveys'
import type { BenchHouse } from './house.ts'

const options = (...labels: string[]) => labels.map((label) => ({ value: label.toLowerCase().replaceAll(' ', '-'), label }))

const oneOf = (at: number): Question => ({
  key: `q${at}`,
  type: 'one-of',
  text: `What do you think of part ${at}?`,
  options: options('Strongly for', 'For', 'Neither', 'Against', 'Strongly against'),
})

/** Twelve questions: eight with one choice, two with several, two to answer in words. */
const questions: Question[] = [
  ...Array.from({ length: 8 }, (_, at) => oneOf(at + 1)),
  ...[9, 10].map(
    (at): Question => ({
      key: `q${at}`,
      type: 'some-of',
      text: `What matters to you in part ${at}?`,
      options: options('Distance', 'Waiting', 'Parking', 'Staff', 'Cost', 'Quiet'),
    }),
  ),
  { key: 'q11', type: 'long-text', text: 'Why do you say so?' },
  { key: 'q12', type: 'long-text', text: 'Is there anything else?' },
]

export const askCrowd = (house: BenchHouse, title: string): Promise<SurveyVersion> =>
  house.within(async (ctx) => {
    const version = await draftSurvey(ctx, { title, promise: 'anonymous', questions })
    await releaseSurvey(ctx, version.surveyId)
    return version
  })

/** So many responses to all twelve questions, written past the front door: it is reading that is measured. One in twenty came on paper. */
export async function fillCrowd(house: BenchHouse, version: SurveyVersion, count: number) {
  const owner = await house.owner()
  try {
    await owner.query('begin')
    await owner.query(
      `create temporary table crowd on commit drop as
        select at, gen_random_uuid() as id, now() - at * interval '1 second' as received_at from generate_series(1, $1::int) as at`,
      [count],
    )
    await owner.query(
      `insert into responses (commissioner_id, id, channel, survey_id, survey_version_id, said_on, received_at, salt)
        select $1, id, case when at % 20 = 0 then 'paper' else 'web' end, $2, $3, received_at::date, received_at, '\\x00' from crowd`,
      [house.commissioner.id, version.surveyId, version.id],
    )
    for (const { key, type, options: offered = [] } of questions) {
      const values = offered.map(({ value }) => value)
      if (type === 'long-text')
        await owner.query(
          `insert into contributions (commissioner_id, id, response_id, question_key, question_text, words, salt)
            select $1, gen_random_uuid(), id, $2, 'Why', 'I cannot drive, and two buses go past the library, number ' || at, '\\x00' from crowd`,
          [house.commissioner.id, key],
        )
      else
        await owner.query(
          `insert into answers (commissioner_id, response_id, question_key, choices)
            select $1, id, $2, case when $4 then array[($3::text[])[1 + (at * 7 + ascii(right($2, 1))) % array_length($3::text[], 1)]]
              else (select array_agg(v) from unnest($3::text[]) with ordinality as o (v, place) where place = 1 + at % 6 or (at / 6 + place) % 3 = 0) end
            from crowd`,
          [house.commissioner.id, key, values, type === 'one-of'],
        )
    }
    await owner.query('commit')
    await owner.query('vacuum analyze responses, answers, contributions')
  } finally {
    await owner.end()
  }
}
