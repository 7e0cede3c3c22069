import type { FiledTheme } from './filed-theme.ts'
import { meaningOf, type ThemePlan } from './frame.ts'

/** A theme, the row it is of, and those under it. */
export interface Node extends ThemePlan {
  row: number
  parent: Node | null
  themes: Node[]
}

export type Rejected = { row: number; reason: string }[]

export const nodeOf = ({ row, name, ...theme }: FiledTheme): Node => ({ ...meaningOf(theme), row, name, parent: null, themes: [] })
export const lower = (name: string) => name.toLowerCase()

/** Puts it under its parent, unless one with its name is there already. */
export function place(node: Node, parent: Node | null, tops: Node[], rejected: Rejected): boolean {
  const beside = parent?.themes ?? tops
  const same = beside.find(({ name }) => lower(name) === lower(node.name))
  if (same) {
    rejected.push({ row: node.row, reason: `The same theme is in row ${same.row} already` })
    return false
  }
  beside.push(node)
  node.parent = parent
  return true
}

/** Rows in words: 'rows 2, 5'. */
export const rowsIn = (some: readonly { row: number }[]) =>
  `${some.length === 1 ? 'row' : 'rows'} ${some
    .slice(0, 20)
    .map(({ row }) => row)
    .join(', ')}${some.length > 20 ? ` and ${some.length - 20} more` : ''}`
