import type { FileRow } from '#capabilities/contributions'
import { Refused } from '#platform/errors.ts'
import { type FiledTheme, filedThemes } from './filed-theme.ts'
import { meaningOf, type ThemePlan } from './frame.ts'
import type { Column } from './frame-column.ts'
import { byParent } from './parent-column.ts'
import { lower, type Node, nodeOf, place, type Rejected, rowsIn } from './theme-node.ts'

/** A frame as a file describes it. */
export interface PlannedFrame {
  columns: readonly Column[]
  themes: readonly ThemePlan[]
  /** How many themes in all. */
  count: number
  /** Rows below the header with anything in them. */
  read: number
  rejected: readonly { row: number; reason: string }[]
}

export const mostThemes = 2000
export const deepest = 5

/**
 * A frame from the rows of a file. Its header says what each column is. Where themes are numbered (2.1 stands under 2) the numbers say what stands under
 * what; else a pair of columns for theme and sub-theme does, or a column that names the parent. Rows that cannot be used are listed with the reason.
 * Throws Refused where the file as a whole makes no tree: no header, a circle, more than 5 levels or 2,000 themes.
 */
export function planFrame(rows: readonly FileRow[]): PlannedFrame {
  const filed = filedThemes(rows)
  if (!filed) throw new Refused('No row of the file has a column called “Theme” or “Category”: it needs a header.')
  const rejected = [...filed.rejected]
  const isNumbered = filed.themes.length > 0 && filed.themes.every(({ number }) => /^\d+(\.\d+)*$/.test(number))
  const isPaired = filed.columns.some(({ as }) => as === 'sub-theme')
  const nodes = (isNumbered ? byNumber : isPaired ? byPair : byParent)(filed.themes, rejected)
  if (nodes.length === 0) throw new Refused('No row of the file could be used as a theme.')
  if (nodes.length > mostThemes)
    throw new Refused(`The file has ${nodes.length.toLocaleString('en-GB')} themes: 2,000 is the most a frame can have.`)
  const tooDeep = nodes.filter((node) => depthOf(node) > deepest)
  if (tooDeep.length > 0) throw new Refused(`Themes can stand in ${deepest} levels, and these rows would be deeper: ${rowsIn(tooDeep)}.`)
  return {
    columns: filed.columns,
    themes: nodes.filter(({ parent }) => parent === null).map(asPlan),
    count: nodes.length,
    read: filed.read,
    rejected: rejected.sort((one, other) => one.row - other.row),
  }
}

function byNumber(themes: readonly FiledTheme[], rejected: Rejected): Node[] {
  const placed = new Map<string, Node>()
  const tops: Node[] = []
  const inOrder = themes.toSorted((one, other) => one.number.split('.').length - other.number.split('.').length)
  for (const theme of inOrder) {
    const above = theme.number.split('.').slice(0, -1).join('.')
    const parent = placed.get(above)
    if (placed.has(theme.number)) rejected.push({ row: theme.row, reason: `Number ${theme.number} is used twice` })
    else if (above !== '' && !parent)
      rejected.push({ row: theme.row, reason: `There is no theme with the number ${above} to put it under` })
    else {
      const node = nodeOf(theme)
      if (place(node, parent ?? null, tops, rejected)) placed.set(theme.number, node)
    }
  }
  return [...placed.values()]
}

/** A theme above others may have a row of its own, before or after them; without one it is made of its name. */
function byPair(themes: readonly FiledTheme[], rejected: Rejected): Node[] {
  const tops: Node[] = []
  const nodes: Node[] = []
  const bare = new Set<Node>()
  const topCalled = (name: string) => tops.find((top) => lower(top.name) === lower(name))
  for (const theme of themes) {
    const node = nodeOf(theme)
    const same = theme.isSub ? undefined : topCalled(theme.name)
    if (same && bare.delete(same)) {
      Object.assign(same, { ...meaningOf(theme), row: theme.row })
      continue
    }
    let top = theme.isSub && theme.parent !== '' ? (topCalled(theme.parent) ?? null) : null
    if (theme.isSub && theme.parent !== '' && !top) {
      top = nodeOf({ ...theme, ...meaningOf({}), name: theme.parent })
      tops.push(top)
      nodes.push(top)
      bare.add(top)
    }
    if (place(node, top, tops, rejected)) nodes.push(node)
  }
  return nodes
}

const depthOf = (node: Node): number => {
  let depth = 1
  for (let at = node.parent; at; at = at.parent) depth += 1
  return depth
}

const asPlan = ({ row: _, parent: __, themes, ...plan }: Node): ThemePlan => ({ ...plan, themes: themes.map(asPlan) })
