import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault, SourceFile } from './fault.ts'
import { listCapabilities } from './source.ts'

const drawer = /^(utils?|helpers?|common|misc|shared|types|constants|lib)$/
const always = [
  'README.md',
  'index.ts',
  'policy.ts',
  'actions.ts',
  'queries.ts',
  'forms.ts',
  'paths.ts',
  'routes.tsx',
  'jobs.ts',
  'commands.ts',
]
const folders: Record<string, RegExp> = {
  actions: /^[a-z-]+(\.test)?\.ts$/,
  queries: /^[a-z-]+(\.test)?\.ts$/,
  routes: /^[a-z-]+\.tsx$/,
  pages: /^[a-z0-9-]+(\.test)?\.tsx$/,
}
const test = /^[a-z-]+(\.whole|\.conformance)?\.test\.tsx?$/
const thing = /^[a-z]+(-[a-z]+)*\.ts$/
const plural = /(?<![siu])s\.ts$/

/** The file names of capabilities never vary, and no file or folder anywhere is a drawer. */
export const nameFaults = (root: string, source: SourceFile[]): Fault[] => [
  ...source
    .filter(({ path }) => path.split('/').some((part) => drawer.test(part.replace(/\..*$/, ''))))
    .map(({ path }) => ({ rule: 'a file is a drawer for anything', where: path })),
  ...listCapabilities(root).flatMap((capability) => inCapability(root, capability)),
]

function inCapability(root: string, capability: string): Fault[] {
  const home = `src/capabilities/${capability}`
  const entries = readdirSync(join(root, home), { withFileTypes: true })
  const missing = ['README.md', 'index.ts']
    .filter((name) => !existsSync(join(root, home, name)))
    .map((name) => ({ rule: 'a capability lacks its README or its front door', where: home, found: `no ${name}` }))

  const odd = entries.flatMap((entry) => {
    if (!entry.isDirectory()) return isExpected(capability, entry.name) ? [] : [entry.name]
    const expected = entry.name === 'questions' && capability === 'surveys' ? /^[a-z-]+(\.test)?\.tsx?$/ : folders[entry.name]
    const inside = readdirSync(join(root, home, entry.name))
    return expected ? inside.filter((name) => !expected.test(name)).map((name) => `${entry.name}/${name}`) : [`${entry.name}/`]
  })
  return [
    ...missing,
    ...odd.map((name) => ({ rule: 'a capability holds a file whose name the house does not know', where: `${home}/${name}` })),
  ]
}

function isExpected(capability: string, name: string) {
  if (always.includes(name) || test.test(name)) return true
  // Statistics holds methods, which go by the names of their literature, plural or not.
  return thing.test(name) && (capability === 'statistics' || !plural.test(name))
}
