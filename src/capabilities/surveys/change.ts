import type { Question, Tally } from './question.ts'
import { typeOf } from './questions/registry.ts'

/** Why a change would make people's answers say what they did not; null where it would not. */
export function misreads(before: Question, after: Question, { answered, choices }: Tally): string | null {
  if (answered === 0) return null
  if (after.type !== before.type)
    return `${people(answered)} answered this question, so its type cannot change. Add a new question instead.`

  const lost = Object.keys(choices).find((choice) => !typeOf(after).offers(after, choice))
  if (lost !== undefined) {
    const label = typeOf(before)
      .choices(before)
      .find(({ value }) => value === lost)?.label
    return `${people(choices[lost] ?? 0)} chose “${label ?? lost}”, so it has to stay as it is. You can add answers and change their order.`
  }

  const [changed] = meanings.filter(({ of }) => JSON.stringify(of(before)) !== JSON.stringify(of(after)))
  return changed ? `${people(answered)} answered this question, so ${changed.what} cannot change. Add a new question instead.` : null
}

// Each is what an answer was measured with: with another, the same answer means something else.
const meanings: readonly { what: string; of: (question: Question) => unknown }[] = [
  { what: 'the ends of its scale', of: ({ type, least, most, ends }) => (type === 'scale' ? [least, most, ends] : null) },
  { what: 'the wording of its six answers', of: ({ wording }) => wording },
  { what: 'what it is counted in', of: ({ unit }) => unit },
  { what: 'the sum that is shared out', of: ({ total }) => total },
]

export const people = (count: number) => (count === 1 ? 'One person' : `${count.toLocaleString('en-GB')} people`)
