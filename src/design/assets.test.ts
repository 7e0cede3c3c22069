import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { assetPath, assets, inlineScript, inlineScriptHash } from './index.ts'

const text = (name: string) => assets.find((asset) => asset.path === assetPath(name))!.bytes.toString()
const paths = new Set(assets.map((asset) => asset.path))

test('the style sheets ask nothing of a third party, and everything they name is ours to serve', () => {
  for (const name of ['nhsuk-frontend.css', 'goldthread.css']) {
    const css = text(name)
    assert.doesNotMatch(css, /https?:|@import|@font-face|Frutiger/)
    for (const [, url] of css.matchAll(/url\(["']?([^)"']+)/g))
      assert.ok(paths.has(url!) || url!.startsWith('data:'), `${url} is not served`)
  }
  assert.match(text('nhsuk-frontend.css'), /font-family:arial,sans-serif/)
})

test('every module that a browser module imports is served', () => {
  const imports = [...text('start.js').matchAll(/from '([^']+)'/g)].map((match) => match[1]!)
  assert.deepEqual(
    imports.map((path) => paths.has(path)),
    [true],
  )
})

test('an address changes when the content does', () => {
  for (const { path, bytes } of assets) assert.ok(path.includes(createHash('sha256').update(bytes).digest('hex').slice(0, 12)), path)
})

test('the inline script is the one that the NHS page template holds, and the hash is of it', () => {
  const template = readFileSync(new URL('dist/nhsuk/template.njk', import.meta.resolve('nhsuk-frontend/package.json')), 'utf8')
  assert.ok(template.includes(`>${inlineScript}</script>`), fileURLToPath(import.meta.url))
  assert.equal(inlineScriptHash, `sha256-${createHash('sha256').update(inlineScript).digest('base64')}`)
})
