import pino from 'pino'
import { keyOf } from '#capabilities/codings'
import { makeFrame } from '#capabilities/themes'
import { frontPage, slots } from '../src/app.ts'
import type { Staff } from '../src/platform/context.ts'
import { newId } from '../src/platform/ids.ts'
import { createServer } from '../src/platform/server.tsx'
import { askCrowd, fillCrowd } from './crowd.ts'
import { type BenchHouse, openHouse } from './house.ts'
import { measure } from './measure.ts'

const themeCount = 40
const turns = 40

/**
 * One coder's turn with a comment, over and over: open the page, code a sentence, be done with it and open the next. Against the bare statements
 * that read and write the same rows, by the owner: no walls, no views, no page. The notes say how long the server works on one page and on one save.
 */
export async function benchmark({ short }: { short: boolean }) {
  const comments = short ? 20_000 : 100_000
  const runs = short ? 3 : 7
  const house = await openHouse(slots)
  const staff: Staff = { kind: 'staff', id: newId(), name: 'Ann', roles: ['analyst'] }
  const server = await createServer({
    database: house.database,
    slots: { ...slots, identify: async () => staff },
    log: pino({ level: 'silent' }),
    frontPage,
  })
  try {
    const { surveyId, frameId, themeIds } = await filled(house, staff, comments)
    const batch = `/${house.commissioner.slug}/desk/coding/${frameId}/${keyOf({ kind: 'survey', id: surveyId })}`
    const took: Record<'page' | 'save' | 'next', number[]> = { page: [], save: [], next: [] }

    const ask = async (kind: keyof typeof took, path: string, body?: Record<string, string>) => {
      const started = performance.now()
      const { statusCode, headers } = await server.fastify.inject({
        method: body ? 'POST' : 'GET',
        url: path,
        headers: { 'sec-fetch-site': 'same-origin', ...(body && { 'content-type': 'application/x-www-form-urlencoded' }) },
        ...(body && { payload: new URLSearchParams(body).toString() }),
      })
      took[kind].push(performance.now() - started)
      if (statusCode >= 400) throw new Error(`${path} answers ${statusCode}`)
      return String(headers.location ?? '')
    }
    let place = (await ask('next', batch)).split('?')[0] ?? ''
    const turn = async () => {
      await ask('page', place)
      await ask('save', `${place}/codings`, { place: '0-14', themes: themeIds[took.save.length % themeCount] ?? '' })
      await ask('page', place)
      place = (await ask('next', `${place}/codings`, { place: 'whole', act: 'done' })).split('?')[0] ?? ''
    }

    const owner = await house.owner()
    const waiting = await owner.query<{ id: string }>('select id from contributions where words is not null order by id desc limit $1', [
      turns * (runs + 2),
    ])
    const coder = await owner.query<{ id: string }>('select id from coders limit 1')
    let at = 0
    const bareTurn = async () => {
      const id = waiting.rows[at++]?.id
      await owner.query('begin')
      await owner.query('select c.*, r.said_on, r.place from contributions c join responses r on r.id = c.response_id where c.id = $1', [
        id,
      ])
      await owner.query('select * from theme_wordings where frame_id = $1', [frameId])
      await owner.query('select * from codings where contribution_id = $1', [id])
      await owner.query('commit')
      await owner.query('begin')
      await owner.query(
        `insert into codings (commissioner_id, id, contribution_id, theme_id, coder_id, start_at, end_at, made_at, salt)
          values ($1, gen_random_uuid(), $2, $3, $4, 0, 14, now(), '\\x00')`,
        [house.commissioner.id, id, themeIds[0], coder.rows[0]?.id],
      )
      await owner.query('commit')
      await owner.query('begin')
      await owner.query(
        `insert into finished_codings (commissioner_id, contribution_id, frame_id, coder_id, finished_at) values ($1, $2, $3, $4, now())
          on conflict do nothing`,
        [house.commissioner.id, id, frameId, coder.rows[0]?.id],
      )
      await owner.query('select id from contributions where id > $1 order by id limit 1', [id])
      await owner.query('commit')
    }
    const rate = async (work: () => Promise<void>) => {
      const started = performance.now()
      for (let count = 0; count < turns; count++) await work()
      return (turns * 3_600_000) / (performance.now() - started)
    }
    const measured = await measure({
      name: 'coding',
      unit: 'comments an hour',
      runs,
      notes: '',
      ours: () => rate(turn),
      bare: () => rate(bareTurn),
    })
    await owner.end()
    return {
      ...measured,
      notes: [
        `${comments} comments of one survey in a frame of ${themeCount} themes, half of them finished, beside another survey as large`,
        ...Object.entries({ 'a page': took.page, 'a save': took.save, 'done and the next found': took.next }).map(
          ([name, times]) => `${name}: ${inWords(times)}`,
        ),
        'each to be at most 50 ms at the 99th percentile',
      ].join('; '),
    }
  } finally {
    await server.fastify.close()
    await house.close()
  }
}

