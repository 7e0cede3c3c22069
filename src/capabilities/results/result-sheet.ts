import type { CountedPage, CrossedBy } from './counted-page.ts'
import type { CountedView } from './counted-view.ts'
import { type Dimension, labelOf } from './dimension.ts'
import type { View } from './result-view.ts'

/** One figure, with all that is needed to read it by itself. */
export interface SheetRow {
  table: string
  title: string
  row: string
  row_label: string
  column: string
  column_label: string
  group: string
  group_label: string
  count: number
  /** Of how many the share is: those of the column, and of the group, who answered. */
  base: number
  /** From 0 to 1; none where nobody answered. */
  share: number | null
  weighted_share: number | null
  /** 1 where the number is from 1 to 4. */
  small: 0 | 1
}

export interface Meaning {
  name: string
  value: string
  meaning: string
}

/** The figures of a view in rows, each by itself, and what all of it means. */
export interface Sheet {
  title: string
  rows: readonly SheetRow[]
  /** What every column, thing and option stands for, and how it was counted. */
  dictionary: readonly Meaning[]
}

interface About {
  title: string
  view: View
  byName: ReadonlyMap<string, Dimension>
  /** How it was counted, and who took it out. */
  facts: readonly (readonly [name: string, meaning: string])[]
}

/** One thing looked at alone. */
export function sheetOfView(about: About, { rows, columns, layers, crossed, byLayer }: CountedView): Sheet {
  const table = { table: rows.name, title: rows.label }
  const figures = columns && layers ? byLayer.flatMap(({ layer, ...one }) => rowsOf(table, one, layer)) : rowsOf(table, crossed)
  return sheetOf(about, figures, [rows, columns, layers])
}

/** Everything there is. */
export function sheetOfPage(about: About, page: CountedPage): Sheet {
  const plain = page.results.questions.map(({ key, text, options, answered, several }) => ({
    table: { table: `question:${key}`, title: text },
    figures: {
      cross: {
        ...oneColumn,
        rows: options.map(({ option, label }) => ({ value: option, label })),
        counts: options.map(({ count }) => [count]),
        columnAnswered: [answered],
        several: { rows: several, columns: false },
      },
      weighted: null,
    },
  }))
  const themes = page.frames.map(({ id, title, read, themes: lines }) => ({
    table: { table: `theme:${id}`, title },
    figures: {
      cross: {
        ...oneColumn,
        rows: lines.map(({ themeId, fullName }) => ({ value: themeId, label: fullName })),
        counts: lines.map(({ responses }) => [responses]),
        columnAnswered: [read.responses],
        several: { rows: true, columns: false },
      },
      weighted: null,
    },
  }))
  const crossed = [...page.crosses].map(([name, figures]) => ({
    table: { table: name, title: about.byName.get(name)?.label ?? name },
    figures,
  }))
  const used = page.crosses.size > 0 ? crossed : [...plain, ...themes]
  return sheetOf(
    about,
    used.flatMap(({ table, figures }) => rowsOf(table, figures)),
    [...used.map(({ table }) => about.byName.get(table.table) ?? null), page.by],
  )
}

const oneColumn = { columns: [{ value: '', label: 'Everyone' }], rowAnswered: [], answered: 0, answeredBoth: 0, asked: 0 }

function rowsOf(
  table: Pick<SheetRow, 'table' | 'title'>,
  { cross, weighted }: CrossedBy,
  group = { value: '', label: 'Everyone' },
): SheetRow[] {
  return cross.rows.flatMap((row, down) =>
    cross.columns.map((column, across): SheetRow => {
      const [count, base] = [cross.counts[down]?.[across] ?? 0, cross.columnAnswered[across] ?? 0]
      const [weight, weightedBase] = [weighted?.counts[down]?.[across] ?? 0, weighted?.columnAnswered[across] ?? 0]
      return {
        ...table,
        row: row.value,
        row_label: row.label,
        column: column.value,
        column_label: column.label,
        group: group.value,
        group_label: group.label,
        count,
        base,
        share: base > 0 ? round(count / base) : null,
        weighted_share: weightedBase > 0 ? round(weight / weightedBase) : null,
        small: count > 0 && count < 5 ? 1 : 0,
      }
    }),
  )
}

const round = (share: number) => Math.round(share * 10_000) / 10_000

/** What the columns of every file hold, in their order. */
export const columnMeanings: Readonly<Record<keyof SheetRow, string>> = {
  table: 'What is counted, by its name in an address',
  title: 'What is counted: the question, or the themes',
  row: 'The answer or the theme, by its value',
  row_label: 'The answer or the theme, as people read it',
  column: 'The group side by side, by its value; empty for everyone',
  column_label: 'The group side by side, as people read it',
  group: 'The group that the table is of, by its value; empty for everyone',
  group_label: 'The group that the table is of, as people read it',
  count: 'How many responses are in the row and in the column',
  base: 'Of how many: the responses in the column that answered',
  share: 'count divided by base, from 0 to 1; empty where nobody answered',
  weighted_share: 'The share after weighting; empty where nothing was weighted',
  small: '1 where count is from 1 to 4: it could point at someone, so do not publish it',
}

function sheetOf({ title, view, byName, facts }: About, rows: readonly SheetRow[], used: readonly (Dimension | null)[]): Sheet {
  const options = new Map<string, Meaning>()
  const note = (name: string, value: string, meaning: string) => value !== '' && options.set(`${name} ${value}`, { name, value, meaning })
  const things = [...new Set(used.flatMap((dimension) => dimension ?? []))]
  const [beside, group] = [view.rows ? (view.with ?? view.by) : view.by, view.rows && view.with ? view.by : null]
  for (const row of rows) {
    note(row.table, row.row, row.row_label)
    if (beside) note(beside, row.column, row.column_label)
    if (group) note(group, row.group, row.group_label)
  }
  const filters = view.only.flatMap(({ of, values }) => values.map((value) => ({ of, value, dimension: byName.get(of) })))
  return {
    title,
    rows,
    dictionary: [
      ...facts.map(([name, meaning]) => ({ name, value: '', meaning })),
      ...filters.map(({ of, value, dimension }) => ({
        name: 'filter',
        value: `${of}=${value}`,
        meaning: dimension ? `Only responses with “${dimension.label}”: ${labelOf(dimension, value)}` : of,
      })),
      ...Object.entries(columnMeanings).map(([name, meaning]) => ({ name: 'column', value: name, meaning })),
      ...things.map(({ name, label, several }) => ({
        name: 'counted',
        value: name,
        meaning: several ? `${label} (a response can be in more than one row)` : label,
      })),
      ...options.values(),
    ],
  }
}
