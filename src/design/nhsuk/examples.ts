import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** An example that nhsuk-frontend ships: what goes into a macro, and the HTML that must come out. */
export interface Example {
  folder: string
  macro: string
  name: string
  context: unknown
  callBlock?: string
  html: string
}

const components = join(dirname(fileURLToPath(import.meta.resolve('nhsuk-frontend/package.json'))), 'dist/nhsuk/components')
// A component's macro is named after its folder but for three.
const renamed: Record<string, string> = { 'do-dont-list': 'list', images: 'image', tables: 'table' }

export const examples: readonly Example[] = readdirSync(components, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: folder }) => {
    const { fixtures } = JSON.parse(readFileSync(join(components, folder, 'fixtures.json'), 'utf8')) as {
      fixtures: Omit<Example, 'folder' | 'macro'>[]
    }
    const macro = renamed[folder] ?? folder.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
    return fixtures.map((fixture) => ({ ...fixture, folder, macro }))
  })
