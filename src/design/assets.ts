import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Asset {
  /** Its address. It holds a hash of the content, so it may be kept by browsers for ever. */
  path: string
  type: string
  bytes: Buffer
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
}

const ours = dirname(fileURLToPath(import.meta.url))
const theirs = join(dirname(fileURLToPath(import.meta.resolve('nhsuk-frontend/package.json'))), 'dist/nhsuk')
const named = new Map<string, Asset>()

function add(name: string, content: string | Buffer) {
  const bytes = Buffer.from(content)
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  const extension = extname(name)
  named.set(name, { path: `/assets/${name.slice(0, -extension.length)}-${hash}${extension}`, type: types[extension]!, bytes })
}

/** The address of a static file: `assetPath('goldthread.css')`. */
export function assetPath(name: string): string {
  const asset = named.get(name)
  if (!asset) throw new Error(`There is no static file ${name}`)
  return asset.path
}

/** The NHS style sheet as we serve it: no font from elsewhere, and its icons at our own addresses. */
export function withoutThirdParties(css: string): string {
  return css
    .replace(/@font-face\s*\{[^}]*\}/g, '')
    .replace(/"?Frutiger W01"?,\s*/g, '')
    .replace(/\/\*# sourceMappingURL=.*?\*\//g, '')
    .replace(/url\(\/assets\/images\/([^)]+)\)/g, (_, image: string) => `url(${assetPath(image)})`)
}

const withoutSourceMap = (script: string) => script.replace(/\/\/# sourceMappingURL=.*\s*$/, '')
const withAddresses = (script: string) =>
  script.replaceAll(
    /from '(nhsuk-frontend|\.\/[\w-]+\.js)'/g,
    (_, module: string) => `from '${assetPath(module.replace(/^\.\//, '').replace(/^nhsuk-frontend$/, 'nhsuk-frontend.js'))}'`,
  )

for (const image of readdirSync(join(theirs, 'assets/images'))) {
  if (/^(favicon\.|nhsuk-icon-(arrow|cross|180|mask))/.test(image)) add(image, readFileSync(join(theirs, 'assets/images', image)))
}
add('nhsuk-frontend.css', withoutThirdParties(readFileSync(join(theirs, 'nhsuk-frontend.min.css'), 'utf8')))
add('nhsuk-frontend.js', withoutSourceMap(readFileSync(join(theirs, 'nhsuk-frontend.min.js'), 'utf8')))
add('goldthread.css', readFileSync(join(ours, 'goldthread.css')))
for (const script of readdirSync(join(ours, 'browser'))) {
  if (script.endsWith('.js')) add(script, withAddresses(readFileSync(join(ours, 'browser', script), 'utf8')))
}

/** Every static file that the pages need. */
export const assets: readonly Asset[] = [...named.values()]
