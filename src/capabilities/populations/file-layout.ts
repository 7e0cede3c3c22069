import type { Characteristic, Counted } from './baseline.ts'

/** One number of a row: how many are in this group of this characteristic. */
export interface FiledCell {
  characteristic: Characteristic
  value: string
  label: string
  /** As the file holds it. */
  count: string
  /** Where one group is in several rows of one area: what tells those apart. */
  part?: string
}

export interface AreaColumn {
  column: number
  /** What kind of area: a code and its name have the same. */
  kind: string
  year: number | null
  isName: boolean
}

/** What the rows of a known file mean. */
export interface FileLayout {
  name: string
  source: string
  dated: string
  counted: Counted
  note: string
  /** Columns that say which area a row is of, with the year of their boundaries where their names say it. */
  areas: readonly AreaColumn[]
  /** What can be had from it. */
  gives: readonly Characteristic[]
  cells(row: readonly string[]): FiledCell[]
  /** Where each row says what day it is of. */
  datedIn?: (row: readonly string[]) => string
  /** Where the file says what the numbers of a characteristic must come to, in the rows of one area. */
  total?: (row: readonly string[]) => { characteristic: Characteristic; count: string } | null
}

const places =
  /^(?:(?:lsoa|msoa|ltla|utla|lad|ward|icb|sicbl|ctry|rgn|ctyua)(\d\d)_(code|name)(?:_nhs|_h)?|(practice|pcn|icb|region)_(code|name))$/

export const cleanHeader = (header: readonly string[]) =>
  header.map((name) =>
    name
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  )

/** The columns of areas in a header. */
export const areasIn = (header: readonly string[]): FileLayout['areas'] =>
  header.flatMap((name, column) => {
    const found = places.exec(name)
    if (!found) return []
    const kind = name.replace(/_(code|name).*$/, '')
    return [{ column, kind, year: found[1] ? 2000 + Number(found[1]) : null, isName: (found[2] ?? found[4]) === 'name' }]
  })
