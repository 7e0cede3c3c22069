/** Characters in a name, and in each part of what a theme means. */
export const longestName = 80
export const longest = 5000

/** A set of themes to make sense of words by. It changes by numbered versions, and every version can still be seen. */
export interface Frame {
  id: string
  title: string
  madeAt: Date
  /** The number of its latest version. */
  version: number
}

export interface FrameVersion {
  number: number
  note: string
  madeAt: Date
  /** Null where an operator or an import made it. */
  madeBy: string | null
}

/** What a theme means, so that two people code alike. All but the definition may be empty. */
export interface Meaning {
  definition: string
  includes: string
  excludes: string
  /** Words such as people used. */
  examples: string
}

/** What was coded with a frame: the answers to one survey, or what one source brought. */
export interface FrameUse {
  kind: 'survey' | 'source'
  id: string
  title: string
  comments: number
  lastCodedAt: Date
}

export interface Theme {
  id: string
  frameId: string
  parentId: string | null
  name: string
  definition: string
  position: number
  retired: boolean
}

/** A theme with all that is written down of it. */
export interface DefinedTheme extends Theme, Meaning {}

/** How many comments speak of a theme, and how many responses they are from. */
export interface ThemeCount {
  comments: number
  responses: number
}

/** A theme with those below it. */
export type ThemeBranch<T extends Theme = Theme> = T & { themes: ThemeBranch<T>[] }

/** What someone plans before a theme has an id. */
export interface ThemePlan extends Partial<Meaning> {
  name: string
  themes?: readonly ThemePlan[]
}

/** A meaning with nothing left out. */
export const meaningOf = ({ definition = '', includes = '', excludes = '', examples = '' }: Partial<Meaning>): Meaning => ({
  definition,
  includes,
  excludes,
  examples,
})

/** Themes as a tree, in their order. One whose parent is not among them stands at the top: none is lost. */
export function themeTree<T extends Theme>(themes: readonly T[]): ThemeBranch<T>[] {
  const known = new Set(themes.map((theme) => theme.id))
  const under = Map.groupBy(themes, (theme) => (theme.parentId !== null && known.has(theme.parentId) ? theme.parentId : null))
  const branches = (parentId: string | null): ThemeBranch<T>[] =>
    (under.get(parentId) ?? [])
      .toSorted((one, other) => one.position - other.position || one.name.localeCompare(other.name))
      .map((theme) => ({ ...theme, themes: branches(theme.id) }))
  return branches(null)
}

/** Themes in the order in which a tree is read, each with its name from the top: 'Getting there: parking' tells it from other parking. */
export function readDown<T extends Theme>(themes: readonly T[]): (T & { fullName: string })[] {
  const walk = (branches: readonly ThemeBranch<T>[], above: string): (T & { fullName: string })[] =>
    branches.flatMap(({ themes: below, ...theme }) => {
      const fullName = above ? `${above}: ${theme.name}` : theme.name
      return [{ ...(theme as unknown as T), fullName }, ...walk(below, fullName)]
    })
  return walk(themeTree(themes), '')
}

/** A theme and all those under it, by id. */
export function familyOf(themes: readonly Theme[], themeId: string): Set<string> {
  const family = new Set([themeId])
  // A set takes in what is added while it is walked: children of children follow.
  for (const id of family) for (const theme of themes) if (theme.parentId === id) family.add(theme.id)
  return family
}

/** True where moving a theme under this parent would put it under itself. */
export const wouldCircle = (themes: readonly Theme[], themeId: string, parentId: string | null) =>
  parentId !== null && familyOf(themes, themeId).has(parentId)

/** True where another theme beside it already has this name, whatever its capitals. */
export const isNameTaken = (
  themes: readonly Theme[],
  { name, parentId, exceptId }: { name: string; parentId: string | null; exceptId?: string },
) => themes.some((theme) => theme.id !== exceptId && theme.parentId === parentId && theme.name.toLowerCase() === name.toLowerCase())

/** The themes that have these words in their name or in what they mean, and those above them, so that each still stands in its place. */
export function themesWith(themes: readonly DefinedTheme[], sought: string): { found: number; themes: DefinedTheme[] } {
  const words = sought.toLowerCase()
  const byId = new Map(themes.map((theme) => [theme.id, theme]))
  const matching = themes.filter(({ name, definition, includes, excludes, examples }) =>
    [name, definition, includes, excludes, examples].some((text) => text.toLowerCase().includes(words)),
  )
  const shown = new Set<string>()
  for (const theme of matching)
    for (let at: DefinedTheme | undefined = theme; at && !shown.has(at.id); at = byId.get(at.parentId ?? '')) shown.add(at.id)
  return { found: matching.length, themes: themes.filter(({ id }) => shown.has(id)) }
}
