import { createHmac, timingSafeEqual } from 'node:crypto'

const mark = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest().subarray(0, 16).toString('base64url')

/** A text with a mark that only this installation can make. */
export const signed = (key: Buffer, text: string) => `${text}.${mark(key, text)}`

/** The text that was signed; null where it was not, or not by us. */
export function unsigned(key: Buffer, value: string): string | null {
  const at = value.lastIndexOf('.')
  const text = value.slice(0, Math.max(0, at))
  const [given, right] = [Buffer.from(value.slice(at + 1)), Buffer.from(mark(key, text))]
  return at > 0 && given.length === right.length && timingSafeEqual(given, right) ? text : null
}

/** When a page was drawn, in a field of its form. */
export const stamp = (key: Buffer, now: Date) => signed(key, now.getTime().toString(36))

const longest = 24 * 60 * 60_000

/**
 * Milliseconds from the page to the post: by the page's stamp, or as the browser counted them where one page is drawn for everyone. Null
 * where the field says neither, or more than a day: then nobody can tell.
 */
export function tookSince(key: Buffer, value: string, now: Date): number | null {
  const counted = /^counted-(\d{1,8})$/.exec(value)?.[1]
  const drawn = counted === undefined ? unsigned(key, value) : null
  if (counted === undefined && drawn === null) return null
  const took = drawn === null ? Number(counted) : now.getTime() - Number.parseInt(drawn, 36)
  return took >= 0 && took <= longest ? took : null
}
