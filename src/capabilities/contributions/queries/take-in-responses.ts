import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { Received } from './respond.ts'

type Db = Owned<'contributions'>

/** Those of these keys that were not here before, in hexadecimal digits. They are from now on. */
export async function insertSendingKeys(db: Db, commissionerId: string, keyHashes: readonly Buffer[]): Promise<Set<string>> {
  if (keyHashes.length === 0) return new Set()
  // In one order everywhere, so that two imports at once wait for each other and never both ways.
  const sorted = keyHashes.toSorted(Buffer.compare)
  const { rows } = await sql<{ key: string }>`
    insert into sending_keys (commissioner_id, key_hash)
    select ${commissionerId}::uuid, k from unnest(${sorted}::bytea[]) with ordinality as u (k, place) order by place
    on conflict do nothing returning encode(key_hash, 'hex') as key`.execute(db)
  return new Set(rows.map(({ key }) => key))
}

/** Those of these keys that are here, in hexadecimal digits. */
export async function findSendingKeys(db: Db, keyHashes: readonly Buffer[]): Promise<Set<string>> {
  if (keyHashes.length === 0) return new Set()
  const { rows } = await sql<{ key: string }>`
    select encode(key_hash, 'hex') as key from sending_keys where key_hash = any(${[...keyHashes]}::bytea[])`.execute(db)
  return new Set(rows.map(({ key }) => key))
}

/** Many responses to one survey with everything in them, in one statement of a few long parameters. */
export async function insertReceived(db: Db, commissionerId: string, received: readonly Omit<Received, 'codeHash'>[]) {
  const [first] = received
  if (!first) return
  const of = <Row, Key extends keyof Row>(rows: readonly Row[], name: Key) => rows.map((row) => row[name])
  const responses = received.map(({ response }) => response)
  const contributions = received.flatMap((one) => one.contributions)
  const holds = received.flatMap((one) => one.holds)
  const beside = <Row>(pick: (one: Omit<Received, 'codeHash'>) => readonly Row[]) =>
    received.flatMap((one) => pick(one).map((row) => ({ ...row, response_id: one.response.id })))
  const answers = beside((one) => one.answers)
  const equality = beside((one) => one.equality)
  const apart = beside((one) => one.apart)
  // A list of lists of different lengths is no array to the database: each list travels as one text.
  const listed = (rows: readonly { choices: readonly string[] }[]) => rows.map(({ choices }) => JSON.stringify(choices))
  const list = sql`array(select jsonb_array_elements_text(t.choices::jsonb))`
  await sql`
    with spoken as (
      insert into responses (commissioner_id, id, channel, survey_id, survey_version_id, place, said_on, received_at, variant, salt)
      select ${commissionerId}::uuid, t.id, 'import', ${first.response.survey_id}::uuid, t.version, t.place, t.said_on,
        ${first.response.received_at}::timestamptz, t.variant, t.salt
      from unnest(${of(responses, 'id')}::uuid[], ${of(responses, 'survey_version_id')}::uuid[], ${of(responses, 'place')}::text[],
        ${of(responses, 'said_on')}::date[], ${of(responses, 'variant')}::text[], ${of(responses, 'salt')}::bytea[])
        as t (id, version, place, said_on, variant, salt)),
    uttered as (
      insert into contributions (commissioner_id, id, response_id, question_key, question_text, words, salt)
      select ${commissionerId}::uuid, t.* from unnest(${of(contributions, 'id')}::uuid[], ${of(contributions, 'response_id')}::uuid[],
        ${of(contributions, 'question_key')}::text[], ${of(contributions, 'question_text')}::text[], ${of(contributions, 'words')}::text[],
        ${of(contributions, 'salt')}::bytea[]) as t),
    told_of_themselves as (
      insert into equality_answers (commissioner_id, response_id, question_key, choices)
      select ${commissionerId}::uuid, t.response, t.question, ${list}
      from unnest(${of(equality, 'response_id')}::uuid[], ${of(equality, 'question_key')}::text[], ${listed(equality)}::text[]) as t (response, question, choices)),
    kept_apart as (
      insert into apart_answers (commissioner_id, response_id, question_key, value)
      select ${commissionerId}::uuid, t.* from unnest(${of(apart, 'response_id')}::uuid[], ${of(apart, 'question_key')}::text[], ${of(apart, 'value')}::text[]) as t),
    held as (
      insert into holds (commissioner_id, contribution_id, reason, held_at)
      select ${commissionerId}::uuid, t.* from unnest(${of(holds, 'contribution_id')}::uuid[], ${of(holds, 'reason')}::text[], ${of(holds, 'held_at')}::timestamptz[]) as t)
    insert into answers (commissioner_id, response_id, question_key, choices)
    select ${commissionerId}::uuid, t.response, t.question, ${list}
    from unnest(${of(answers, 'response_id')}::uuid[], ${of(answers, 'question_key')}::text[], ${listed(answers)}::text[]) as t (response, question, choices)`.execute(
    db,
  )
}
