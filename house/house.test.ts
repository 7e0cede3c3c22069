import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { inspectHouse } from './house.ts'
import { rulesFor } from './imports.ts'

type Tree = Record<string, string>
const absent = 'this file is taken away'
const unknown = 'a capability holds a file whose name the house does not know'

const folder = mkdtempSync(join(tmpdir(), 'goldthread-house-'))
after(() => rmSync(folder, { recursive: true }))

const people = 'src/capabilities/people'
const surveys = 'src/capabilities/surveys'

/** A small house in good order: surveys stands on people, and each part uses what it may. */
const tidy: Tree = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: { '#platform/*': './src/platform/*', '#design': './src/design/index.ts', '#capabilities/*': './src/capabilities/*/index.ts' },
  }),
  'src/main.ts': "import { app } from './app.ts'\napp\n",
  'src/app.ts':
    "import * as surveys from '#capabilities/surveys'\nimport { people } from '#capabilities/people'\nexport const app = gather([people, surveys])\n",
  'src/platform/db.ts': "import type { Kysely } from 'kysely'\nexport type AnyDb = object\nexport type Db<Name> = Kysely<Name>\n",
  'src/platform/web.tsx': 'export const page = 1\n',
  'src/platform/forms.ts': 'export const read = 1\n',
  'src/design/index.ts': "export * from './layout.tsx'\n",
  'src/design/layout.tsx': 'export const Layout = () => <main />\n',
  [`${people}/README.md`]: '# People\n',
  [`${people}/index.ts`]: "export { findPerson } from './queries.ts'\n",
  [`${people}/person.ts`]: 'export const isKnown = true\n',
  [`${people}/queries.ts`]:
    "import { sql } from 'kysely'\nimport type { Db } from '#platform/db.ts'\nexport const findPerson = (db: Db<'people'>) => [db, sql`select 1`]\n",
  [`${surveys}/README.md`]: '# Surveys\n',
  [`${surveys}/index.ts`]: "export { routes } from './routes.tsx'\n",
  [`${surveys}/survey.ts`]: 'export const isLive = true\n',
  [`${surveys}/forms.ts`]: "import { read } from '#platform/forms.ts'\nexport const form = read\n",
  [`${surveys}/actions.ts`]:
    "import { findPerson } from '#capabilities/people'\nimport { isLive } from './survey.ts'\nexport const openSurvey = [findPerson, isLive]\n",
  [`${surveys}/routes.tsx`]:
    "import { page } from '#platform/web.tsx'\nimport { openSurvey } from './actions.ts'\nimport { Show } from './pages/show.tsx'\nexport const routes = [page, openSurvey, Show]\n",
  [`${surveys}/pages/show.tsx`]:
    "import { Layout } from '#design'\nimport { isLive } from '../survey.ts'\nexport const Show = () => <Layout>{isLive}</Layout>\n",
  [`${surveys}/surveys.test.tsx`]: "import { app } from '../../app.ts'\nimport { sql } from 'kysely'\nsql`select 1`\napp\n",
}

function build(name: string, tree: Tree) {
  const root = join(folder, name.replaceAll(/\W+/g, '-'))
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
  return root
}

async function faultsOf(name: string, planted: Tree) {
  const files = Object.entries({ ...tidy, ...planted }).filter(([, text]) => text !== absent)
  const { faults } = await inspectHouse(build(name, Object.fromEntries(files)))
  return faults.map((fault) => [fault.rule, fault.where]).sort()
}

test('a house in good order has no fault, and every module of it was seen', async () => {
  const { faults, seen } = await inspectHouse(build('tidy', tidy))
  assert.deepEqual(faults, [])
  assert.equal(seen, Object.keys(tidy).filter((path) => /^src\/.*\.tsx?$/.test(path)).length)
})

