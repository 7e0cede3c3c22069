import { type ComponentChildren, isValidElement } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import { renderToString } from 'preact-render-to-string'
import { renderMacro, trusted } from './macro.ts'
import type { Html } from './props.ts'

/** An official NHS component as JSX. Wherever the macro takes HTML, this takes JSX; text is escaped. */
export function component<Props extends object>(folder: string, name = camelCase(folder)) {
  return function NhsComponent(given: Props): Html {
    const { children, ...props } = given as Props & { children?: ComponentChildren }
    const block = children === undefined ? undefined : asHtml(children)
    // The only place where a string becomes HTML. It has no wrapper, and nobody outside this file can do it.
    return jsxTemplate([renderMacro(folder, name, [prepared(props)], block)])
  }
}

const camelCase = (folder: string) => folder.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

/** What was JSX becomes trusted HTML. What is missing is left out, so that the macros' own defaults hold. */
function prepared(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (isValidElement(value)) return trusted(asHtml(value))
  if (Array.isArray(value)) return value.map(prepared)
  const result: Record<string, unknown> = {}
  for (const [name, item] of Object.entries(value)) if (item !== undefined && item !== null) result[name] = prepared(item)
  return result
}

// Macros indent the HTML inside them. In a text area that would add spaces to what someone typed.
const asHtml = (children: ComponentChildren) =>
  renderToString(children as Html).replace(/(?<=<(textarea|pre)\b[^>]*>)[^<]+/g, (typed) => typed.replaceAll('\n', '&#10;'))
