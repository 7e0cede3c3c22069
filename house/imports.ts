import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import type { Fault, SourceFile } from './fault.ts'

const config = fileURLToPath(new URL('../.dependency-cruiser.cjs', import.meta.url))
const { rulesFor, options, capabilitiesInOrder } = createRequire(import.meta.url)(config) as {
  rulesFor: (root: string) => IForbiddenRuleType[]
  options: ICruiseOptions
  capabilitiesInOrder: (root: string) => string[]
}

export { capabilitiesInOrder, rulesFor }

/** Cruise `src` below `root`, and say which import breaks which rule and how many modules were seen. */
export async function importFaults(root: string, source: SourceFile[]): Promise<{ faults: Fault[]; seen: number }> {
  const cruising: ICruiseOptions = { ...options, baseDir: root, validate: true, ruleSet: { forbidden: rulesFor(root) } }
  const { modules, summary } = (await cruise(['src'], cruising)).output as ICruiseResult
  const broken = summary.violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    where: from,
    found: cycle ? cycle.map((step) => step.name).join(' → ') : `imports ${to.replace(/^.*node_modules\//, '')}`,
  }))
  return { faults: [...broken, ...unseen(modules, source)], seen: modules.filter((module) => module.source.startsWith('src/')).length }
}

/**
 * A cruise that cannot read TypeScript finds nothing wrong and says so cheerfully. So what it saw is compared with what
 * a plain reading of the text finds: every module, and every import of ours.
 */
function unseen(modules: ICruiseResult['modules'], source: SourceFile[]): Fault[] {
  const rule = 'the check of imports is blind'
  const seen = new Map(
    modules.map((module) => [module.source, new Set(module.dependencies.filter((to) => !to.couldNotResolve).map((to) => to.module))]),
  )
  return source
    .filter(({ path }) => path.startsWith('src/') && !path.endsWith('.css'))
    .flatMap(({ path, text }) => {
      const imports = seen.get(path)
      if (!imports) return [{ rule, where: path, found: 'it did not see this file' }]
      return ownImports(text)
        .filter((name) => !imports.has(name))
        .map((name) => ({ rule, where: path, found: `it could not follow the import of ${name}` }))
    })
}

const ownImports = (text: string) =>
  [...text.matchAll(/^(?:import|export)\b[^'"`]*?from '([#.][^']*)'/gm)].map(([, name]) => name as string)
