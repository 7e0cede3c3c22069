import { familyOf, isNameTaken, type Theme, wouldCircle } from './frame.ts'

/** One theme became another. */
export interface Merge {
  id: string
  frameId: string
  themeId: string
  intoId: string
  /** The version of the frame that it made. */
  version: number
  reason: string
  mergedAt: Date
  reversed: boolean
}

/** A theme and where it is to stand. */
export interface Move {
  id: string
  parentId: string | null
}

/**
 * Where themes go when one becomes another: what was under it comes under the other. Where the other stood below it, the other first takes its place.
 * Done in this order no theme comes to stand under itself.
 */
export function movesOfMerge(themes: readonly Theme[], fromId: string, intoId: string): Move[] {
  const from = themes.find(({ id }) => id === fromId)
  const isBelow = familyOf(themes, fromId).has(intoId)
  return [
    ...(isBelow ? [{ id: intoId, parentId: from?.parentId ?? null }] : []),
    ...themes.flatMap(({ id, parentId }) => (parentId === fromId && id !== intoId ? [{ id, parentId: intoId }] : [])),
  ]
}

/**
 * Where themes go when a merge is taken back, of those that still stand where it put them: each to where it stood before, unless others were moved
 * meanwhile in such a way that it would come to stand under itself. `returning` stands at the top where its place is gone or under it.
 */
export function movesOfReversal(
  themes: readonly Theme[],
  returning: Theme,
  before: readonly Move[],
): { parentId: string | null; moves: Move[] } {
  const standing = themes.map((theme) => ({ ...theme }))
  const place = standing.find(({ id }) => id === returning.parentId)
  const back = { ...returning, parentId: place?.id ?? null, retired: false }
  standing.push(back)
  const moves: Move[] = []
  // One move may make room for another that stood before it, so they are tried again as long as any of them can be made.
  for (let waiting = [...before], made = true; made && waiting.length > 0; ) {
    const possible = waiting.find((move) => mayMove(standing, move))
    made = possible !== undefined
    if (!possible) continue
    standing.find(({ id }) => id === possible.id)!.parentId = possible.parentId
    moves.push(possible)
    waiting = waiting.filter((move) => move !== possible)
  }
  return { parentId: back.parentId, moves }
}

function mayMove(themes: readonly Theme[], { id, parentId }: Move) {
  const theme = themes.find((one) => one.id === id)
  const isThere = parentId === null || themes.some((one) => one.id === parentId)
  return (
    theme !== undefined &&
    isThere &&
    !wouldCircle(themes, id, parentId) &&
    !isNameTaken(themes, { name: theme.name, parentId, exceptId: id })
  )
}

/** Names that would stand twice in one place, were these themes moved there. */
export const namesInTheWay = (themes: readonly Theme[], moves: readonly Move[], leavingId: string): string[] => {
  const placed = themes
    .filter(({ id }) => id !== leavingId)
    .map((theme) => ({ ...theme, parentId: moves.findLast(({ id }) => id === theme.id)?.parentId ?? theme.parentId }))
  const moved = new Set(moves.map(({ id }) => id))
  return placed.flatMap(({ id, name, parentId }) => (moved.has(id) && isNameTaken(placed, { name, parentId, exceptId: id }) ? [name] : []))
}
