import { randomInt } from 'node:crypto'

// As on receipts: no vowels, so that chance writes no word, and no letter that is taken for another.
const signs = '0123456789BCDFGHJKLMNPQRSTVWXZ'
const length = 6

/**
 * A serial number for a printed form: six signs of thirty by chance, and one to check them, as '4KB2-7QX'. Chance, so that nobody who has one
 * form can guess another's.
 */
export function newSerial(): string {
  const body = Array.from({ length }, () => signs[randomInt(signs.length)]).join('')
  return body + checkSign(body)
}

/**
 * The check sign: Luhn's formula over thirty signs (ISO/IEC 7812-1 annex B, in the "mod N" form), which notices every single wrong sign and
 * nearly every two neighbours changed about.
 */
export function checkSign(body: string): string {
  const sum = [...body].reverse().reduce((total, sign, at) => {
    const code = signs.indexOf(sign) * (at % 2 === 0 ? 2 : 1)
    return total + Math.floor(code / signs.length) + (code % signs.length)
  }, 0)
  return signs[(signs.length - (sum % signs.length)) % signs.length]!
}

/** As typed: capitals, spaces and hyphens do not matter. Null where it cannot be one of ours. */
export function readSerial(typed: string): string | null {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '')
  if (plain.length !== length + 1 || [...plain].some((sign) => !signs.includes(sign))) return null
  return checkSign(plain.slice(0, length)) === plain[length] ? plain : null
}

/** As it is printed and read out. */
export const shownSerial = (serial: string) => `${serial.slice(0, 4)}-${serial.slice(4)}`
