import type { Option } from '#capabilities/surveys'

/** Which choices of an answer are meant: all, or those of one part, as the row of a table: 'parking:hard' begins with 'parking:'. */
export interface AnsweredPart {
  key: string
  begins?: string
  ends?: string
}

export const isMeant = ({ begins = '', ends = '' }: Omit<AnsweredPart, 'key'>, choice: string) =>
  choice.startsWith(begins) && choice.endsWith(ends)

/** What was said of the part, as 'hard'. */
export const ownPart = ({ begins = '' }: Omit<AnsweredPart, 'key'>, choice: string) => choice.slice(begins.length)

const range = /^(-?\d+(?:\.\d+)?)(?:\.\.-?\d+(?:\.\d+)?)?$/

/**
 * The row that an answer is in: the one of its value, or the band that it falls in. Bands go by their least, as '10..19' or '10', in order
 * and without gaps; of dates they are years, or months as '2026-03'. No row at all where it is in none.
 */
export function rowHolding(rows: readonly Option[], given: string): readonly string[] {
  if (rows.some(({ value }) => value === given)) return [given]
  const month = rows.find(({ value }) => /^\d{4}-\d{2}$/.test(value) && given.startsWith(`${value}-`))
  if (month) return [month.value]
  const number = Number(/^\d{4}-\d{2}-\d{2}$/.test(given) ? given.slice(0, 4) : given)
  if (given === '' || Number.isNaN(number)) return []
  const band = rows.findLast(({ value }) => {
    const [, least] = range.exec(value) ?? []
    return least !== undefined && Number(least) <= number
  })
  return band ? [band.value] : []
}
