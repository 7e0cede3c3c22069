/** `node --import tsx bench/run.ts NAME [--short]`: one benchmark, its answer as JSON on standard output. */
const [name, ...options] = process.argv.slice(2)
const known = {
  show: () => import('./show.ts'),
  respond: () => import('./respond.ts'),
  import: () => import('./import.ts'),
  export: () => import('./export.ts'),
  results: () => import('./results.ts'),
  cross: () => import('./cross.ts'),
  coding: () => import('./coding.ts'),
  burst: () => import('./burst.ts'),
  alpha: () => import('./alpha.ts'),
  suggest: () => import('./suggest.ts'),
}
const load = known[name as keyof typeof known]
if (!load || options.some((option) => option !== '--short')) {
  console.error(`Choose one of ${Object.keys(known).join(', ')}; --short for a quick look.`)
  process.exit(2)
}
const { benchmark } = await load()
console.log(JSON.stringify(await benchmark({ short: options.includes('--short') })))
