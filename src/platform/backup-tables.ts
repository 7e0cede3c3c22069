import type pg from 'pg'

export interface Table {
  /** With its schema, as a statement may hold it. */
  name: string
  columns: string[]
  hasCommissioner: boolean
}

// Whoever holds a link or a session of the old database holds nothing of the new one.
const secrets = [
  'person_links',
  'person_link_uses',
  'person_sessions',
  'accounts.sign_in_links',
  'accounts.sign_in_link_uses',
  'accounts.sessions',
  'accounts.session_endings',
  'accounts.sign_in_attempts',
  'accounts.sign_in_answers',
  // Tries are counted for a quarter of an hour, and lead to addresses.
  'link_attempts',
]

/** Every table that a backup holds, each after those it refers to. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; needs: string[] }>(`
    select case n.nspname when 'public' then quote_ident(c.relname) else format('%I.%I', n.nspname, c.relname) end as name,
      array(select quote_ident(attname) from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
      array(select case rn.nspname when 'public' then quote_ident(r.relname) else format('%I.%I', rn.nspname, r.relname) end
        from pg_constraint k join pg_class r on r.oid = k.confrelid join pg_namespace rn on rn.oid = r.relnamespace
        where k.contype = 'f' and k.conrelid = c.oid and k.confrelid <> c.oid) as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'accounts') and c.relkind = 'r' and c.relname <> 'migrations'
    order by 1`)
  const tables = rows.filter(({ name }) => !secrets.includes(name))
  return inOrder(tables).map(({ name, columns }) => ({ name, columns, hasCommissioner: columns.includes('commissioner_id') }))
}

function inOrder<One extends { name: string; needs: string[] }>(tables: readonly One[]): One[] {
  const placed: One[] = []
  for (let left = [...tables]; left.length > 0; ) {
    const ready = left.filter(({ needs }) => needs.every((need) => !left.some(({ name }) => name === need)))
    if (ready.length === 0) throw new Error(`These tables refer to each other: ${left.map(({ name }) => name).join(', ')}`)
    placed.push(...ready)
    left = left.filter((table) => !ready.includes(table))
  }
  return placed
}
