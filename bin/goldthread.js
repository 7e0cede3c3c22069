#!/usr/bin/env node
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    `Goldthread needs Node 24 or later, and this is ${process.version}. In a checkout, "npm start" and "npm run goldthread" use the right one by themselves.\n`,
  )
  process.exit(1)
}
// Named, since it would otherwise be looked for where the person happens to stand.
register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) })
await import('../src/main.ts')
