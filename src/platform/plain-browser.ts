import type { Body } from './forms.ts'

/**
 * What a browser without JavaScript sends when this button of a page's only form with it is pressed: everything the form holds, as a person has
 * changed it. For tests.
 */
export function pressed(html: string, button: string, typed: Body = {}): { action: string; body: Body } {
  const buttonOf = (form: string) =>
    [...form.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/g)].find(([, , text = '']) => plain(text) === button)
  const form = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([whole]) => whole).find(buttonOf)
  if (!form) throw new Error(`no button “${button}” on this page`)
  const body: Body = {}
  const put = (name: string, value: string) => {
    body[name] = name in body ? [...[body[name] ?? []].flat(), value] : value
  }
  // A value may hold a '>' of its own.
  for (const [, input = '', area = '', text = ''] of form.matchAll(
    /<input\b((?:"[^"]*"|[^">])*)>|<textarea\b((?:"[^"]*"|[^">])*)>([\s\S]*?)<\/textarea>/g,
  )) {
    const { name, type = 'text', value = '', checked } = attributesOf(input || area)
    const isTicked = !['radio', 'checkbox'].includes(type) || checked !== undefined
    if (name && type !== 'file' && type !== 'submit' && isTicked) put(name, area ? unescaped(text.replace(/^\n/, '')) : value)
  }
  const { name, value = '' } = attributesOf(buttonOf(form)?.[1] ?? '')
  const action = attributesOf(/<form\b([^>]*)>/.exec(form)?.[1] ?? '').action ?? ''
  return { action, body: { ...body, ...typed, ...(name && { [name]: value }) } }
}

const attributesOf = (tag: string): Record<string, string | undefined> =>
  Object.fromEntries([...tag.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, unescaped(value)]))

const plain = (html: string) =>
  unescaped(html.replaceAll(/<[^>]*>/g, ''))
    .replaceAll(/\s+/g, ' ')
    .trim()

const unescaped = (text: string) =>
  text
    .replaceAll(/&#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)))
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, point: string) => String.fromCodePoint(Number.parseInt(point, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
