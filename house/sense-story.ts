import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { on, type Telling, visiting } from './visiting.ts'

const said = ['The lights are out', 'I fell in the dark', 'Kind nurses', 'A long wait', 'No bus stop', 'Nowhere to park', 'Warm rooms']

/**
 * What making sense of what was said has no more of once the story of Northmoor is told: themes that are merged and half split, a round of blind
 * coding that is closed and one that goes on, a theme that the machine proposes, populations and who was not heard of them, a finding before it is
 * published. Answers with the addresses that show it.
 */
export async function makeMoreSense(
  telling: Telling,
  { surveyId, sourceId, today }: { surveyId: string; sourceId: string; today: string },
) {
  const desk = `/${telling.slug}/desk`
  const sense = { desk, surveyId, sourceId, batch: `source-${sourceId}` }
  const { frame, themes } = await makeThemes(telling, desk)
  const coding = await codeBlind(telling, { ...sense, frame, themes })
  return [
    ...(await changeThemes(telling, desk, themes)),
    ...coding,
    ...(await codeLetter(telling, { ...sense, frame, themes })),
    ...(await handOut(telling, { ...sense, today })),
    ...(await proposeTheme(telling, { desk, frame, sourceId })),
    ...(await comparePopulations(telling, { ...sense, today })),
    ...(await findMore(telling, sense)),
  ]
}

/** More comments as a file would bring them. */
export const moreSaid = said.map((words) => `${words},2026-01-05\n`).join('')

interface Themes {
  parking: string
  cars: string
  light: string
  nurses: string
}

async function makeThemes(telling: Telling, desk: string) {
  const { get, post } = visiting(telling)
  const frame = String((await post(`${desk}/frames`, { title: 'Getting here' })).headers.location)
  for (const name of ['Parking', 'Cars', 'Light', 'Nurses'])
    await post(`${frame}/themes`, { name, definition: `What people say of ${name}` })
  const { body } = await get(frame)
  const called = (name: string) => new RegExp(`href="${desk}/themes/([0-9a-f-]{36})"[^>]*>\\s*${name}`).exec(body)?.[1] ?? assert.fail(name)
  const themes: Themes = { parking: called('Parking'), cars: called('Cars'), light: called('Light'), nurses: called('Nurses') }
  return { frame: frame.split('/').at(-1)!, themes }
}

interface Blind {
  desk: string
  batch: string
  frame: string
  themes: Themes
}

/** Two people code the same comments, each without seeing what the other does; they differ about the first. */
async function codeBlind(telling: Telling, { desk, batch, frame, themes }: Blind) {
  const { get, post } = visiting(telling)
  const coders = await findBoth(telling)
  const begin = async () => {
    const { headers } = await post(`${desk}/agreements/rounds`, { batch, frame, size: '5', from: 'any', coders })
    return String(headers.location)
  }
  const round = await begin()
  const queue = `queue=round-${round.split('/').at(-1)}`
  const start = `${desk}/coding/${frame}/${batch}?${queue}`
  for (const [at, cookie] of telling.staff.entries())
    for (let place = 0; place < 5; place += 1) {
      const comment = String((await get(start, cookie)).headers.location).split('?')[0]
      const differs = place === 0 && at === 1
      const typed = { place: 'whole', themes: differs ? themes.parking : themes.light, sentiment: '2', act: 'done' }
      await post(`${comment}/codings?${queue}`, typed, {}, cookie)
    }
  await post(`${round}/closure`, {})
  const open = await begin()
  return [
    ...[round, `${round}/differences`, `${round}/measures.csv`, `${round}/answers.csv`, open, `${open}/closure`],
    `${desk}/coding/${frame}/${batch}?queue=again`,
    `${desk}/agreements/comparison?batch=${batch}&frame=${frame}`,
    `${desk}/coding/${frame}/${batch}/overview`,
  ]
}

/** One letter that several people sent is coded and marked: the others can be coded like it. */
async function codeLetter(telling: Telling, { desk, frame, themes, surveyId }: Omit<Blind, 'batch'> & { surveyId: string }) {
  const { get, post } = visiting(telling)
  const batch = `${desk}/coding/${frame}/survey-${surveyId}`
  const letter = await telling.place.within(telling.slug, async ({ db }) => {
    const comments = await db.selectFrom('readable_contributions').selectAll().where('survey_id', '=', surveyId).execute()
    return comments.find(({ words }) => words?.endsWith('cannot drive.'))?.id ?? assert.fail('nobody sent the letter')
  })
  const comment = `${batch}/${letter}`
  await post(`${comment}/codings`, { place: 'whole', themes: themes.nurses, act: 'done' })
  await post(`${comment}/marks`, { kind: 'look again' })
  assert.match((await get(comment)).body, /id="alike"/, 'others say the same')
  // What was coded is undone, a mark taken off and others coded alike only by whoever did it; how it feels is sent by a script.
  const own = ['marks/removal', 'alike', 'sentiment'].map((act) => `${comment}/${act}`)
  return [comment, ...own, `${batch}/undoing`, `${batch}/overview`]
}

/** Both who may do everything. */
const findBoth = ({ place, slug }: Telling) =>
  place.within(slug, async ({ db }) =>
    (await db.selectFrom('staff').selectAll().execute()).filter(({ roles }) => roles.length > 2).map(({ id }) => id),
  )

