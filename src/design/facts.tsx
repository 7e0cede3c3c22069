import type { Html } from './nhsuk/index.ts'
import { SummaryList } from './nhsuk/index.ts'

export interface Fact {
  name: string
  value: string | number | Html
  /** A link beside it, such as "Change". What it changes is said to screen readers. */
  change?: { href: string; text?: string }
}

/** What is true of a thing, name beside value. */
export const Facts = ({ facts }: { facts: readonly (Fact | false | null | undefined)[] }) => (
  <SummaryList
    rows={facts.map(
      (fact) =>
        fact && {
          key: { text: fact.name },
          value: typeof fact.value === 'object' ? { html: fact.value } : { text: String(fact.value) },
          actions: fact.change && {
            items: [{ href: fact.change.href, text: fact.change.text ?? 'Change', visuallyHiddenText: fact.name.toLowerCase() }],
          },
        },
    )}
  />
)