function inWords(times: readonly number[]) {
  // The first ones open connections and fill memory.
  const sorted = times.slice(turns).toSorted((one, other) => one - other)
  const at = (share: number) => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10
  return `${at(0.5)} ms, 99th percentile ${at(0.99)} ms`
}

/** Two surveys, the first with so many comments and half of them finished and coded by a file, all with suggestions. */
async function filled(house: BenchHouse, staff: Staff, comments: number) {
  const version = await askCrowd(house, 'All of them')
  // Two of the questions are answered in words.
  await fillCrowd(house, version, comments / 2)
  await fillCrowd(house, await askCrowd(house, 'Another'), comments / 2)
  const { frameId, themeIds } = await house.within((ctx) =>
    makeFrame(ctx, {
      title: 'What they said',
      themes: Array.from({ length: themeCount }, (_, at) => ({ name: `Theme ${at + 1}`, definition: 'What belongs here, in a sentence' })),
    }),
  )
  const owner = await house.owner()
  const ids = Object.values(themeIds)
  await owner.query(
    'insert into memberships (commissioner_id, id, account_id, name, added_at) values ($1, $2, gen_random_uuid(), $3, now())',
    [house.commissioner.id, staff.id, staff.name],
  )
  await owner.query(
    `create temporary table crowd_words as select c.id, row_number() over (order by c.id) as at from contributions c
      join responses r on r.id = c.response_id where r.survey_id = $1 and c.words is not null`,
    [version.surveyId],
  )
  await owner.query(
    `with coder as (insert into coders (commissioner_id, id, kind, name, added_at) values ($1, gen_random_uuid(), 'import', 'A file', now()) returning id),
      coded as (insert into codings (commissioner_id, id, contribution_id, theme_id, coder_id, made_at, salt)
        select $1, gen_random_uuid(), w.id, ($3::uuid[])[1 + w.at % $4], coder.id, now(), '\\x00' from coder, crowd_words w where w.at % 2 = 0)
      insert into finished_codings (commissioner_id, contribution_id, frame_id, coder_id, finished_at)
        select $1, w.id, $2, coder.id, now() - interval '1 hour' from coder, crowd_words w where w.at % 2 = 0`,
    [house.commissioner.id, frameId, ids, themeCount],
  )
  const model = newId()
  await owner.query(
    `insert into models (commissioner_id, id, frame_id, learned, evaluation, comments, learned_at) values ($1, $2, $3, '\\x00', '{}', 1000, now())`,
    [house.commissioner.id, model, frameId],
  )
  await owner.query(
    `insert into suggested_comments (commissioner_id, contribution_id, frame_id, model_id, uncertainty, sentiment)
      select $1, id, $2, $3, random(), 3 from crowd_words`,
    [house.commissioner.id, frameId, model],
  )
  await owner.query(
    `insert into suggested_themes (commissioner_id, contribution_id, frame_id, theme_id, model_id, likelihood, offered, because)
      select $1, id, $2, ($3::uuid[])[1 + at % $4], $5, 0.8, true, '[{"start": 0, "end": 14}]' from crowd_words`,
    [house.commissioner.id, frameId, ids, themeCount, model],
  )
  await owner.query('vacuum analyze codings, finished_codings, suggested_comments, suggested_themes, contributions, responses')
  await owner.end()
  return { surveyId: version.surveyId, frameId, themeIds: ids }
}
