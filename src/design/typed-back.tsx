import { Facts } from './facts.tsx'
import { Textarea } from './nhsuk/index.ts'
import { SafeWords } from './safe-words.tsx'

export interface TypedEntry {
  /** The question or field, in the words the person saw. */
  name: string
  value: string
}

/** Everything a person typed, when it could not be taken: to read, and to copy. */
export function TypedBack({ entries, heading = 'What you typed' }: { entries: readonly TypedEntry[]; heading?: string }) {
  const typed = entries.filter((entry) => entry.value.trim() !== '')
  if (typed.length === 0) return <></>
  return (
    <section class="gt-typed-back">
      <h2 class="nhsuk-heading-m">{heading}</h2>
      <Facts facts={typed.map(({ name, value }) => ({ name, value: <SafeWords words={value} /> }))} />
      <Textarea
        id="typed-back"
        name="typed-back"
        label="Copy it from here"
        hint="This page does not keep it. Copy it before you leave."
        rows={Math.min(20, 3 + typed.length * 3)}
        value={typed.map(({ name, value }) => `${name}\n${value}`).join('\n\n')}
        attributes={{ readonly: '' }}
      />
    </section>
  )
}
