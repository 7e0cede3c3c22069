import { isId } from '#platform/ids.ts'

/** By which rule the next comment is found. */
export type Queue = { rule: 'order' | 'uncertain' | 'once' | 'again' } | { rule: 'round'; roundId: string }

type Rule = Exclude<Queue['rule'], 'round'>

/** The rules a coder can choose, in the order they are offered. A round is given to its coders. */
export const rules: readonly { rule: Rule; label: string; hint: string }[] = [
  { rule: 'order', label: 'In order', hint: 'One after the other, as they came.' },
  { rule: 'uncertain', label: 'Least certain first', hint: 'Those where your decision teaches the suggestions most.' },
  { rule: 'once', label: 'Each text once', hint: 'Of a text that many people sent, you read one. You can code the others the same.' },
  { rule: 'again', label: 'To be looked at again', hint: 'Those that somebody marked while coding.' },
]

const isRule = (text: string | undefined): text is Rule => rules.some(({ rule }) => rule === text)

/** A queue as an address names it: `uncertain`, or `round-` and the id of a round. Anything else is the ordinary order. */
export function readQueue(text: string | undefined): Queue {
  const roundId = /^round-(.+)$/.exec(text ?? '')?.[1]
  if (roundId && isId(roundId)) return { rule: 'round', roundId }
  return { rule: isRule(text) ? text : 'order' }
}

/** How a queue stands in an address, to be put behind a path; nothing for the ordinary order. */
export function inAddress(queue: Queue, more: Readonly<Record<string, string | undefined>> = {}): string {
  const name = queue.rule === 'round' ? `round-${queue.roundId}` : queue.rule
  const given = Object.entries({ queue: name === 'order' ? undefined : name, ...more }).filter(
    (pair): pair is [string, string] => !!pair[1],
  )
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}

/** What a coder reads of the queue they are in. */
export const queueInWords = (queue: Queue) =>
  queue.rule === 'round' ? 'a blind round' : (rules.find(({ rule }) => rule === queue.rule)?.label ?? '').toLowerCase()
