import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'

type Macro = (...args: unknown[]) => unknown
type Exports = Record<string, Macro>
interface Template {
  getExported(done: (error: unknown, exported?: Exports) => void): void
}

// Nunjucks' own types leave out what a macro called from outside a template needs.
const runtime = (nunjucks as unknown as { runtime: { SafeString: new (html: string) => object; makeKeywordArgs(named: object): object } })
  .runtime

const home = join(dirname(fileURLToPath(import.meta.resolve('nhsuk-frontend/package.json'))), 'dist')
const folders = ['nhsuk/components', 'nhsuk/macros', 'nhsuk', ''].map((folder) => join(home, folder))
const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(folders), { trimBlocks: true, lstripBlocks: true })

/** Mark HTML as already escaped, so that a macro lets it through. */
export const trusted = (html: string) => new runtime.SafeString(html)

/**
 * Call an official macro: `renderMacro('button', 'button', [{ text: 'Save' }])`. `block` is what a Nunjucks `call` block would hold.
 */
export function renderMacro(folder: string, name: string, args: readonly unknown[], block?: string): string {
  const macro = exportsOf(`${folder}/macro.njk`)[name]
  if (macro === undefined) throw new Error(`nhsuk-frontend has no macro ${name} in ${folder}`)
  const caller = block === undefined ? [] : [runtime.makeKeywordArgs({ caller: () => trusted(block) })]
  return String(macro(...args, ...caller)).trim()
}

function exportsOf(path: string): Exports {
  let exported: Exports | undefined
  const template = environment.getTemplate(path, true) as unknown as Template
  template.getExported((error, macros) => {
    if (error) throw error
    exported = macros
  })
  return exported!
}

// Every official template imports others, and Nunjucks runs the imported file again at each use. None of those files holds
// state, so what they export is kept: this is most of the speed of a page.
const find = environment.getTemplate
const kept = new WeakSet<object>()
environment.getTemplate = function getTemplate(this: nunjucks.Environment, ...args: unknown[]) {
  const done = args.at(-1)
  if (typeof done === 'function')
    args[args.length - 1] = (error: unknown, template: Template) => done(error, template && keepExports(template))
  const template = Reflect.apply(find, this, args)
  return template && keepExports(template)
} as typeof find

function keepExports(template: Template): Template {
  if (kept.has(template)) return template
  kept.add(template)
  const read = template.getExported
  let exported: Exports | undefined
  template.getExported = function getExported(...args: unknown[]) {
    const done = args.at(-1) as (error: unknown, exported?: Exports) => void
    if (exported) return done(null, exported)
    Reflect.apply(read, this, [
      (error: unknown, macros?: Exports) => {
        if (!error) exported = macros
        done(error, macros)
      },
    ])
  }
  return template
}
