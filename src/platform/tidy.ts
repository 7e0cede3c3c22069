import type { Body } from './forms.ts'

/** Words are kept in one form (NFC, line feeds), and a character no database can hold is dropped. */
const clean = (text: string) => text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\0', '')

/** What a form brought, as it is kept. */
export const tidyBody = (body: unknown): Body =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Body).map(([name, value]) => [
      clean(name),
      Array.isArray(value) ? value.map(clean) : clean(String(value)),
    ]),
  )

/** What follows the question mark of an address: each name once, the last one given. */
export const tidyQuery = (query: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries((query ?? {}) as Body).map(([name, value]) => [clean(name), clean([value].flat().at(-1) ?? '')]))