/** Somebody from outside is given comments to analyse. */
async function handOut(telling: Telling, { desk, batch, today }: { desk: string; batch: string; today: string }) {
  const { post } = visiting(telling)
  const [analyst = ''] = await findBoth(telling)
  const words = { title: 'Comment cards', purpose: 'To find themes', agreement: 'In the safe' }
  const dates = { ...on('starts', today), ...on('ends', today) }
  const made = String((await post(`${desk}/analysis-packages/new?of=${batch}`, { analyst, ...words, ...dates })).headers.location)
  const own = `${desk}/my-analysis/${made.split('/').at(-1)}`
  return [made, `${made}/closure`, own, `${own}/download`]
}

/** Two themes become one, and one becomes several, whose comments are still to be sorted; a frame comes from a file. */
async function changeThemes(telling: Telling, desk: string, { parking, cars, light, nurses }: Themes) {
  const { post } = visiting(telling)
  await post(`${desk}/themes/${cars}/merge`, { into: parking, note: 'They are the same' })
  const parts = { 'name-1': 'Street lights', 'definition-1': 'Lamps outside', 'words-1': 'dark' }
  const split = await post(`${desk}/themes/${light}/split`, { place: 'below', note: 'Two things', ...parts })
  const bytes = Buffer.from('Theme,Definition\nParking,Where to leave a car\n')
  const plan = await post(`${desk}/frame-plans`, { title: 'From a file' }, { file: { name: 'frame.csv', bytes } })
  return [String(split.headers.location), String(plan.headers.location), ...[parking, nurses, light].map((id) => `${desk}/themes/${id}`)]
}

/** As the job of the machine writes it, which learns only from far more comments. */
async function proposeTheme({ place, slug }: Telling, { desk, frame, sourceId }: { desk: string; frame: string; sourceId: string }) {
  await place.within(slug, async ({ db, commissioner, now }) => {
    const mine = { commissioner_id: commissioner.id }
    const id = randomUUID()
    const proposal = { ...mine, id, frame_id: frame, name: 'Night', terms: ['dark'], proposed_at: now }
    await db.insertInto('theme_proposals').values(proposal).execute()
    const comments = await db.selectFrom('readable_contributions').select('id').where('source_id', '=', sourceId).execute()
    const rows = comments.map(({ id: contribution_id }, at) => ({ ...mine, proposal_id: id, contribution_id, place: at }))
    await db.insertInto('theme_proposal_comments').values(rows).execute()
  })
  return [`${desk}/suggestions/${frame}`, `${desk}/suggestions/${frame}/new-themes`]
}

interface Sense {
  desk: string
  surveyId: string
  sourceId: string
}

/** Who answered is held against those who live here, and results are weighted by it; some were not heard. */
async function comparePopulations(telling: Telling, { desk, surveyId, today }: Sense & { today: string }) {
  const { post } = visiting(telling)
  const file = { name: 'travel.csv', bytes: Buffer.from('group,count\nBus,600\nCar,400\n') }
  const added = await post(`${desk}/populations`, { source: 'The census', characteristic: 'place', title: 'How people travel' }, { file })
  const baseline = String(added.headers.location)
  const names = { 'choice:bus': 'Bus', 'choice:car': 'Car', 'group:Bus': 'Bus', 'group:Car': 'Car' }
  const heard = `${desk}/populations/surveys/${surveyId}`
  await post(`${heard}/question%3Aq1`, { baseline: baseline.split('/').at(-1)!, ...names })
  const counted = { title: 'Who came to the door', counts: 'Bus: 30\nCar: 10', ...on('countedOn', today) }
  const headcount = await post(`${baseline}/headcounts`, counted)
  const plan = { about: `survey ${surveyId}`, who: 'People with a car', action: 'Ask them', owner: 'The lead', ...on('dueOn', today) }
  const planned = await post(`${desk}/outreach`, plan)
  const weighting = `${desk}/weightings/${surveyId}`
  await post(weighting, { title: 'By travel', characteristics: 'q1', trim: 'none', unsaid: 'weight one' })
  const shown = [heard, `${heard}/question%3Aq1`, weighting, `${weighting}/new`, `${weighting}/removal`]
  return [baseline, String(headcount.headers.location), String(planned.headers.location), ...shown]
}

/** Views of results that are kept, a finding that somebody else has agreed with and one that nobody has read. */
async function findMore(telling: Telling, { desk, surveyId, sourceId }: Sense) {
  const { post } = visiting(telling)
  for (const results of [`${desk}/results/${surveyId}`, `${desk}/results/sources/${sourceId}`])
    await post(`${results}/views`, { title: 'By how they came', query: 'by=channel' })
  const find = async (title: string) => {
    const { headers } = await post(`${desk}/findings`, { survey: surveyId, title, claim: 'Most say so', questions: 'q1' })
    return String(headers.location)
  }
  const [agreed, unread] = [await find('Most come by bus'), await find('Few come by car')]
  await post(`${agreed}/review`, { outcome: 'agreed' }, {}, telling.staff[1])
  return [
    ...[unread, agreed, `${unread}/review`, `${agreed}/publication`],
    ...[`${desk}/results/${surveyId}?rows=question%3Aq1&by=channel&weighted=1`, `${desk}/results/sources/${sourceId}`],
  ]
}
