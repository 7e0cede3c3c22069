import { cleanHeader } from './file-layout.ts'

export interface PostcodePlace {
  /** In capitals, without its space. */
  postcode: string
  lsoa11: string | null
  lsoa21: string | null
  district: string | null
}

export interface DeprivedArea {
  edition: number
  lsoa: string
  rank: number
  decile: number
}

/** What a row of a directory says; null for one that says nothing of us, as a postcode in Scotland; a sentence for one that cannot be read. */
export type ReadPlace =
  | { kind: 'postcodes'; read: (cells: readonly string[]) => PostcodePlace | string | null; startsAt: 0 | 1 }
  | { kind: 'deprivation'; read: (cells: readonly string[]) => DeprivedArea | string | null; startsAt: 1 }

const output = /^[EW]00\d{6}$/
const lower = /^[EW]01\d{6}$/
const middle = /^[EW]02\d{6}$/
const codes = (text: string | undefined) => (lower.test(text ?? '') ? text! : null)
const district = (text: string | undefined) => (/^[EW]\d{8}$/.test(text ?? '') ? text! : null)

/**
 * How to read a directory, by its first row; null where it is none that we know. The NHS Postcode Directory (`gridall`) has no header: its district is the
 * ninth column, and where an output area is followed by its lower and middle layer area, the first time it is those of 2011 and the second,
 * in later issues, those of 2021 (the ones of 2001 stand apart). The directory of the Office for National Statistics has a header, and so have the lists of deprivation.
 */
export function placeReader(first: readonly string[]): ReadPlace | null {
  const header = cleanHeader(first)
  return deprivation(header) ?? onsDirectory(header) ?? (postcodeIn(first[0]) && first.length > 35 ? nhsDirectory() : null)
}

function nhsDirectory(): ReadPlace {
  return {
    kind: 'postcodes',
    startsAt: 0,
    read: (cells) => {
      const [lsoa11, lsoa21] = cells.filter(
        (cell, at) => lower.test(cell) && output.test(cells[at - 1] ?? '') && middle.test(cells[at + 1] ?? ''),
      )
      return placeOf(cells[1] || cells[0], lsoa11 ?? null, lsoa21 ?? null, district(cells[8]))
    },
  }
}

function onsDirectory(header: readonly string[]): ReadPlace | null {
  const at = (...names: string[]) => header.findIndex((name) => names.includes(name))
  const [postcode, lsoa11, lsoa21] = [at('pcds', 'pcd7', 'pcd', 'postcode'), at('lsoa11', 'lsoa11cd'), at('lsoa21', 'lsoa21cd')]
  const area = at('oslaua', 'ladcd', 'lad', 'lad23cd', 'lad24cd')
  if (postcode < 0 || (lsoa11 < 0 && lsoa21 < 0)) return null
  return {
    kind: 'postcodes',
    startsAt: 1,
    read: (cells) => placeOf(cells[postcode], codes(cells[lsoa11]), codes(cells[lsoa21]), district(cells[area])),
  }
}

function placeOf(typed: string | undefined, lsoa11: string | null, lsoa21: string | null, inDistrict: string | null) {
  const postcode = postcodeIn(typed)
  if (!postcode) return `“${(typed ?? '').slice(0, 12)}” is no postcode`
  return lsoa11 || lsoa21 ? { postcode, lsoa11, lsoa21, district: inDistrict } : null
}

const postcodeIn = (typed: string | undefined) => {
  const plain = (typed ?? '').toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(plain) ? plain : null
}

const editions: Readonly<Record<string, number>> = { lsoa11_code: 2019, lsoa21_code: 2025 }

function deprivation(header: readonly string[]): ReadPlace | null {
  const area = header.findIndex((name) => Object.hasOwn(editions, name))
  const [rank, decile] = [header.indexOf('imd_rank'), header.indexOf('imd_decile')]
  if (area < 0 || rank < 0 || decile < 0) return null
  const edition = editions[header[area]!]!
  return {
    kind: 'deprivation',
    startsAt: 1,
    read: (cells) => {
      const [lsoa, ranked, tenth] = [codes(cells[area]), Number(cells[rank]), Number(cells[decile])]
      if (!lsoa) return `“${(cells[area] ?? '').slice(0, 12)}” is no small area`
      if (!(Number.isInteger(ranked) && ranked > 0)) return `“${(cells[rank] ?? '').slice(0, 12)}” is no rank`
      if (!(Number.isInteger(tenth) && tenth >= 1 && tenth <= 10))
        return `“${(cells[decile] ?? '').slice(0, 12)}” is no decile from 1 to 10`
      return { edition, lsoa, rank: ranked, decile: tenth }
    },
  }
}
