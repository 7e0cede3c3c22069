import { randomInt } from 'node:crypto'

// No vowels, so that chance writes no word; no letter that is taken for another on paper or on the telephone.
const letters = 'BCDFGHJKLMNPQRSTVWXZ'

/** A receipt's code as a person keeps it: 'BXKT-WQRM-ZZLP-HDCF'. Sixteen letters of twenty: 69 bits of chance. */
export const newReceipt = () =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join('-')

/** The code as it is hashed: capitals and spaces, hyphens and stops do not matter to whoever types it. */
export const plainReceipt = (code: string) => code.toUpperCase().replaceAll(/[^A-Z]/g, '')
