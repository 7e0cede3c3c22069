import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceFile } from './fault.ts'

const ours = ['src', 'bench', 'bin', 'house', 'journeys', 'scripts']
const written = /\.(ts|tsx|js|mjs|cjs|css)$/

/** Every file of code or style in the project, in name order. */
export const listSource = (root: string): SourceFile[] =>
  ours
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
    .filter((path) => written.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

/** The names of the capabilities: the folders of `src/capabilities`. */
export function listCapabilities(root: string): string[] {
  const folder = join(root, 'src/capabilities')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

export const isTest = (path: string) => /\.test\.tsx?$/.test(path)

/** A generated file says so in its first line. */
export const isGenerated = (file: SourceFile) => /generated/i.test(file.text.slice(0, file.text.indexOf('\n')))
