import type { Fate } from '#platform/outbox.ts'

/** Ways in that were made together, for one group of people. */
export interface Batch {
  id: string
  surveyId: string
  name: string
  /** Codes to print, or messages with a link. */
  way: 'codes' | 'messages'
  madeAt: Date
  /** Codes, or messages: one for each person. */
  made: number
  used: number
  withdrawal: { reason: string; at: Date } | null
}

export const mostCodes = 5000
export const mostAddresses = 1000

/** What became of messages, as far as we know. */
export interface Sending {
  sent: number
  waiting: number
  inDoubt: number
  refused: number
}

const kinds: Readonly<Record<Fate, keyof Sending>> = {
  sent: 'sent',
  arrived: 'sent',
  waiting: 'waiting',
  'being sent': 'waiting',
  'to be tried again': 'waiting',
  'in doubt': 'inDoubt',
  refused: 'refused',
}

export function sendingOf(fates: Iterable<Fate>): Sending {
  const counted = { sent: 0, waiting: 0, inDoubt: 0, refused: 0 }
  for (const fate of fates) counted[kinds[fate]] += 1
  return counted
}

/** In a line: "120 sent, 3 could not be delivered". */
export const sendingInWords = ({ sent, waiting, inDoubt, refused }: Sending) =>
  [
    `${sent.toLocaleString('en-GB')} sent`,
    waiting > 0 && `${waiting.toLocaleString('en-GB')} waiting to be sent`,
    inDoubt > 0 && `${inDoubt.toLocaleString('en-GB')} in doubt`,
    refused > 0 && `${refused.toLocaleString('en-GB')} could not be delivered`,
  ]
    .filter((part) => part !== false)
    .join(', ')
