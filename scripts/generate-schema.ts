// Writes src/platform/schema.ts from a migrated database: node --import tsx scripts/generate-schema.ts postgres://…
import { writeFileSync } from 'node:fs'
import pg from 'pg'
import { migrate } from '../src/platform/migrate.ts'

const connectionString = process.argv[2]
if (!connectionString) throw new Error('Name an empty database to migrate, as postgres://…')
await migrate({ connectionString })
const client = new pg.Client({ connectionString })
await client.connect()

const { rows } = await client.query<{
  schema: string
  relation: string
  kind: string
  owner: string | null
  may_be_empty: string | null
  name: string
  type: string
  nullable: boolean
  preset: boolean
}>(`
  select n.nspname as schema, c.relname as relation, c.relkind as kind, substring(obj_description(c.oid) from 'owner: (.*)') as owner,
    substring(obj_description(c.oid) from 'nullable: (.*)') as may_be_empty,
    a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull as nullable, a.atthasdef as preset
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where n.nspname in ('public', 'accounts') and c.relkind in ('r', 'v') and c.relname <> 'migrations'
  order by n.nspname desc, c.relname, a.attnum`)
await client.end()

const types: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  integer: 'number',
  bigint: 'number',
  'double precision': 'number',
  boolean: 'boolean',
  'timestamp with time zone': 'Date',
  jsonb: 'unknown',
  bytea: 'Buffer',
  'text[]': 'string[]',
  'uuid[]': 'string[]',
}
const relations = Map.groupBy(rows, (row) => (row.schema === 'public' ? row.relation : `${row.schema}.${row.relation}`))
const bodies = [...relations].map(([name, columns]) => {
  const lines = columns.map((column) => {
    const type = types[column.type]
    if (!type) throw new Error(`${name}.${column.name}: no TypeScript type for ${column.type}`)
    // PostgreSQL holds every column of a view for nullable; publish_view says which are.
    const nullable = column.kind === 'r' ? column.nullable : (column.may_be_empty ?? '').split(', ').includes(column.name)
    const wide = nullable ? `${type} | null` : type
    if (column.type === 'jsonb') return `    ${column.name}: ColumnType<unknown, string${column.preset ? ' | undefined' : ''}, string>`
    return `    ${column.name}: ${column.preset ? `Generated<${wide}>` : wide}`
  })
  return { owner: columns[0]!.kind === 'v' ? 'views' : (columns[0]!.owner ?? ''), text: `  '${name}': {\n${lines.join('\n')}\n  }` }
})
const nobody = [...relations].find(([, columns]) => columns[0]!.kind === 'r' && !columns[0]!.owner)
if (nobody) throw new Error(`${nobody[0]} has no owner: call wall() in its migration`)

const owners = [...new Set(bodies.map((body) => body.owner))].filter((owner) => owner !== 'views').sort()
const owned = owners.map(
  (owner) =>
    `  ${owner}: {\n${bodies
      .filter((body) => body.owner === owner)
      .map((body) => body.text.replace(/^/gm, '  '))
      .join('\n')}\n  }`,
)
const views = bodies.filter((body) => body.owner === 'views').map((body) => body.text)
writeFileSync(
  new URL('../src/platform/schema.ts', import.meta.url),
  `// Generated from the migrations by scripts/generate-schema.ts. Do not edit.
import type { ColumnType, Generated } from 'kysely'

/** Each capability's own tables: only it may write them. */
export interface Owned {
${owned.join('\n')}
}

/** What capabilities publish for all to read. */
export interface Views {
${views.join('\n')}
}
`,
)
