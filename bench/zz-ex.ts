import { writeFileSync } from 'node:fs'
import { sql } from 'kysely'
import { slots } from '../src/app.ts'
import { newId, newSalt } from '../src/platform/ids.ts'
import { openHouse } from './house.ts'
const house = await openHouse(slots)
writeFileSync('/tmp/gtm/x.csv', 'feedback\n' + Array.from({ length: 10000 }, (_, i) => `some words of a comment that someone wrote ${i}`).join('\n'))
const command = slots.commands.find(({ name }) => name === 'import contributions')!
for (let i = 0; i < 2; i++) await command.run(house.place, ['/tmp/gtm/x.csv'], { commissioner: 'benchshire', source: 'a' + i })
for (let i = 0; i < 3; i++)
await house.within(async (ctx) => {
  const n = 1000, ids = Array.from({ length: n }, newId), rid = Array.from({ length: n }, newId), salts = ids.map(newSalt), keys = ids.map((x) => x + '#1')
  const source = (await sql<any>`select id from sources limit 1`.execute(ctx.db)).rows[0].id
  const t = performance.now()
  const { rows } = await sql<any>`explain (analyze, buffers off) with said as (
      insert into responses (commissioner_id, id, channel, source_id, respondent, place, said_on, received_at, salt)
      select ${ctx.commissioner.id}::uuid, r.id, 'import', ${source}::uuid, null, null, ${ctx.today}::date, ${ctx.now}::timestamptz, r.salt
      from unnest(${rid}::uuid[], ${salts}::bytea[]) as r (id, salt))
    insert into contributions (commissioner_id, id, response_id, words, salt, source_id, source_key)
    select ${ctx.commissioner.id}::uuid, c.id, c.response_id, c.words, c.salt, ${source}::uuid, c.source_key
    from unnest(${ids}::uuid[], ${rid}::uuid[], ${keys}::text[], ${salts}::bytea[], ${keys}::text[]) as c (id, response_id, words, salt, source_key)`.execute(ctx.db)
  console.log((performance.now() - t).toFixed(1)); if (i == 2) console.log(rows.map((r: any) => r['QUERY PLAN']).join('\n'))
})
await house.close()
