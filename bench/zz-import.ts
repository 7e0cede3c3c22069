import './zz-t.ts'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { slots } from '../src/app.ts'
import { openHouse } from './house.ts'
import { measure } from './measure.ts'

const words =
  'the staff were kind and explained everything but I waited three hours in a cold room with nowhere to sit and nobody told me why'.split(
    ' ',
  )

/** A line of a file of comments: as long, and as often quoted, as patients' comments are. */
function line(row: number) {
  const said = Array.from({ length: 3 + ((row * 7919) % 37) }, (_, at) => words[(row * 31 + at * 17) % words.length]).join(' ')
  const cell = row % 3 === 0 ? `"${said}, ""really"""` : said
  return `C${row},${cell},${(row % 11) - 5},Site ${row % 12},Trust ${row % 3} - Q${row % 2},${row}\n`
}

// What is kept of each row of the file, in one place.
const kept = `select c.*, r.channel, r.respondent, r.place, r.said_on, r.received_at
  from contributions c join responses r on (r.commissioner_id, r.id) = (c.commissioner_id, c.response_id)`

/** `goldthread import contributions` against PostgreSQL's COPY of the same rows, as they are kept, into one table with their two keys. */
export async function benchmark({ short }: { short: boolean }) {
  const rows = short ? 10_000 : 50_000
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-bench-'))
  const house = await openHouse(slots)
  try {
    const file = join(folder, 'comments.csv')
    const header = 'code,feedback,score,place,question,number\n'
    await writeFile(file, header + Array.from({ length: rows }, (_, row) => line(row)).join(''))
    const command = slots.commands.find(({ name }) => name === 'import contributions')
    if (!command) throw new Error('There is no command to measure')

    return await measure({
      name: 'import',
      unit: 'rows a second',
      runs: short ? 5 : 9,
      notes: `${rows} rows of a CSV file; bare: COPY of the same rows as kept, ready made, into one table with its primary key and the key of its source, one transaction`,
      async ours(run) {
        const started = performance.now()
        const { json } = await command.run(house.place, [file], {
          commissioner: 'benchshire',
          source: `Run ${run}`,
          id: 'code',
          score: 'score',
        })
        const took = performance.now() - started
        if ((json as { imported: number }).imported !== rows) throw new Error(`Not all rows came in: ${JSON.stringify(json).slice(0, 300)}`)
        return (rows / took) * 1000
      },
      async bare() {
        const owner = await house.owner()
        try {
          await owner.query(`create table held as ${kept} limit 0`)
          await owner.query('alter table held add primary key (commissioner_id, id)')
          await owner.query('create unique index on held (commissioner_id, source_id, source_key)')
          const copy = join(folder, 'kept')
          await pipeline(owner.query(copyTo(`copy (${kept} limit ${rows}) to stdout`)), createWriteStream(copy))

          const started = performance.now()
          await owner.query('begin')
          await pipeline(createReadStream(copy), owner.query(copyFrom('copy held from stdin')))
          await owner.query('commit')
          const took = performance.now() - started
          await owner.query('drop table held')
          return (rows / took) * 1000
        } finally {
          await owner.end()
        }
      },
    })
  } finally {
    await house.close()
    await rm(folder, { recursive: true })
  }
}
