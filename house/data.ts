import type { Fault, SourceFile } from './fault.ts'
import { isTest } from './source.ts'

const statement = /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql(<[^`]*>)?`/

/** A capability's code reaches the database in its queries alone, and there only its own tables and others' views. */
export const dataFaults = (source: SourceFile[]): Fault[] =>
  source.flatMap(({ path, text }) => {
    const capability = /^src\/capabilities\/([^/]+)\//.exec(path)?.[1]
    if (!capability || isTest(path)) return []
    return [...schemaFaults(path, text, capability), ...statementFaults(path, text)]
  })

function schemaFaults(path: string, text: string, capability: string): Fault[] {
  const foreign = [...text.matchAll(/\bDb<([^>]*)>/g)].filter(([, schema]) => schema !== `'${capability}'`)
  const whole = /^import\b[^'"`]*\bAnyDb\b[^'"`]*from '#platform\//m.test(text)
  return [
    ...foreign.map(([found]) => ({ rule: "a capability's database type is another's", where: path, found })),
    ...(whole ? [{ rule: "a capability's database type is everyone's", where: path }] : []),
  ]
}

function statementFaults(path: string, text: string): Fault[] {
  if (/\/queries(\.ts$|\/)/.test(path)) return []
  const found = statement.exec(text)?.[0]
  return found ? [{ rule: 'SQL is written outside queries', where: path, found }] : []
}
