import { type RawBuilder, sql } from 'kysely'
import type { Option } from '#capabilities/surveys'
import type { Db as Owned } from '#platform/db.ts'
import type { Basis } from '../basis.ts'
import type { Dimension, Held } from '../dimension.ts'
import { type Group, placed } from '../result-cross.ts'
import { choicesIn, columnOf, responsesIn } from './choices.ts'

type Db = Owned<'results'>

/** Responses that made any of these choices. */
export interface Chosen {
  held: Held
  choices: readonly string[]
}

/** Something said in a response, as text that is the same where the same was said. */
export interface Said extends Group {
  key: string
  said: string
}

/**
 * Responses brought together by what they said of each of these, after the filters, in one statement: as many groups as there are different
 * answers, however many responded. What is known of a person is in no group but with how many there are of it.
 */
export async function listGroups(db: Db, basis: Basis, held: readonly Held[], only: readonly Chosen[]): Promise<Group[]> {
  const { rows } = await sql<Row>`
    select ${sql.join([...valuesOf(held), sql`count(*) as count`])} from ${perResponse(basis, held, only)}
    ${held.length > 0 ? sql`group by ${places(held.length)}` : sql``}`.execute(db)
  return rows.map((row) => ({ given: givenIn(row, held), count: row.count }))
}

/**
 * The same of several things said in one response: `things` selects response_id, key and said, as text. Each group says how many things there
 * are. Without filters, and with nothing beside them, they are counted as they come.
 */
export async function listSaid(
  db: Db,
  basis: Basis,
  things: RawBuilder<unknown>,
  held: readonly Held[],
  only: readonly Chosen[],
): Promise<Said[]> {
  const from = held.length + only.length === 0 ? sql`(${things}) as t` : perResponse(basis, held, only, things)
  const { rows } = await sql<Row & { key: string; said: string }>`
    select ${sql.join([sql`t.key, t.said`, ...valuesOf(held), sql`count(*) as count`])} from ${from}
    group by ${places(held.length + 2)}`.execute(db)
  return rows.map((row) => ({ key: row.key, said: row.said, given: givenIn(row, held), count: row.count }))
}

/** The responses that filters let through, for a statement that reads something of them. */
export const responsesOf = (basis: Basis, only: readonly Chosen[]) => sql`(select s.response_id from ${perResponse(basis, [], only)})`

/** The rows that a dimension has among the responses there are. */
export async function listOptions(db: Db, basis: Basis, dimension: Dimension): Promise<readonly Option[]> {
  return placed(await listGroups(db, basis, [dimension.held], []), dimension, 0).options
}

type Row = Record<string, string[] | null> & { count: number }

const givenIn = (row: Row, held: readonly Held[]) => held.map((_, at) => row[`v${at}`] ?? null)
const valuesOf = (held: readonly Held[]) => held.map((one, at) => sql`${choicesOf(one, at)} as ${sql.ref(`v${at}`)}`)
const places = (count: number) => sql.raw(Array.from({ length: count }, (_, at) => at + 1).join(', '))

/**
 * Joins to each response that counts what was said of each thing. A full join, because PostgreSQL makes it by hashing or by sorting always:
 * right after a large import, before the tables are counted anew, it takes each side for a few rows, and with any other join would compare
 * each with each. `onlyThese` takes back out what joined nothing, in a way that does not tell PostgreSQL that another join would do.
 */
const perResponse = (basis: Basis, held: readonly Held[], only: readonly Chosen[], things?: RawBuilder<unknown>) => sql`
  (${responsesIn(basis)}) as s ${sql.join(
    [...held, ...only.map((one) => one.held)].map((one, at) =>
      one.in === 'responses'
        ? sql``
        : sql`full join (${choicesIn(basis, one)}) as ${joined(at)} on ${joined(at)}.response_id = s.response_id`,
    ),
    sql` `,
  )} ${things ? sql`full join (${things}) as t on t.response_id = s.response_id` : sql``}
  where ${sql.join(
    [
      onlyThese(sql`s.response_id is not null`),
      ...(things ? [onlyThese(sql`t.key is not null`)] : []),
      ...only.map(({ held: one, choices }, at) => onlyThese(sql`${choicesOf(one, held.length + at)} && ${[...choices]}::text[]`)),
    ],
    sql` and `,
  )}`

const onlyThese = (condition: RawBuilder<unknown>) => sql`case when ${condition} then true else false end`
const joined = (at: number) => sql.ref(`d${at}`)

/** What a response said of a thing, or what is known of it. Who speaks for no organisation is a person. */
function choicesOf(held: Held, at: number): RawBuilder<unknown> {
  if (held.in === 'responses') return columnOf(held)
  return held.in === 'organisations' ? sql`coalesce(${joined(at)}.choices, array['person'])` : sql`${joined(at)}.choices`
}
