import { Refused } from '#platform/errors.ts'
import { ageBand } from './age-band.ts'
import { type BaselineDraft, type Characteristic, characteristics, type Group, totalOf } from './baseline.ts'
import type { FiledCell, FileLayout } from './file-layout.ts'
import { filedCount } from './filed-count.ts'
import { knownLayout } from './known-layout.ts'

export interface WantedBaselines {
  /** Codes or names of areas, whose numbers are added up; 'all' for every area of the file. */
  areas: readonly string[]
  /** Only this one; needed where the file does not say what its groups are. */
  characteristic: Characteristic | null
  /** The year that the areas must be of; null where any will do. */
  boundaryYear: number | null
  title?: string | undefined
  area?: string | undefined
  source?: string | undefined
  dated?: string | undefined
}

export interface FiledBaselines {
  /** Rows after the header. */
  read: number
  drafts: BaselineDraft[]
  /** What the file gives and could not be used, with the reason. */
  leftOut: { characteristic: Characteristic; reason: string }[]
  rejected: { row: number; reason: string }[]
}

interface Tally {
  groups: Map<string, Group>
  seen: Map<string, number>
  mistakes: string[]
  /** What the file says that it comes to; null where it does not say. */
  total: number | null
}

const number = (count: number) => count.toLocaleString('en-GB', { maximumFractionDigits: 1 })
const mostExamples = 3
const unknown = 'Not said'

/**
 * Takes in a file of a population row by row, in any layout that we know, and gives a baseline for each characteristic it holds. Only the areas
 * that are wanted are kept and added up. A characteristic of which any number is hidden, missing, below nought or there twice is left
 * out and said: a population with a hole in it would make others look better heard than they are. Throws Refused where the file as a
 * whole cannot be used.
 */
