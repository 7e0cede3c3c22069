import assert from 'node:assert/strict'
import { createReadStream, existsSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Workplace } from '#platform/commands.ts'
import { gather } from '#platform/slots.ts'
import { inHouse } from '#platform/testing.ts'
import { commands } from './commands.ts'
import { listOrganisations, organisations } from './index.ts'

const folder = fileURLToPath(new URL('../../../../shared/data/reference/', import.meta.url))
const skip = existsSync(folder) ? false : 'The folder ../shared/data is not here: the true lists of practices are not tried'
const slots = gather([organisations])

// Counted in the files with other tools: rows, of which closed, and the practices among them by prescribing setting 1 to 4.
const files = [
  { file: 'fixture_epraccur_sample.csv', rows: 3, closed: 0, practices: 1 },
  { file: 'epraccur_QMF_QF7_QXU_QM7_headerless.csv', rows: 1265, closed: 54, practices: 775 },
]

for (const { file, rows, closed, practices } of files)
  test(
    `every row of ${file} comes in once, and again adds nothing`,
    { skip },
    inHouse(slots, async (house) => {
      const place = {
        within: (_slug: string, work: Parameters<Workplace['within']>[1]) => house.within({ kind: 'operator' }, work),
        commissioners: async () => [house.commissioner],
        open: (name: string) => createReadStream(name),
        progress: () => {},
      } as unknown as Workplace
      const bringIn = async () => (await commands[0]!.run(place, [folder + file], {})).json as unknown
      assert.deepEqual(await bringIn(), { read: rows, imported: rows, already: 0, rejected: [] })
      assert.deepEqual(await bringIn(), { read: rows, imported: 0, already: rows, rejected: [] })
      const register = await house.within({ kind: 'operator' }, (ctx) => listOrganisations(ctx.db))
      assert.equal(register.length, rows)
      assert.equal(register.filter(({ closedOn }) => closedOn !== null).length, closed)
      assert.equal(register.filter(({ kind }) => kind === 'practice').length, practices)
    }),
  )
