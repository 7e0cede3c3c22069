import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Writes src/design/nhsuk/props.ts from the descriptions that nhsuk-frontend ships. Run it after every upgrade of that package.

interface Option {
  name: string
  type: 'array' | 'boolean' | 'integer' | 'nunjucks-block' | 'object' | 'string'
  required: boolean
  description: string
  deprecated?: string
  isComponent?: true
  alias?: string
  params?: Option[]
}

const target = new URL('../src/design/nhsuk/props.ts', import.meta.url)
const frontend = dirname(fileURLToPath(import.meta.resolve('nhsuk-frontend/package.json')))
const { version } = JSON.parse(readFileSync(join(frontend, 'package.json'), 'utf8')) as { version: string }
const components = join(frontend, 'dist/nhsuk/components')
const pascal = (folder: string) => folder.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase())

/** Our name for each component is its folder's; three plurals are made singular, and one is more than a list. */
const propsName = (folder: string) => `${{ images: 'Image', tables: 'Table' }[folder] ?? pascal(folder)}Props`

const files = Object.fromEntries(
  readdirSync(components, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name: folder }) => {
      const read = (file: string) => readFileSync(join(components, folder, file), 'utf8')
      const options = JSON.parse(read('macro-options.json')) as Option[]
      const { fixtures } = JSON.parse(read('fixtures.json')) as { fixtures: { context: unknown }[] }
      return [folder, { options, template: read('template.njk'), examples: fixtures.map((fixture) => fixture.context) }]
    }),
)

/** Everything the examples give at one place, so that "required" can be believed only where every example agrees. */
const given = (examples: unknown[]) =>
  examples.flat(3).filter((example): example is Record<string, unknown> => typeof example === 'object' && example !== null)

function typeOf(folder: string, option: Option, examples: unknown[]): string {
  const { name, type, params, isComponent, alias } = option
  if (type === 'boolean') return 'boolean'
  if (type === 'integer') return 'number'
  if (name === 'attributes') return 'Attributes'
  if (type === 'string') return textType(option)
  if (type === 'array' && !params) return 'readonly string[]'
  if (type === 'object' && !params && !isComponent) return 'Readonly<Record<string, string>>'

  const own = params ? shape(folder, params, examples) : undefined
  const component = isComponent ? componentFor(alias ?? name) : undefined
  const whole = [component && `Part<${component}>`, own].filter(Boolean).join(' & ')
  if (folder === 'tables' && name === 'rows') return `readonly (readonly Maybe<string | Html | ${whole}>[])[]`
  if (type === 'array') return `readonly Maybe<${folder === 'tables' ? `string | Html | ${whole}` : whole}>[]`
  if (folder === 'footer' && name === 'navigation') return `${whole} | readonly (${whole})[]`
  return [mayBe('string', folder, name) && 'string', mayBe('escaped', folder, name) && 'Html', whole].filter(Boolean).join(' | ')
}

const componentFor = (name: string) => {
  const folder = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^image$/, 'images')
  if (!files[folder]) throw new Error(`no component for the option ${name}`)
  return propsName(folder)
}

function textType({ name, description }: Option): string {
  if (name === 'html' || name.endsWith('Html')) return 'Html'
  const choices = [...description.matchAll(/`"([a-z-]+)"`/g)].map((match) => `'${match[1]}'`)
  const closed = /^(Optional (variant|colour)|Size of|Type of|Alignment)/.test(description) && choices.length > 0
  if (closed) return [...new Set(choices)].join(' | ') + (description.includes('`false`') ? ' | false' : '')
  return /^(value|rows|maxlength|maxwords|threshold|width|height|inputWidth)$/.test(name) ? 'string | number' : 'string'
}

/** Whether the template lets this option be plain text, or HTML, instead of an object. */
const mayBe = (kind: 'string' | 'escaped', folder: string, name: string) =>
  new RegExp(`${name} is ${kind}\\b`, 'i').test(files[folder]!.template)

function shape(folder: string, options: readonly Option[], examples: unknown[]): string {
  const lines = options
    .filter((option) => !option.deprecated)
    .map((option) => {
      if (option.type === 'nunjucks-block') return '/** What is shown inside. */\nchildren?: ComponentChildren'
      const here = given(examples)
      const required =
        option.required && !/^(text|html)$/.test(option.name) && here.length > 0 && here.every((example) => example[option.name] != null)
      const type = typeOf(
        folder,
        option,
        here.map((example) => example[option.name]),
      )
      return `${comment(option)}${option.name}${required ? '' : '?'}: ${type}${required ? '' : ' | null'}`
    })
  return `{\n${lines.join('\n')}\n}`
}

function comment({ name, description }: Option): string {
  if (/^(id|classes|attributes|text|html)$/.test(name)) return ''
  const first = description
    .split('\n')[0]!
    .replaceAll('*/', '')
    .split(/(?<=\.) /)[0]!
  return `/** ${first} */\n`
}

const source = [
  `// Generated from the macro-options.json files of nhsuk-frontend ${version}. Do not edit; instead run: npx tsx scripts/generate-nhsuk-props.ts`,
  "import type { ComponentChildren, VNode } from 'preact'",
  '/** HTML, written as JSX. A plain string is not HTML. */\nexport type Html = VNode',
  "/** An item of a list, or nothing where a condition did not hold. */\ntype Maybe<Item> = Item | false | null | undefined | ''",
  "/** A component inside another. */\ntype Part<Props> = Partial<Omit<Props, 'children'>>",
  '/** HTML attributes. Never a string: the macros would let it through unescaped. */',
  "export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined | { value: unknown; optional?: boolean; type?: 'string' | 'array' }>>",
  ...Object.entries(files).map(
    ([folder, { options, examples }]) => `export interface ${propsName(folder)} ${shape(folder, options, examples)}`,
  ),
].join('\n\n')

let depth = 0
const indented = source.split('\n').map((line) => {
  const text = line.startsWith('/')
  if (!text && line.startsWith('}')) depth--
  const result = '  '.repeat(depth) + line
  if (!text && line.endsWith('{')) depth++
  return result
})

writeFileSync(target, `${indented.join('\n')}\n`)