/** Each breach: its rule, where it is found, and the files that make it. */
const breaches: [rule: string, where: string, planted: Tree][] = [
  [
    'files make a circle',
    `${people}/consent.ts`,
    { [`${people}/person.ts`]: "import './consent.ts'\n", [`${people}/consent.ts`]: "import type {} from './person.ts'\n" },
  ],
  [
    'a capability uses one below it in app.ts',
    `${people}/person.ts`,
    {
      [`${people}/person.ts`]: "import type { routes } from '#capabilities/surveys'\nexport type Routes = typeof routes\n",
      [`${surveys}/actions.ts`]: 'export const openSurvey = 1\n',
    },
  ],
  ['anything but main uses app', 'src/platform/forms.ts', { 'src/platform/forms.ts': "import '../app.ts'\n" }],
  ['design uses anything of ours but design', 'src/design/layout.tsx', { 'src/design/layout.tsx': "import '#platform/forms.ts'\n" }],
  [
    'a capability reaches past the front door of another',
    `${surveys}/actions.ts`,
    { [`${surveys}/actions.ts`]: "import '../people/person.ts'\n" },
  ],
  [
    'app reaches past the front door of a capability',
    'src/main.ts',
    { 'src/main.ts': "import './app.ts'\nimport './capabilities/people/person.ts'\n" },
  ],
  [
    'SQL is written outside queries',
    `${people}/actions.ts`,
    { [`${people}/actions.ts`]: "import type { Kysely } from 'kysely'\nexport type Handle = Kysely<unknown>\n" },
  ],
  [
    'SQL is written outside queries',
    `${people}/jobs.ts`,
    { [`${people}/jobs.ts`]: "export const join = (ctx) => ctx.db.insertInto('people')\n" },
  ],
  [
    'a page reaches for data instead of being given it',
    `${surveys}/pages/list.tsx`,
    { [`${surveys}/pages/list.tsx`]: "import { openSurvey } from '../actions.ts'\nexport const List = () => <p>{openSurvey}</p>\n" },
  ],
  [
    'a page reaches for data instead of being given it',
    `${surveys}/pages/old.tsx`,
    { [`${surveys}/pages/old.tsx`]: "import type { Db } from '#platform/db.ts'\nexport const Old = (db: Db<'surveys'>) => <p>{db}</p>\n" },
  ],
  ['a rule, policy or form does input or output', `${people}/policy.ts`, { [`${people}/policy.ts`]: "import './queries.ts'\n" }],
  [
    'a rule, policy or form does input or output',
    `${people}/forms.ts`,
    { [`${people}/forms.ts`]: "import { readFileSync } from 'node:fs'\nreadFileSync('x')\n" },
  ],
  [
    'a rule, policy or form does input or output',
    `${surveys}/survey.ts`,
    { [`${surveys}/survey.ts`]: "import type { FastifyInstance } from 'fastify'\nexport type Web = FastifyInstance\n" },
  ],
  [
    'a rule, policy or form does input or output',
    `${surveys}/questions/one-of.tsx`,
    { [`${surveys}/questions/one-of.tsx`]: "import '#platform/web.tsx'\n" },
  ],
  [
    'a capability is missing from app.ts',
    'src/capabilities/themes',
    { 'src/capabilities/themes/index.ts': '', 'src/capabilities/themes/README.md': '' },
  ],
  ['a capability lacks its README or its front door', people, { [`${people}/README.md`]: absent }],
  [unknown, `${people}/person-service.tsx`, { [`${people}/person-service.tsx`]: '' }],
  [unknown, `${people}/consents.ts`, { [`${people}/consents.ts`]: '' }],
  [unknown, `${people}/questions/`, { [`${people}/questions/one-of.ts`]: '' }],
  [unknown, `${people}/pages/list.ts`, { [`${people}/pages/list.ts`]: '' }],
  ['a file is a drawer for anything', 'src/platform/utils.ts', { 'src/platform/utils.ts': '' }],
  ['a file is a drawer for anything', 'journeys/helpers/sign-in.ts', { 'journeys/helpers/sign-in.ts': '' }],
  ['a file is over 300 lines', 'src/platform/forms.ts', { 'src/platform/forms.ts': 'export {}\n'.repeat(301) }],
  [
    'actions.ts or queries.ts is over 200 lines and not yet a folder',
    `${people}/actions.ts`,
    { [`${people}/actions.ts`]: 'export {}\n'.repeat(201) },
  ],
  [
    "a capability's database type is another's",
    `${surveys}/queries.ts`,
    { [`${surveys}/queries.ts`]: "import type { Db } from '#platform/db.ts'\nexport type Handle = Db<'people'>\n" },
  ],
  [
    "a capability's database type is everyone's",
    `${surveys}/queries.ts`,
    { [`${surveys}/queries.ts`]: "import type { AnyDb } from '#platform/db.ts'\nexport type Handle = AnyDb\n" },
  ],
]

for (const [number, [rule, where, planted]] of breaches.entries()) {
  test(`it is a fault when ${rule}: ${where}`, async () => {
    assert.deepEqual(await faultsOf(`breach ${number}`, planted), [[rule, where]])
  })
}

test('it is a fault when capabilities make a circle, and the one that looks down is named', async () => {
  const found = await faultsOf('circle', { [`${people}/actions.ts`]: "import '#capabilities/surveys'\n" })
  assert.deepEqual(found, [
    ['a capability uses one below it in app.ts', `${people}/actions.ts`],
    ['capabilities make a circle', people],
    ['capabilities make a circle', surveys],
  ])
})

test('it is a fault when platform knows about a capability, which stands on platform in its turn', async () => {
  assert.deepEqual(await faultsOf('platform', { 'src/platform/forms.ts': "import '#capabilities/people'\n" }), [
    ['capabilities make a circle', people],
    ['platform knows about a capability', 'src/platform/forms.ts'],
  ])
})

test('a check of imports that cannot follow one says that it is blind', async () => {
  assert.deepEqual(await faultsOf('blind', { 'src/main.ts': "import './app.ts'\nimport {\n  gone\n} from '#platform/gone.ts'\n" }), [
    ['the check of imports is blind', 'src/main.ts'],
  ])
})

test('every import rule has a breach planted here', () => {
  const planted = new Set([...breaches.map(([rule]) => rule), 'capabilities make a circle', 'platform knows about a capability'])
  for (const { name } of rulesFor(build('rules', tidy))) assert.ok(planted.has(String(name)), `no breach is planted of: ${name}`)
})
