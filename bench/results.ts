import { makeFrame } from '#capabilities/themes'
import { slots } from '../src/app.ts'
import { countPage } from '../src/capabilities/results/queries/count-page.ts'
import { countOnce } from '../src/capabilities/results/queries/kept-counts.ts'
import { askCrowd, fillCrowd } from './crowd.ts'
import { type BenchHouse, openHouse } from './house.ts'
import { measure, median } from './measure.ts'

/** Everything on the results page of one survey, counted cold, against the bare aggregates of the same tables by the owner: no walls, no views, no labels. */
export async function benchmark({ short }: { short: boolean }) {
  const many = short ? 20_000 : 100_000
  const runs = short ? 3 : 7
  const house = await openHouse(slots)
  try {
    const [crowd, tenth] = [await filled(house, 'All of them', many), await filled(house, 'A tenth', many / 10)]
    const count = (ctx: Parameters<typeof countPage>[0], surveyId: string) =>
      countPage(ctx, { surveyId, sourceId: null }, { by: null, only: [] })
    const cold = (surveyId: string) => timed(() => house.within((ctx) => count(ctx, surveyId)))
    const owner = await house.owner()
    const again: number[] = []
    const growth: number[] = []
    const measured = await measure({
      name: 'results',
      unit: 'full sets of charts an hour',
      runs,
      notes: '',
      async ours() {
        const took = await cold(crowd)
        growth.push(took / (await cold(tenth)))
        return 3_600_000 / took
      },
      bare: async () => 3_600_000 / (await timed(() => bareAggregates(owner, crowd))),
    })
    await owner.end()
    // An act that has just happened may still be joined by another made before it, so what is counted then is not kept.
    await new Promise((resolve) => setTimeout(resolve, 5100))
    const fromMemory = () => house.within((ctx) => countOnce(ctx, crowd, () => count(ctx, crowd)))
    await fromMemory()
    for (let run = 0; run < runs; run++) again.push(await timed(fromMemory))
    const times = (factor: number) => `${Math.round(factor * 10) / 10} times`
    return {
      ...measured,
      notes: [
        `${many} responses to twelve questions, half their comments coded; ratio: ours to bare, to be at least a third`,
        `again, from memory: ${times(3_600_000 / measured.ours / median(again))} as fast as cold`,
        `ten times the responses cost ${times(median(growth.slice(1)))} as much, cold; to be at most twelve`,
      ].join('; '),
    }
  } finally {
    await house.close()
  }
}

async function filled(house: BenchHouse, title: string, count: number): Promise<string> {
  const version = await askCrowd(house, title)
  await fillCrowd(house, version, count)
  const { themeIds } = await house.within((ctx) =>
    makeFrame(ctx, { title, themes: [{ name: 'Getting there', definition: 'How people travel' }] }),
  )
  const owner = await house.owner()
  await owner.query(
    `with coder as (insert into coders (commissioner_id, id, kind, name, added_at) values ($1, gen_random_uuid(), 'import', $4, now()) returning id)
      insert into codings (commissioner_id, id, contribution_id, theme_id, coder_id, made_at, salt)
        select $1, gen_random_uuid(), c.id, $3, coder.id, now(), '\\x00' from coder, contributions c
        join responses r on r.id = c.response_id where r.survey_id = $2 and c.question_key = 'q11'`,
    [house.commissioner.id, version.surveyId, Object.values(themeIds)[0], title],
  )
  await owner.query('vacuum analyze codings')
  await owner.end()
  return version.surveyId
}

/** What the charts show, asked of the tables as plainly as SQL allows. */
async function bareAggregates(owner: Awaited<ReturnType<BenchHouse['owner']>>, surveyId: string) {
  const ask = (text: string) => owner.query(text, [surveyId])
  await ask('select channel, count(*) from responses where survey_id = $1 group by 1')
  await ask('select survey_version_id, count(*) from responses where survey_id = $1 group by 1')
  await ask(`select question_key, choice, count(*) from answers a join responses r on r.id = a.response_id, unnest(choices) as choice
    where survey_id = $1 group by 1, 2`)
  await ask('select question_key, count(*) from answers a join responses r on r.id = a.response_id where survey_id = $1 group by 1')
  await ask('select count(*) from contributions c join responses r on r.id = c.response_id where survey_id = $1 and words is not null')
  await ask(`select theme_id, count(distinct contribution_id), count(distinct response_id) from codings k
    join contributions c on c.id = k.contribution_id join responses r on r.id = c.response_id where survey_id = $1 group by 1`)
  await ask(`select count(distinct contribution_id) from codings k
    join contributions c on c.id = k.contribution_id join responses r on r.id = c.response_id where survey_id = $1`)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
