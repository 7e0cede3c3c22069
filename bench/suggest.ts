import { codings } from '#capabilities/codings'
import { contributions } from '#capabilities/contributions'
import { makeFrame, themes } from '#capabilities/themes'
import { gather } from '#platform/slots.ts'
import { findAlike } from '../src/capabilities/suggestions/actions/compare-words.ts'
import { learnFrame } from '../src/capabilities/suggestions/actions/learn-frame.ts'
import { openLearner } from '../src/capabilities/suggestions/actions/open-learner.ts'
import { suggestComments } from '../src/capabilities/suggestions/actions/suggest-comments.ts'
import { suggestions } from '../src/capabilities/suggestions/index.ts'
import { findModel } from '../src/capabilities/suggestions/queries/models.ts'
import { newId } from '../src/platform/ids.ts'
import { type BenchHouse, openHouse } from './house.ts'
import { measure, median } from './measure.ts'

const subjects = [
  'parking',
  'waiting',
  'staff',
  'food',
  'letters',
  'noise',
  'doors',
  'heating',
  'referral',
  'pain',
  'medicine',
  'discharge',
]
const words =
  'the were kind and explained everything but I in a cold room with nowhere to sit nobody told me why again last week my mother could not'.split(
    ' ',
  )

/** A comment on one or two subjects, as long as patients' comments are. */
function comment(at: number) {
  const about = [subjects[at % subjects.length]!, ...(at % 5 === 0 ? [subjects[(at * 7) % subjects.length]!] : [])]
  const rest = Array.from(
    { length: 4 + ((at * 7919) % 30) },
    (_, place) => words[(at * 31 + place * 17 + (at % 97) * place) % words.length],
  )
  return { about, words: [...rest.slice(0, 3), ...about, ...rest.slice(3)].join(' ') }
}

const silent = { begin: async () => {}, going() {}, end: async () => {} }

/** Suggesting for comments that nobody coded, from reading them to keeping what is said of them, against writing the same rows ready made. */
export async function benchmark({ short }: { short: boolean }) {
  const [learned, many] = short ? [300, 2000] : [1000, 10_000]
  const house = await openHouse(gather([contributions, themes, codings, suggestions]))
  const learner = openLearner()
  const owner = await house.owner()
  try {
    const frameId = await filled(house, owner, learned, many)
    const began = performance.now()
    await learnFrame(house.within, learner, frameId, silent)
    const learning = performance.now() - began
    const model = (await house.within(({ db }) => findModel(db, frameId)))!
    const of = { frameId, modelId: model.id }
    const alike: number[] = []
    const measured = await measure({
      name: 'suggest',
      unit: 'comments a second',
      runs: short ? 3 : 5,
      notes: '',
      async ours() {
        await owner.query('truncate suggested_themes, suggested_comments')
        const started = performance.now()
        const looked = await suggestComments(house.within, learner, of, silent)
        const took = performance.now() - started
        if (looked !== many) throw new Error(`Looked at ${looked} comments, not at ${many}`)
        const compared = performance.now()
        await findAlike(house.within, learner, of)
        alike.push(performance.now() - compared)
        return (many / took) * 1000
      },
      async bare() {
        for (const table of ['suggested_themes', 'suggested_comments'])
          await owner.query(`create table held_${table} (like ${table} including all)`)
        const started = performance.now()
        for (const table of ['suggested_themes', 'suggested_comments'])
          await owner.query(`insert into held_${table} select * from ${table}`)
        const took = performance.now() - started
        await owner.query('drop table held_suggested_themes, held_suggested_comments')
        return (many / took) * 1000
      },
    })
    const { rows } = await owner.query<{ count: number }>('select count(*)::int as count from suggested_themes')
    return {
      ...measured,
      notes: [
        `${many} comments, ${rows[0]!.count} suggestions kept, in a thread beside this one; bare: INSERT … SELECT of the same rows with the same indexes, by the owner`,
        `10,000 comments are to take a minute at most: ${(10_000 / measured.ours).toFixed(1)} seconds`,
        `learned from ${learned} comments in ${(learning / 1000).toFixed(1)} seconds; which of them say nearly the same: ${(median(alike) / 1000).toFixed(1)} seconds`,
      ].join('; '),
    }
  } finally {
    await learner.close()
    await owner.end()
    await house.close()
  }
}

/** Comments of one source: so many with the themes that people gave, and so many that nobody coded. Returns the frame. */
async function filled(house: BenchHouse, owner: Awaited<ReturnType<BenchHouse['owner']>>, learned: number, many: number) {
  const { frameId } = await house.within((ctx) =>
    makeFrame(ctx, { title: 'Cards', themes: subjects.map((name) => ({ name, definition: `What people say of ${name}` })) }),
  )
  const source = newId()
  await owner.query('insert into sources (commissioner_id, id, name, added_at) values ($1, $2, $3, now())', [
    house.commissioner.id,
    source,
    'Cards',
  ])
  await owner.query(
    `insert into suggested_batches (commissioner_id, id, frame_id, source_id, asked_at) values ($1, gen_random_uuid(), $2, $3, now())`,
    [house.commissioner.id, frameId, source],
  )
  const rows = Array.from({ length: learned + many }, (_, at) => ({ id: newId(), response: newId(), ...comment(at) }))
  await owner.query(
    `insert into responses (commissioner_id, id, channel, source_id, said_on, received_at, salt)
      select $1, id, 'import', $2, current_date, now(), '\\x00' from unnest($3::uuid[]) as id`,
    [house.commissioner.id, source, rows.map((row) => row.response)],
  )
  await owner.query(
    `insert into contributions (commissioner_id, id, response_id, words, salt) select $1, c.*, '\\x00' from unnest($2::uuid[], $3::uuid[], $4::text[]) as c`,
    [house.commissioner.id, rows.map((row) => row.id), rows.map((row) => row.response), rows.map((row) => row.words)],
  )
  await house.within((ctx) =>
    ctx.slots.takeLabels(ctx, {
      coder: 'A trust',
      source: 'Cards',
      labels: rows.slice(0, learned).flatMap(({ id, about }) => about.map((label) => ({ contributionId: id, label }))),
    }),
  )
  await owner.query('vacuum analyze')
  return frameId
}
