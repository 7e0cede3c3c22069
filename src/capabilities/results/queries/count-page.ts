import { mergedQuestions } from '#capabilities/surveys'
import type { Context } from '#platform/context.ts'
import type { Basis } from '../basis.ts'
import type { CountedPage, CrossedBy } from '../counted-page.ts'
import { countQuestions, type Ticks } from '../counted-question.ts'
import type { Dimension, Held } from '../dimension.ts'
import { middleOf } from '../group-middle.ts'
import { rankedThings } from '../ranked-thing.ts'
import { channelName } from '../result-count.ts'
import { crossOf, type Group, placed, together } from '../result-cross.ts'
import type { View } from '../result-view.ts'
import { type Weighting, weighted } from '../weighted-group.ts'
import { answersIn } from './choices.ts'
import { countCommentsOf } from './comment-tallies.ts'
import { chosenBy, dimensionCalled } from './count-cross.ts'
import { type Dimensions, listDimensions } from './dimensions.ts'
import { type Chosen, listGroups, listSaid } from './groups.ts'
import { countThemes } from './theme-tallies.ts'

const version: Held = { in: 'responses', column: 'survey_version_id' }

/** Count everything, after the filters, as it is now. All answers to closed questions are counted by one statement. */
export async function countPage(
  { db }: Pick<Context, 'db'>,
  basis: Basis,
  view: Pick<View, 'by' | 'only'>,
  { weighting = null, known }: { weighting?: Weighting | null; known?: Dimensions } = {},
): Promise<CountedPage> {
  const dimensions = known ?? (await listDimensions(db, basis))
  const by = view.by === null ? null : dimensionCalled(dimensions, view.by)
  const only = await chosenBy(db, basis, dimensions, view.only)
  const beside = [...(by ? [by.held] : []), ...(weighting ? dimensions.heldOf(weighting.characteristics) : [])]
  const { versions } = dimensions

  const channels = await listGroups(db, basis, [{ in: 'responses', column: 'channel' }], only)
  const frames = await countThemes(db, basis, only)
  const answers = versions.length === 0 ? new Map<string, Group[]>() : await listAnswers(db, basis, beside, only)
  const responses = await listGroups(db, basis, [version], only)

  const shown = dimensions.all.filter(({ held }) => (held.in === 'codings' ? frames.some(({ id }) => id === held.frameId) : 'key' in held))
  const crosses = new Map<string, CrossedBy>()
  for (const dimension of beside.length > 0 ? shown : []) {
    if (dimension === by) continue
    const isCoded = dimension.held.in === 'codings'
    const groups = isCoded ? await listGroups(db, basis, [dimension.held, version, ...beside], only) : answersTo(answers, dimension)
    crosses.set(dimension.name, crossedBy(groups, dimension, by, weighting))
  }
  return {
    results: {
      channels: channels
        .map(({ given: [channel], count }) => ({ channel: channel?.[0] ?? '', label: channelName(channel?.[0] ?? ''), count }))
        .toSorted((one, other) => other.count - one.count || one.channel.localeCompare(other.channel)),
      questions: countQuestions(versions, ticksOf(answers, responses)),
      comments: await countCommentsOf(db, basis, only),
    },
    frames,
    rankings: mergedQuestions(versions).flatMap((question) =>
      question.type === 'ranking' ? (rankedThings(question, answers.get(question.key) ?? []) ?? []) : [],
    ),
    middles: new Map(
      shown.flatMap((dimension) => {
        const groups = answersTo(answers, dimension)
        const middle = dimension.middle && middleOf(dimension, placed(groups, dimension, 0).options, groups)
        return middle ? [[dimension.name, middle] as const] : []
      }),
    ),
    by,
    crosses,
  }
}

/** Everything that was answered, by question: what was said to it comes first in each group, and its version second. */
async function listAnswers(
  db: Pick<Context, 'db'>['db'],
  basis: Basis,
  held: readonly Held[],
  only: readonly Chosen[],
): Promise<Map<string, Group[]>> {
  const said = await listSaid(db, basis, answersIn(basis), held, only)
  const choices = new Map([...new Set(said.map((one) => one.said))].map((one) => [one, JSON.parse(one) as string[]]))
  const groups = new Map<string, Group[]>()
  for (const { key: asked, said: text, given, count } of said) {
    const [key = '', versionId = ''] = asked.split(' ')
    const group = { given: [choices.get(text)!, [versionId], ...given], count }
    const others = groups.get(key)
    if (others) others.push(group)
    else groups.set(key, [group])
  }
  return groups
}

const answersTo = (answers: ReadonlyMap<string, Group[]>, { held }: Dimension) => ('key' in held ? (answers.get(held.key) ?? []) : [])

/** What was answered comes first in each group, the version after it, then what is beside it, and what it is weighted by. */
function crossedBy(groups: readonly Group[], dimension: Dimension, by: Dimension | null, weighting: Weighting | null): CrossedBy {
  const down = placed(groups, dimension, 0)
  const across = by ? placed(groups, by, 2) : together(groups)
  return {
    cross: crossOf(groups, down, across),
    weighted: weighting && crossOf(weighted(groups, weighting, by ? 3 : 2), down, across),
  }
}

/** Groups of every question as counts of its choices. */
function ticksOf(answers: ReadonlyMap<string, readonly Group[]>, responses: readonly Group[]): Ticks {
  const answered = new Map<string, { questionKey: string; versionId: string; count: number }>()
  const ticks = new Map<string, { questionKey: string; choice: string; count: number }>()
  for (const [questionKey, groups] of answers)
    for (const { given, count } of groups) {
      const versionId = given[1]?.[0] ?? ''
      const answer = answered.get(`${questionKey} ${versionId}`)
      if (answer) answer.count += count
      else answered.set(`${questionKey} ${versionId}`, { questionKey, versionId, count })
      for (const choice of new Set(given[0])) {
        const tick = ticks.get(`${questionKey} ${choice}`)
        if (tick) tick.count += count
        else ticks.set(`${questionKey} ${choice}`, { questionKey, choice, count })
      }
    }
  return {
    responses: responses.map(({ given, count }) => ({ versionId: given[0]?.[0] ?? '', count })),
    answered: [...answered.values()],
    ticks: [...ticks.values()],
  }
}
