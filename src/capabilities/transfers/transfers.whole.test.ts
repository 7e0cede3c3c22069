import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import pino from 'pino'
import { draftConsultation, findConsultation } from '#capabilities/consultations'
import { addStaff } from '#capabilities/people'
import { type Question, releaseSurvey } from '#capabilities/surveys'
import { NotAllowed, NotFound, Refused } from '#platform/errors.ts'
import type { Installation } from '#platform/installation.ts'
import { type OwnDatabase, withOwnDatabase } from '#platform/testing.ts'
import { workplaceIn } from '#platform/workplace.ts'
import { slots } from '../../app.ts'

const placeIn = ({ house }: OwnDatabase) => ({
  ...workplaceIn({
    installation: { database: house.database } as Installation,
    configuration: {} as Parameters<typeof workplaceIn>[0]['configuration'],
    slots,
    log: pino({ level: 'silent' }),
    publicUrl: '',
    clock: () => house.now,
  }),
  commissioners: async () => [house.commissioner],
  write: () => {},
})
const command = (name: string) => slots.commands.find((one) => one.name === name)!

const questions: Question[] = [
  {
    key: 'q1',
    type: 'one-of',
    text: 'How do you get here?',
    options: [
      { value: 'bus', label: 'By bus' },
      { value: 'car', label: 'By car' },
    ],
  },
  { key: 'q2', type: 'number', text: 'How many visits?' },
  { key: 'q3', type: 'long-text', text: 'Tell us more' },
]

/** A consultation, and staff who may and may not take its answers out. */
const open = async (own: OwnDatabase) =>
  placeIn(own).within(
    'testshire',
    async (ctx) => {
      await addStaff(ctx, { email: 'analyst@example.nhs.uk', name: 'Ann', roles: ['analyst'] })
      await addStaff(ctx, { email: 'approver@example.nhs.uk', name: 'Bo', roles: ['approver'] })
      const more = {
        summary: '',
        canChange: '',
        cannotChange: '',
        opensOn: '2026-03-01',
        closesOn: '2026-04-01',
        promise: 'anonymous' as const,
      }
      const id = await draftConsultation(ctx, { title: 'Getting here', slug: 'getting-here', ...more, questions })
      const { surveyId } = await findConsultation(ctx.db, id)
      await releaseSurvey(ctx, surveyId)
      return { id, surveyId }
    },
    { signingIn: true },
  )

/** Work with a folder that is gone afterwards. */
async function inFolder(work: (folder: string) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-transfers-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

test(
  'field 1 and 28: a file of 10,000 responses comes in whole, and goes out whole in every format, by role and recorded',
  withOwnDatabase(slots, (own) =>
    inFolder(async (folder) => {
      const { id, surveyId } = await open(own)
      const rows = 10_000
      const file = join(folder, 'answers.csv')
      await writeFile(
        file,
        `id,q1,q2,q3\n${Array.from({ length: rows }, (_, at) => `${at},${at % 2 ? 'bus' : 'By car'},${at},"Said ${at}"\n`).join('')}`,
      )
      const bringIn = async () => (await command('import responses').run(placeIn(own), [file], { survey: surveyId })).json
      assert.deepEqual(await bringIn(), { read: rows, imported: rows, already: 0, rejected: [], notes: [] })
      assert.deepEqual(await bringIn(), { read: rows, imported: 0, already: rows, rejected: [], notes: [] })
      const batches = await own.psql("select from events where name = 'responses.taken-in'")
      assert.equal(batches.rowCount, rows / 1000)

      const takeOut = (options: Record<string, string>) =>
        command('export responses').run(placeIn(own), [], { consultation: id, format: 'csv', ...options })
      await assert.rejects(takeOut({ as: 'approver@example.nhs.uk' }), NotAllowed)
      await assert.rejects(takeOut({ as: 'nobody@example.nhs.uk' }), NotAllowed)
      await assert.rejects(takeOut({ as: 'analyst@example.nhs.uk', format: 'pdf' }), Refused)
      await assert.rejects(takeOut({ as: 'analyst@example.nhs.uk', consultation: surveyId }), NotFound)
      assert.equal((await own.psql("select from events where name like 'responses.export%'")).rowCount, 0)
      for (const format of ['csv', 'json', 'xlsx', 'spss']) {
        const out = join(folder, `answers.${format}`)
        assert.deepEqual((await takeOut({ as: 'analyst@example.nhs.uk', format, out })).json, { written: rows, expected: rows })
      }
      const csv = await readFile(join(folder, 'answers.csv'), 'utf8')
      const said = new Set([...csv.matchAll(/,Said (\d+)\r\n/g)].map(([, number]) => Number(number)))
      assert.equal(said.size, rows)
      const json = JSON.parse(await readFile(join(folder, 'answers.json'), 'utf8'))
      assert.deepEqual([json.written, json.responses.length], [rows, rows])
      const { rows: events } = await own.psql("select name, actor_kind, detail from events where name like 'responses.export%' order by id")
      assert.deepEqual(
        events.map(({ name, actor_kind, detail }) => [name, actor_kind, detail.count ?? detail.written]),
        Array.from({ length: 4 }, () => [
          ['responses.exported', 'staff', rows],
          ['responses.export-finished', 'staff', rows],
        ]).flat(),
      )
    }),
  ),
)

test(
  'field 1: an export that breaks off says so, in the history and on the page',
  withOwnDatabase(slots, async (own) => {
    const { id, surveyId } = await open(own)
    await inFolder(async (folder) => {
      const file = join(folder, 'answers.csv')
      await writeFile(file, `id,q3\n${Array.from({ length: 3000 }, (_, at) => `${at},Said ${at}\n`).join('')}`)
      await command('import responses').run(placeIn(own), [file], { survey: surveyId })
      const takeOut = (out: string) =>
        command('export responses').run(placeIn(own), [], { consultation: id, format: 'csv', as: 'analyst@example.nhs.uk', out })
      await assert.rejects(takeOut(join(folder, 'is-not-there', 'answers.csv')), /ENOENT/)
      assert.equal(
        (await own.psql("select from events where name like 'responses.export%'")).rowCount,
        0,
        'nothing could be written, so nothing was',
      )
      // A disk that is always full.
      await assert.rejects(takeOut('/dev/full'), /ENOSPC/)
    })
    const { rows } = await own.psql("select name, detail from events where name like 'responses.export%' order by id")
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['responses.exported', 'responses.export-failed'],
    )
    const page = await own.house.get(`/testshire/desk/consultations/${id}/exports`, { as: await own.house.staff('analyst') })
    assert.match(page.text, /It broke off after [\d,]+ of 3,000\. The file is not whole: download it again/)
  }),
)

test(
  'two imports of one file at once bring each response in once',
  withOwnDatabase(slots, (own) =>
    inFolder(async (folder) => {
      const { surveyId } = await open(own)
      const file = join(folder, 'answers.csv')
      await writeFile(file, `id,q2\n${Array.from({ length: 3000 }, (_, at) => `R${at},${at}\n`).join('')}`)
      const both = await Promise.all([1, 2].map(() => command('import responses').run(placeIn(own), [file], { survey: surveyId })))
      const counts = both.map(({ json }) => json as { imported: number; already: number })
      assert.equal(
        counts.reduce((sum, { imported }) => sum + imported, 0),
        3000,
      )
      assert.equal(
        counts.reduce((sum, { already }) => sum + already, 0),
        3000,
      )
      const { rows } = await own.psql('select count(*) as kept, count(distinct id) as different from responses')
      assert.deepEqual(rows, [{ kept: 3000, different: 3000 }])
    }),
  ),
)
