import assert from 'node:assert/strict'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Workplace } from '#platform/commands.ts'
import type { Actor } from '#platform/context.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'

const folder = fileURLToPath(new URL('../../../../shared/data/surveys/', import.meta.url))
const skip = existsSync(folder) ? false : 'The folder ../shared/data is not here: the real surveys are not tried'
const operator: Actor = { kind: 'operator' }

interface Answer {
  read: number
  imported: number
  already: number
  rejected: { row: number; reason: string }[]
  notes: string[]
  survey: string
  checks: { number: number; passed: boolean | null; says: string }[]
}

async function run(house: TestHouse, name: string, file: string, options: Record<string, string> = {}): Promise<Answer> {
  const place = {
    within: (_slug: string, work: Parameters<Workplace['within']>[1]) => house.within(operator, work),
    commissioners: async () => [house.commissioner],
    open: (path: string) => createReadStream(path),
    write: () => {},
    progress: () => {},
  } as unknown as Workplace
  const { json } = await slots.commands.find((one) => one.name === name)!.run(place, [`${folder}${file}`], options)
  return json as unknown as Answer
}

const answers = (house: TestHouse, survey: string) =>
  house.within(operator, async ({ db }) => ({
    responses: await db.selectFrom('counted_responses').select(['id', 'said_on']).where('survey_id', '=', survey).execute(),
    ticked: await db.selectFrom('counted_answers').select(['question_key', 'choices']).where('survey_id', '=', survey).execute(),
    said: await db.selectFrom('readable_contributions').select('words').where('survey_id', '=', survey).execute(),
    held: await db.selectFrom('held_contributions').select('words').where('survey_id', '=', survey).execute(),
  }))

test(
  'the LimeSurvey survey comes in, each of its questions or the reason why not, and so do the responses of its VV file, once',
  { skip },
  inHouse(slots, async (house) => {
    const survey = await run(house, 'import survey', 'limesurvey_nhs_demo/limesurvey_survey_DEMO.lss')
    const inFile = [
      ...readFileSync(`${folder}limesurvey_nhs_demo/limesurvey_survey_DEMO.lss`, 'utf8').matchAll(/<parent_qid><!\[CDATA\[0\]\]>/g),
    ].length
    assert.deepEqual([survey.read, survey.imported + survey.rejected.length], [inFile, inFile])
    assert.deepEqual(survey.rejected, [{ row: 3, reason: '“Q003ID” is hidden: people are never asked it' }])

    const vv = 'limesurvey_nhs_demo/vvexport_467000.tsv'
    const rows = readFileSync(`${folder}${vv}`, 'utf8').trimEnd().split('\n').slice(2)
    const first = await run(house, 'import responses', vv, { survey: survey.survey })
    assert.deepEqual([first.read, first.imported, first.rejected], [rows.length, rows.length, []])
    assert.ok(first.notes.some((note) => note.includes('Q003ID')))
    const again = await run(house, 'import responses', vv, { survey: survey.survey })
    assert.deepEqual([again.imported, again.already], [0, rows.length])

    // Summed in the file by column, and in what came in by question.
    const { ticked, responses } = await answers(house, survey.survey)
    const columns: [string, number][] = [
      ['q001sl-sq001', 10],
      ['q002mc-sq001', 11],
      ['q002mc-sq002', 12],
      ['q002mc-sq003', 13],
    ]
    for (const [key, column] of columns)
      assert.equal(
        ticked.filter(({ question_key }) => question_key === key).reduce((sum, { choices }) => sum + Number(choices[0]), 0),
        rows.reduce((sum, row) => sum + Number(row.split('\t')[column]), 0),
        key,
      )
    assert.deepEqual(responses.map(({ said_on }) => said_on).sort(), rows.map((row) => row.split('\t')[2]?.slice(0, 10)).sort())
  }),
)

test(
  'the i.AI workbook of questions comes in with its responses, and its thirteen checks say what they find',
  { skip },
  inHouse(slots, async (house) => {
    const base = 'i_ai_consult/setup_consultation/'
    const numeric = await run(house, 'import survey', `${base}qu_format_a_numeric.xlsx`, {
      responses: `${folder}${base}responses_scr_format.csv`,
    })
    assert.equal(numeric.read, 7)
    assert.equal(numeric.imported + numeric.rejected.length, 7)
    assert.equal(numeric.checks.length, 13)
    const passed = (survey: Answer) => survey.checks.filter((check) => check.passed).map(({ number }) => number)
    assert.ok([1, 2, 3, 4, 5].every((number) => passed(numeric).includes(number)))
    // The published responses have five of the columns that the questions name.
    assert.deepEqual(
      numeric.checks
        .filter((check) => check.passed === false)
        .map(({ number }) => number)
        .includes(7),
      true,
    )

    const instruction = await run(house, 'import survey', `${base}qu_format_b_instruction.xlsx`, {
      responses: `${folder}${base}responses_lgr_format.csv`,
    })
    assert.equal(instruction.read, 11)
    assert.equal(instruction.checks[2]?.passed, false, 'its numbers are words')
    const came = await run(house, 'import responses', `${base}responses_lgr_format.csv`, { survey: instruction.survey })
    assert.deepEqual([came.read, came.imported], [5, 5])
    const { ticked } = await answers(house, instruction.survey)
    assert.equal(ticked.filter(({ question_key, choices }) => question_key === 'column-b' && choices.length === 1).length, 5)

    const alone = await run(house, 'import survey', `${base}qu_format_a_numeric.xlsx`)
    assert.deepEqual(
      alone.checks.slice(5).map((check) => check.passed),
      Array.from({ length: 8 }, () => null),
    )
  }),
)

test(
  'a folder of i.AI comes in: questions, who answered, and every response once',
  { skip },
  inHouse(slots, async (house) => {
    const inputs = 'i_ai_consult/gambling_XS/inputs'
    const survey = await run(house, 'import survey', inputs)
    assert.deepEqual([survey.read, survey.imported, survey.rejected], [4, 4, []])
    const came = await run(house, 'import responses', inputs, { survey: survey.survey })
    assert.deepEqual([came.read, came.imported, came.rejected], [100, 100, []])
    assert.deepEqual((await run(house, 'import responses', inputs, { survey: survey.survey })).already, 100)
    const { said, held, ticked } = await answers(house, survey.survey)
    assert.deepEqual([said.length + held.length, ticked.length], [200, 200])
  }),
)

test(
  'the i.AI template, the biomass layout and the forms of Defra: each question is brought in or left with a reason',
  { skip },
  inHouse(slots, async (house) => {
    for (const file of ['components', 'feedback', 'report-a-terrorist', 'runner-components-test', 'test']) {
      const { read, imported, rejected } = await run(house, 'import survey', `defra_forms/${file}.json`)
      assert.ok(imported > 0, file)
      assert.equal(imported + rejected.length, read, file)
    }
    const survey = await run(house, 'import survey', 'i_ai_consult/setup_consultation/qu_format_b_instruction.xlsx', {
      responses: `${folder}i_ai_consult/setup_consultation/responses_biomass_format.csv`,
    })
    assert.equal(survey.imported + survey.rejected.length, survey.read)
    const started = performance.now()
    await run(house, 'import survey', 'i_ai_consult/consult_data_template_v005.xlsx').catch((error: Error) =>
      assert.match(error.message, /questions|sheets/),
    )
    assert.ok(performance.now() - started < 20_000, 'a workbook whose rules cover whole columns is read at once')
  }),
)
