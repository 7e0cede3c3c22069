import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { sql } from 'kysely'
import { contributions, receiveResponse } from '#capabilities/contributions'
import { people } from '#capabilities/people'
import { draftSurvey, type Question, readAnswers, releaseSurvey, type SurveyVersion } from '#capabilities/surveys'
import { render } from '#design'
import type { Workplace } from '#platform/commands.ts'
import type { Actor } from '#platform/context.ts'
import type { Body } from '#platform/forms.ts'
import { gather } from '#platform/slots.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { PublishedRepresentation, populations, representationToPublish } from './index.ts'

const slots = gather([people, contributions, populations])
const operator: Actor = { kind: 'operator' }
const desk = '/testshire/desk/populations'

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'prefer-not-to-say', label: 'I prefer not to say' },
]
const disability: Question = { key: 'equality-disability', type: 'one-of', text: 'Are you disabled?', options: yesNo, block: 'equality' }
const home: Question = { key: 'home', type: 'postcode', text: 'Your postcode?' }

const surveyIn = (house: TestHouse, questions: Question[]) =>
  house.within(operator, async (ctx) => {
    const version = await draftSurvey(ctx, { title: 'The walk-in centre', promise: 'linked', questions })
    await releaseSurvey(ctx, version.surveyId)
    return version
  })

/** Answer as a form is read, so many times. */
const answer = (
  house: TestHouse,
  version: SurveyVersion,
  body: Body,
  { times = 1, channel = 'web' as const, place = null as string | null } = {},
) =>
  house.within({ kind: 'public' }, async (ctx) => {
    for (let at = 0; at < times; at++) {
      const { answers, ok, errors } = readAnswers(version, body)
      assert.ok(ok, JSON.stringify(errors))
      await receiveResponse(ctx, { version, answers, channel, place })
    }
  })

const upload = (text: string) => ({ file: [{ name: 'counts.csv', bytes: Buffer.from(text), type: 'text/csv' }] })

async function addPopulation(house: TestHouse, as: Actor, text: string, body: Body) {
  const added = await house.post(desk, { source: 'Census 2021', ...body }, { as, files: upload(text) })
  assert.equal(added.status, 303, added.text)
  return added.location
}

const command = (house: TestHouse, name: string, text: string, options: Record<string, string | string[]> = {}) => {
  const place = {
    within: (_: string, work: Parameters<Workplace['within']>[1]) => house.within(operator, work),
    commissioners: async () => [house.commissioner],
    open: () => Readable.from([Buffer.from(text)]),
    progress: () => {},
    write: () => {},
  } as unknown as Workplace
  return slots.commands.find((one) => one.name === name)!.run(place, ['file.csv'], { commissioner: 'testshire', ...options })
}

const gridall = (postcode: string, lsoa: string, { lsoa21 = '' } = {}) => {
  const cells = Array.from({ length: 41 }, () => '')
  cells.splice(0, 2, postcode, postcode)
  cells[8] = 'E06000001'
  cells.splice(38, 3, 'E00000001', lsoa, 'E02000001')
  return [...cells, ...(lsoa21 ? ['QXX', 'E00000009', lsoa21, 'E02000009'] : [])].map((cell) => `"${cell}"`).join(',')
}

