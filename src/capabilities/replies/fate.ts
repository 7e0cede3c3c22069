// A copy of the words only: what became of a message is worked out in one place, the outbox itself.
export type FateWords = 'Waiting' | 'Being sent' | 'Sent' | 'Arrived' | 'To be tried again' | 'Refused' | 'In doubt'

const sentences: Record<FateWords, string> = {
  Waiting: 'Waiting to be sent. It leaves when a mail server is set and the worker runs.',
  'Being sent': 'It is being handed over now.',
  Sent: 'The mail server took it.',
  Arrived: 'A member of staff found out that it arrived.',
  'To be tried again': 'The mail server could not take it now. It will be tried again by itself.',
  Refused: 'The mail server refused it, and it will not be tried again.',
  'In doubt': 'In doubt: it was on its way when something broke.',
}

/** What became of a message in a sentence; `code` is the mail server's, or the kind of fault. */
export function inWords(fate: FateWords, code: string): string {
  if (code === 'no address') return 'There was no address to send it to.'
  return code && fate !== 'Sent' ? `${sentences[fate]} (${code})` : sentences[fate]
}

/** Fates begin with a capital where people read them. */
export const capital = (fate: string) => (fate.charAt(0).toUpperCase() + fate.slice(1)) as FateWords
