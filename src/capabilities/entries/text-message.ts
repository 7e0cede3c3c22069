import { z } from 'zod'

/** What GOV.UK Notify sends on for each text message it received (documentation of its API, "Received text messages"). */
export const notifyCall = z.object({
  id: z.string().min(1).max(100),
  source_number: z.string().min(1).max(50),
  destination_number: z.string().min(1).max(50),
  message: z.string().max(5000),
  date_received: z.string().datetime({ offset: true }),
})

export interface Line {
  id: string
  number: string
  /** Null: every message to this number that no keyword claims. */
  keyword: string | null
  surveyId: string
  questionKey: string
}

/** A telephone number as its digits alone, with the country's: 07700 900000 and +44 7700 900000 are one. */
export function digitsOf(number: string): string {
  const digits = number.replaceAll(/\D/g, '').replace(/^00/, '')
  return digits.startsWith('0') ? `44${digits.slice(1)}` : digits
}

/** The line that a message belongs to, by its keyword or else by its number; and its words, without the keyword. Null where there is none. */
export function lineOf(lines: readonly Line[], { to, message }: { to: string; message: string }): { line: Line; words: string } | null {
  const mine = lines.filter(({ number }) => number === digitsOf(to))
  const words = message.normalize('NFC').trim()
  const [first = ''] = words.split(/\s/, 1)
  const said = plain(first)
  const named = said && mine.find(({ keyword }) => keyword !== null && plain(keyword) === said)
  if (named) return { line: named, words: words.slice(first.length).trim() }
  const any = mine.find(({ keyword }) => keyword === null)
  return any ? { line: any, words } : null
}

// People write the keyword as a sentence begins or ends: "Ward: …", "WARD …".
const plain = (word: string) => word.toLocaleLowerCase('en-GB').replaceAll(/[^\p{L}\p{N}]/gu, '')