export function createBaselineReader(wanted: WantedBaselines) {
  let layout: FileLayout | undefined
  let width = 0
  let read = 0
  let dated = ''
  const looked = new Map(wanted.areas.map((area) => [area.trim().toLowerCase(), area.trim()]))
  const isAll = looked.has('all')
  const found = new Map<string, string>()
  const years = new Set<number>()
  const known = new Set<string>()
  const tallies = new Map<Characteristic, Tally>()
  const rejected: FiledBaselines['rejected'] = []

  function header(cells: readonly string[]) {
    const known = knownLayout(cells, wanted.characteristic)
    if (!known)
      throw new Refused(
        'The columns are those of no file that we know. Give the file two columns, “group” and “count”, or see the README for the layouts.',
      )
    if (known.areas.length === 0 && wanted.characteristic === null)
      throw new Refused('Say what its groups are groups of: a characteristic.')
    if (wanted.characteristic && !known.gives.includes(wanted.characteristic))
      throw new Refused(
        `The file holds ${known.gives.map((one) => characteristics[one].toLowerCase()).join(' and ')}, and not ${characteristics[wanted.characteristic].toLowerCase()}.`,
      )
    layout = known
    width = cells.length
  }

  function row(at: number, cells: readonly string[]) {
    if (!layout) return header(cells)
    read += 1
    if (cells.length < width) return void rejected.push({ row: at, reason: `it has ${cells.length} cells, and the header has ${width}` })
    if (!isWanted(layout, cells)) return
    if (layout.datedIn) dated = layout.datedIn(cells)
    const area = layout.areas.map(({ column }) => cells[column] ?? '').join(' ')
    for (const cell of layout.cells(cells)) if (isOurs(cell.characteristic)) take(tallyOf(cell.characteristic), cell, { area, at })
    const total = layout.total?.(cells)
    if (!total || !isOurs(total.characteristic)) return
    const tally = tallyOf(total.characteristic)
    const count = filedCount(total.count)
    if (typeof count === 'number') tally.total = (tally.total ?? 0) + count
  }

  const isOurs = (characteristic: Characteristic) => wanted.characteristic === null || wanted.characteristic === characteristic

  const tallyOf = (characteristic: Characteristic): Tally => {
    const tally = tallies.get(characteristic) ?? { groups: new Map(), seen: new Map(), mistakes: [], total: null }
    tallies.set(characteristic, tally)
    return tally
  }

  /** Whether the row is of an area that is asked for; notes which it was. */
  function isWanted({ areas }: FileLayout, cells: readonly string[]): boolean {
    if (areas.length === 0) return true
    const named = ({ column, kind, isName }: (typeof areas)[number]) => {
      const name = isName ? column : areas.find((other) => other.kind === kind && other.isName)?.column
      return (name === undefined ? '' : cells[name]?.trim()) || (cells[column] ?? '').trim()
    }
    const main = areas.find(({ isName }) => !isName) ?? areas[0]!
    known.add((cells[main.column] ?? '').trim())
    if (isAll || looked.size === 0) {
      if (main.year) years.add(main.year)
      found.set((cells[main.column] ?? '').trim(), named(main))
      return true
    }
    const column = areas.find((one) => looked.has((cells[one.column] ?? '').trim().toLowerCase()))
    if (!column) return false
    if (column.year) years.add(column.year)
    found.set((cells[column.column] ?? '').trim().toLowerCase(), named(column))
    return true
  }

  function finish(): FiledBaselines {
    if (!layout) throw new Refused('The file is empty: it needs a header, and a row for each group.')
    refuseAreas(layout)
    const leftOut: FiledBaselines['leftOut'] = []
    const drafts: BaselineDraft[] = []
    for (const [characteristic, tally] of tallies) {
      const reason = whyNot(tally)
      if (reason) leftOut.push({ characteristic, reason })
      else drafts.push(draftOf(layout, characteristic, tally))
    }
    return { read, drafts, leftOut, rejected }
  }

  function refuseAreas({ areas }: FileLayout) {
    const [year] = years
    if (wanted.boundaryYear !== null && areas.length > 0 && (years.size !== 1 || year !== wanted.boundaryYear) && found.size > 0)
      throw new Refused(
        `The areas of this file are ${years.size === 0 ? 'of a year that it does not say' : `those of ${[...years].join(' and ')}`}, and you asked for those of ${wanted.boundaryYear}. Areas are joined and split, so the numbers of one year do not fit those of another.`,
      )
    if (areas.length === 0 || isAll) return
    const [example = ''] = known
    if (looked.size === 0 && found.size > 1)
      throw new Refused(`Say which areas you want: the file has ${number(known.size)}, such as ${example}. Several are added up.`)
    const missing = [...looked].flatMap(([key, area]) => (found.has(key) ? [] : [area]))
    if (missing.length > 0)
      throw new Refused(
        `${missing.map((area) => `“${area}”`).join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not in the file, which has ${number(known.size)} areas such as ${example}. Codes change when areas are joined or split: look for a file of the same year.`,
      )
  }

  function draftOf({ counted, note, ...about }: FileLayout, characteristic: Characteristic, { groups }: Tally): BaselineDraft {
    const names = [...new Set(found.values())]
    const area =
      wanted.area || (names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ')) || unknown
    return {
      title: wanted.title || [characteristics[characteristic], area].filter((part) => part !== unknown).join(': '),
      characteristic,
      counted,
      area,
      areaCodes: [...looked].flatMap(([key, code]) => (found.has(key) ? [code] : [])),
      boundaryYear: years.size === 1 ? [...years][0]! : null,
      source: wanted.source || about.source || unknown,
      dated: wanted.dated || dated || about.dated,
      note,
      groups: inOrder(characteristic, [...groups.values()]),
    }
  }

  return { row, finish }
}

function take({ groups, seen, mistakes }: Tally, cell: FiledCell, { area, at }: { area: string; at: number }) {
  const wrong = (reason: string) => mistakes.push(`row ${at}: ${reason}`)
  if (cell.value.trim() === '') return wrong('its group has no name')
  const key = [area, cell.value, cell.part ?? ''].join('\n')
  const before = seen.get(key)
  if (before !== undefined) return wrong(`“${cell.label}” is in row ${before} already`)
  seen.set(key, at)
  const count = filedCount(cell.count)
  if (typeof count === 'string') return wrong(`“${cell.label}”: ${count}`)
  const group = groups.get(cell.value) ?? { value: cell.value, label: cell.label, count: 0 }
  groups.set(cell.value, { ...group, count: group.count + count })
}

/** Why this characteristic cannot be used; null where it can. */
function whyNot({ groups, mistakes, total }: Tally): string | null {
  if (mistakes.length > 0) {
    const more = mistakes.length - mostExamples
    return `${mistakes.slice(0, mostExamples).join('; ')}${more > 0 ? `; and ${number(more)} more` : ''}`
  }
  if (groups.size < 2) return 'there is only one group'
  const sum = totalOf([...groups.values()])
  if (sum === 0) return 'all its numbers are nought'
  if (total !== null && Math.abs(sum - total) > Math.max(1, total / 1000))
    return `its groups come to ${number(sum)}, and the file says ${number(total)}: some people are in no group`
  return null
}

function inOrder(characteristic: Characteristic, groups: Group[]): Group[] {
  if (characteristic === 'deprivation') return groups.sort((one, other) => Number(one.value) - Number(other.value))
  const from = ({ label }: Group) => ageBand(label)?.from
  if (characteristic !== 'age' || groups.some((group) => from(group) === undefined)) return groups
  return groups.sort((one, other) => from(one)! - from(other)!)
}
