const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const parts: Record<string, string> = {
  YYYY: '(?<year>\\d{4})',
  YY: '(?<shortYear>\\d{2})',
  MMMM: '(?<monthName>[a-z]+)',
  MMM: '(?<monthName>[a-z]{3})[a-z]*',
  MM: '(?<month>\\d{1,2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{1,2})(?:st|nd|rd|th)?',
  D: '(?<day>\\d{1,2})(?:st|nd|rd|th)?',
}
const word = /YYYY|YY|MMMM|MMM|MM|M|DD|D/g

export type DateReader = (text: string) => string | null

/** True where dates can be read by this format: it names a day, a month and a year. */
export const isDateFormat = (format: string) => /YY/.test(format) && /M/.test(format) && /D/.test(format)

/**
 * Reads dates written in a format such as DD/MM/YYYY, D MMMM YYYY or YYYY-MM-DD; a time after the date is passed over.
 * Gives 2026-09-30, or null for what is no date.
 */
export function dateReader(format: string): DateReader {
  const escaped = format.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(`^${escaped.replaceAll(word, (name) => parts[name] ?? name)}(?:[ T,]+\\d{1,2}:\\d{2}.*)?$`, 'i')
  return (text) => {
    const found = pattern.exec(text)?.groups
    if (!found) return null
    const year = found.year ?? `20${found.shortYear}`
    const month = found.monthName ? months.indexOf(found.monthName.slice(0, 3).toLowerCase()) + 1 : Number(found.month)
    const date = `${year}-${String(month).padStart(2, '0')}-${(found.day ?? '').padStart(2, '0')}`
    const moment = new Date(`${date}T00:00:00Z`)
    // 31 June would be taken for 1 July.
    return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== date ? null : date
  }
}

const dayOrYearFirst = ['YYYY-MM-DD', 'DD/MM/YYYY', 'DD-MM-YYYY', 'DD.MM.YYYY', 'D MMMM YYYY', 'D MMM YY', 'D-MMM-YY', 'DD/MM/YY'].map(
  dateReader,
)
const monthFirst = dateReader('MM/DD/YYYY')

/**
 * Reads a date in the forms that are usual here: the year first, or the day first. Where that makes no date but the month first does, as in
 * 10/17/2021, it is read so, and `turned` says so: other dates of the same file may have been read the wrong way round.
 */
export function readUsualDate(text: string): { date: string | null; turned: boolean } {
  for (const read of dayOrYearFirst) {
    const date = read(text)
    if (date) return { date, turned: false }
  }
  const date = monthFirst(text)
  return { date, turned: date !== null }
}
