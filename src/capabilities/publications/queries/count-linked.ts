import {
  type Basis,
  type CountedCross,
  type CountedResults,
  countCross,
  countView,
  type Dimension,
  listDimensions,
  listThemes,
  type ResultTables,
  totalOf,
} from '#capabilities/results'
import { findWeighting } from '#capabilities/weightings'
import type { Context } from '#platform/context.ts'
import { Refused } from '#platform/errors.ts'
import { type CrossChoice, offeredFor, whyNotCross } from '../cross-choice.ts'
import { type CountedDivision, type CountedPair, fixCrosses, fixDivision, type PublishedWeighting } from '../fixed-cross.ts'
import type { PublishedTables } from '../fixed-table.ts'

type Reading = Pick<Context, 'db'>

/** What the results of a survey can be crossed with. */
export async function listOffered({ db }: Reading, basis: Basis, { questions }: CountedResults) {
  return offeredFor((await listDimensions(db, basis)).all, questions)
}

/** The chosen crosses counted and fixed, together with the tables of the same publication. Throws Refused for a choice that cannot be published. */
export async function fixChosen(
  ctx: Reading,
  basis: Basis,
  choice: CrossChoice,
  { counted, tables }: { counted: CountedResults; tables: ResultTables },
): Promise<Pick<PublishedTables, 'divisions' | 'crosses' | 'weighting'>> {
  if (choice.rows.length + choice.by.length === 0) return {}
  const offered = await listOffered(ctx, basis, counted)
  const refusal = whyNotCross(choice, offered)
  if (refusal) throw new Refused(refusal)
  if (tables.responses === '*') return { divisions: [], crosses: [] }

  const total = totalOf(counted)
  const chosen = [...offered.rows, ...offered.by].filter(({ name }) => choice.rows.includes(name) || choice.by.includes(name))
  const divisions = new Map<string, CountedDivision>()
  for (const dimension of chosen) divisions.set(dimension.name, await countDivision(ctx, basis, dimension, { counted, tables }))
  const pairs: CountedPair[] = []
  for (const rows of choice.rows)
    for (const by of choice.by) pairs.push({ rows, by, counts: byValue(await countCross(ctx, basis, { rows, by, only: [] })) })
  const weighting = basis.surveyId === null ? null : await findWeighting(ctx, basis.surveyId)
  if (weighting) for (const pair of pairs) pair.weighted = await weighPair(ctx, basis, pair, weighting)

  const isTabled = (dimension: Dimension) =>
    dimension.name === 'channel' || counted.questions.some(({ key }) => tableKeyOf(dimension) === key)
  try {
    const crosses = fixCrosses(total, [...divisions.values()], pairs)
    const showsWeighted = crosses.some(({ weighted }) => weighted?.some((shares) => shares.some((share) => share !== null)))
    return {
      divisions: chosen
        .filter((dimension) => choice.by.includes(dimension.name) && !isTabled(dimension))
        .map(({ name }) => fixDivision(total, divisions.get(name)!)),
      crosses,
      ...(weighting && showsWeighted && { weighting: told(weighting) }),
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new Refused(
      'The numbers of these tables do not fit each other. Somebody may be changing codings or answers: try again, or choose others',
    )
  }
}

type Weighting = NonNullable<Awaited<ReturnType<typeof findWeighting>>>

/** The same pair weighted, and what everyone in each column weighs, whether they answered or not. */
async function weighPair(ctx: Reading, basis: Basis, { rows, by }: CountedPair, weighting: Weighting): Promise<CountedPair['weighted']> {
  const { crossed } = await countView(ctx, basis, { rows, with: by, by: null, only: [] }, { weighting })
  const columns = await countView(ctx, basis, { rows: by, with: null, by: null, only: [] }, { weighting })
  const all = columns.everyone.weighted
  return {
    counts: crossed.weighted ? byValue(crossed.weighted) : new Map(),
    everyone: new Map(all?.rows.map(({ value }, at) => [value, all.counts[at]?.[0] ?? 0])),
  }
}

const told = ({ title, baselineTitles, responses, effectiveSize, kishEffect }: Weighting): PublishedWeighting => ({
  title,
  baselines: baselineTitles,
  responses,
  effectiveSize: Math.round(effectiveSize),
  kishEffect: Math.round(kishEffect * 100) / 100,
})

/** The key of the table that a division has among the questions, where it has one. */
const tableKeyOf = ({ name, held }: Dimension) =>
  name === 'decile' && 'key' in held ? `${held.key}:decile` : name.replace(/^(question|equality):/, '')

async function countDivision(
  ctx: Reading,
  basis: Basis,
  dimension: Dimension,
  { counted, tables }: { counted: CountedResults; tables: ResultTables },
): Promise<CountedDivision> {
  const { name, label, several, family, held } = dimension
  const { rows, counts } = await countCross(ctx, basis, { rows: name, by: null, only: [] })
  const all = rows.map((row, place) => ({ ...row, count: counts[place]?.[0] ?? 0 }))
  if (held.in !== 'codings') {
    const at = counted.questions.findIndex(({ key }) => key === tableKeyOf(dimension))
    const hidden = tables.questions[at]?.options.flatMap(({ count }, place) =>
      count === '*' ? [counted.questions[at]!.options[place]!.option] : [],
    )
    return { name, label, overlaps: several, options: all, hiddenAlone: new Set(hidden), within: new Map() }
  }
  // A theme is counted here with those below it, and in the table of its frame alone: whoever spoke of one below only is the difference.
  const own = new Map(counted.frames.flatMap(({ themes }) => themes).map(({ themeId, responses }) => [themeId, responses]))
  const few = all.filter(({ value, count }) => count - (own.get(value) ?? 0) > 0 && count - (own.get(value) ?? 0) < 5)
  const parents = (await listThemes(ctx.db)).flatMap(({ id, parentId }) => (parentId === null ? [] : [[id, parentId] as const]))
  return {
    name,
    label,
    overlaps: family === 'theme',
    options: all.filter(({ count }) => count > 0),
    hiddenAlone: new Set(few.map(({ value }) => value)),
    within: new Map(parents),
  }
}

const byValue = ({ rows, columns, counts }: CountedCross) =>
  new Map(rows.map((row, at) => [row.value, new Map(columns.map((column, across) => [column.value, counts[at]![across]!]))]))
