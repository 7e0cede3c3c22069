import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { to as copyTo } from 'pg-copy-streams'
import pino from 'pino'
import { slots } from '../src/app.ts'
import { endExport, exportedParts, takeOutAnswers } from '../src/capabilities/transfers/actions/take-out-answers.ts'
import { contextOf } from '../src/platform/answering.ts'
import type { Context } from '../src/platform/context.ts'
import { askCrowd, fillCrowd } from './crowd.ts'
import { openHouse } from './house.ts'
import { measure } from './measure.ts'

const ticked = Array.from({ length: 10 }, (_, at) => `q${at + 1}`)
const said = ['q11', 'q12']

// What an export holds, a row for each response, asked of the tables as plainly as SQL allows.
const joined = (survey: string) => `
  select row_number() over (order by r.id), v.number, r.channel, r.variant, r.place, r.said_on, ${[...ticked, ...said].join(', ')}
  from responses r
  join survey_versions v on (v.commissioner_id, v.id) = (r.commissioner_id, r.survey_version_id)
  left join (select response_id, ${ticked.map((key) => `max(choices) filter (where question_key = '${key}') as ${key}`).join(', ')} from answers group by 1) a
    on a.response_id = r.id
  left join (select response_id, ${said.map((key) => `max(words) filter (where question_key = '${key}') as ${key}`).join(', ')} from contributions group by 1) c
    on c.response_id = r.id
  where r.survey_id = '${survey}' order by r.id`

/** All answers to twelve questions to CSV, as staff take them out, against PostgreSQL's COPY of the same rows, joined; and what memory it takes. */
export async function benchmark({ short }: { short: boolean }) {
  const rows = short ? 25_000 : 250_000
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-bench-'))
  const house = await openHouse(slots)
  const owner = await house.owner()
  try {
    const version = await askCrowd(house, 'All of them')
    await fillCrowd(house, version, rows)
    const inSnapshot = (work: (ctx: Context) => Promise<void>) =>
      house.database.within({ commissionerId: house.commissioner.id, snapshot: true }, (db) =>
        work(contextOf({ slots, log: pino({ level: 'silent' }), clock: () => new Date() }, db, house.commissioner, { kind: 'operator' })),
      )
    const memory = { before: 0, most: 0 }
    const look = () => {
      memory.most = Math.max(memory.most, process.memoryUsage().rss)
    }
    const measured = await measure({
      name: 'export',
      unit: 'responses a second',
      runs: short ? 3 : 5,
      notes: '',
      async ours(run) {
        const out = join(folder, 'ours.csv')
        // The first run grows what every run needs: the heap, and what was compiled.
        if (run === 1) memory.before = process.memoryUsage().rss
        const watch = run > 0 ? setInterval(look, 20) : undefined
        const started = performance.now()
        const taken = await house.within((ctx) => takeOutAnswers(ctx, version.surveyId, { format: 'csv' }))
        const written = { rows: 0 }
        await inSnapshot((ctx) => pipeline(exportedParts(ctx, taken, written), createWriteStream(out)))
        await house.within((ctx) => endExport(ctx, taken, written, true))
        const took = performance.now() - started
        clearInterval(watch)
        if (written.rows !== rows) throw new Error(`Not all rows went out: ${written.rows}`)
        return (rows / took) * 1000
      },
      async bare() {
        const started = performance.now()
        await pipeline(
          owner.query(copyTo(`copy (${joined(version.surveyId)}) to stdout with csv`)),
          createWriteStream(join(folder, 'bare.csv')),
        )
        return (rows / (performance.now() - started)) * 1000
      },
    })
    const size = (await stat(join(folder, 'ours.csv'))).size
    const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`
    return {
      ...measured,
      notes: [
        `${rows} responses to twelve questions as CSV, ${megabytes(size)}; bare: COPY of the same rows joined; to be at least an eighth`,
        `memory grew by ${megabytes(Math.max(0, memory.most - memory.before))} at most after the first run`,
      ].join('; '),
    }
  } finally {
    await owner.end()
    await house.close()
    await rm(folder, { recursive: true })
  }
}
