import { Refused } from '#platform/errors.ts'
import type { FiledTheme } from './filed-theme.ts'
import { lower, type Node, nodeOf, place, type Rejected, rowsIn } from './theme-node.ts'

/** Themes whose rows name the theme above. Throws Refused where they go in a circle. */
export function byParent(themes: readonly FiledTheme[], rejected: Rejected): Node[] {
  const own = themes.filter((theme) => lower(theme.name) === lower(theme.parent))
  if (own.length > 0) throw new Refused(`A theme cannot stand under itself, as it does in ${rowsIn(own)}.`)
  const different = withoutTwins(themes, rejected)
  const called = Map.groupBy(different, ({ name }) => lower(name))
  const parents = new Map(different.map((theme) => [theme, called.get(lower(theme.parent)) ?? []]))
  const circle = different.filter((theme) => isInCircle(theme, parents))
  if (circle.length > 0) throw new Refused(`These rows stand under each other in a circle: ${rowsIn(circle)}.`)

  const tops: Node[] = []
  const nodes = new Map<FiledTheme, Node | null>()
  const placed = (theme: FiledTheme): Node | null => {
    const before = nodes.get(theme)
    if (before !== undefined) return before
    const node = placedAnew(theme)
    nodes.set(theme, node)
    return node
  }
  const placedAnew = (theme: FiledTheme): Node | null => {
    const [above, another] = parents.get(theme) ?? []
    const parent = theme.parent === '' || !above || another ? null : placed(above)
    const reason = whyNotUnder(theme, { above, another, parent })
    const node = nodeOf(theme)
    if (reason !== null) rejected.push({ row: theme.row, reason })
    return reason === null && place(node, parent, tops, rejected) ? node : null
  }
  for (const theme of different) placed(theme)
  return [...nodes.values()].filter((node) => node !== null)
}

function whyNotUnder(
  { parent: name }: FiledTheme,
  { above, another, parent }: { above: FiledTheme | undefined; another: FiledTheme | undefined; parent: Node | null },
): string | null {
  if (name === '') return null
  if (!above) return `There is no theme called “${name}” to put it under`
  if (another) return `There are two themes called “${name}”, in rows ${above.row} and ${another.row}: number the rows instead`
  return parent ? null : `Its parent in row ${above.row} could not be used`
}

function withoutTwins(themes: readonly FiledTheme[], rejected: Rejected): FiledTheme[] {
  const seen = new Map<string, FiledTheme>()
  return themes.filter((theme) => {
    const key = JSON.stringify([lower(theme.name), lower(theme.parent)])
    const first = seen.get(key)
    if (first) rejected.push({ row: theme.row, reason: `The same theme is in row ${first.row} already` })
    else seen.set(key, theme)
    return !first
  })
}

/** Going up from it by names that are clear, one comes back to it. */
function isInCircle(theme: FiledTheme, parents: ReadonlyMap<FiledTheme, readonly FiledTheme[]>): boolean {
  const passed = new Set<FiledTheme>()
  for (let at = parents.get(theme)?.[0]; at && !passed.has(at); at = parents.get(at)?.[0]) {
    if (at === theme) return true
    passed.add(at)
  }
  return false
}