test(
  'PEO-9, EXP-8: a postcode gets the deprivation of its place as it is received, and is then let go',
  inHouse(slots, async (house) => {
    const version = await surveyIn(house, [home])
    const list = (year: string, rows: string) => `lsoa${year}_code,IMD_rank,IMD_decile,ltla_code\n${rows}`
    await command(house, 'import places', list('21', 'E01000001,1,1,X\nE01000002,99,7,X'))
    await command(house, 'import places', list('11', 'E01000001,5,2,X\nE01000003,9,4,X\nE01000004,9,11,X\nX1,9,1,X'))
    const directory = [
      gridall('ZZ1  1AA', 'E01000003', { lsoa21: 'E01000002' }),
      gridall('ZZ1  1AB', 'E01000001'),
      gridall('ZZ1 1AD', 'E01000003'),
      gridall('AB1 1AA', 'S01000001'),
      gridall('nowhere', 'E01000003'),
    ].join('\r\n')
    const first = await command(house, 'import places', directory)
    assert.deepEqual(first.json, {
      kind: 'postcodes',
      read: 5,
      imported: 3,
      already: 0,
      elsewhere: 1,
      rejected: [{ row: 5, reason: '“nowhere” is no postcode' }],
    })
    assert.equal(((await command(house, 'import places', directory)).json as { already: number }).already, 3)
    await assert.rejects(command(house, 'import places', 'a,b\n1,2'), /no directory of postcodes/)

    for (const postcode of ['zz11aa', 'ZZ1 1AB', 'zz1 1ad', 'ZZ9 9ZZ', 'ZZ1']) await answer(house, version, { home: postcode })
    await house.within(operator, async ({ db }) => {
      const kept = await db.selectFrom('counted_answers').select('choices').execute()
      assert.deepEqual(
        kept.map(({ choices }) => choices.join(' ')).sort(),
        // The newer decile where its area is known; the older where it is not; none for a postcode that no directory has.
        ['area:ZZ1', 'area:ZZ1 decile:1', 'area:ZZ1 decile:4', 'area:ZZ1 decile:7', 'area:ZZ9'],
      )
      for (const table of ['answers', 'apart_answers', 'contributions', 'events', 'responses']) {
        const { rows } = await sql<{
          found: boolean
        }>`select exists (select from ${sql.table(table)} t where t::text ~* 'ZZ[19] ?[19](AA|AB|AD|ZZ)') as found`.execute(db)
        assert.equal(rows[0]!.found, false, table)
      }
    })
    await command(house, 'import baseline', list('21', 'E01000001,1,1,X\nE01000002,99,7,X'), { area: ['all'] })
    const analyst = await house.staff('analyst')
    const { text } = await house.get(`${desk}/surveys/${version.surveyId}`, { as: analyst })
    assert.match(text, /Your postcode\?: deprivation[\s\S]*counted in small areas of about 1,500 people/)
    assert.match(text, /In no group of the population: 4 \(1\); A postcode that is in no directory here \(2\)/)
  }),
)

test(
  'PEO-9: only an operator changes the directory that every commissioner looks in',
  inHouse(slots, async (house) => {
    const { takeInPlaces } = await import('./actions/import-places.ts')
    const administrator = await house.staff('administrator')
    await assert.rejects(house.within(administrator, (ctx) => takeInPlaces(ctx, { kind: 'postcodes', rows: [] })))
  }),
)

test(
  'EXP-8: people who spoke of a practice are held against its list',
  inHouse(slots, async (house) => {
    const analyst = await house.staff('analyst')
    const header =
      'practice_code,practice_name,icb_code,decile,total_patients,total_male,total_female,male_patients_0to44,male_patients_45plus,female_patients_0to44,female_patients_45plus'
    await command(
      house,
      'import baseline',
      `${header}\nZ1,Beck Lane,QQQ,2,900,400,500,200,200,250,250\nZ2,Fellside,QQQ,9,100,50,50,20,30,20,30`,
      { area: ['QQQ'] },
    )
    const csv = [
      'said,where',
      ...Array.from({ length: 24 }, (_, at) => `Fine ${at},${at < 20 ? 'fellside' : 'Beck Lane'}`),
      'Lost,Elsewhere',
    ].join('\n')
    await command(house, 'import contributions', csv, { source: 'FFT', text: 'said', place: 'where' })
    const list = await house.get(desk, { as: analyst })
    const at = /href="([^"]*\/sources\/[^"]*)"/.exec(list.text)?.[1]
    const { text } = await house.get(at!, { as: analyst })
    assert.match(text, /Fellside[\s\S]*83%[\s\S]*10%[\s\S]*More than their part/)
    assert.match(text, /In no group of the population: Elsewhere \(1\)/)
  }),
)

test(
  'PEO-6: what is published of who answered shows no number that the public table hides',
  inHouse(slots, async (house) => {
    const analyst = await house.staff('analyst')
    const version = await surveyIn(house, [disability])
    await addPopulation(house, analyst, 'group,count\nYes,3000\nNo,7000', { characteristic: 'disability' })
    const options = [
      { label: 'Yes', count: '*' as const },
      { label: 'No', count: 30 },
      { label: 'I prefer not to say', count: 6 },
    ]
    const block = await house.within(operator, (ctx) =>
      representationToPublish(ctx, version.surveyId, [{ key: 'equality-disability', options, answered: 40 }]),
    )
    const html = render(<PublishedRepresentation comparisons={block} />)
    assert.match(html, /Who answered[\s\S]*Yes[\s\S]*hidden[\s\S]*30%[\s\S]*No[\s\S]*30[\s\S]*88%[\s\S]*70%/)
    assert.match(html, /6 preferred not to say[\s\S]*so that nobody can be picked out/)
    assert.deepEqual(await house.within(operator, (ctx) => representationToPublish(ctx, version.surveyId, [])), [])
  }),
)
