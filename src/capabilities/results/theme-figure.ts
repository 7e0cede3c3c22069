import { readDown, type Theme } from '#capabilities/themes'

/** Comments, or responses, that speak of the same themes of one frame. */
export interface SpokenTogether {
  frameId: string
  themeIds: readonly string[]
  count: number
}

export interface Feeling {
  positive: number
  neither: number
  negative: number
}

/** What is counted of one theme with all those below it, each comment and each response once. */
export interface ThemeLine {
  themeId: string
  name: string
  fullName: string
  /** How far below the top of its frame, from 0. */
  depth: number
  comments: number
  responses: number
  /** Of its comments, those whose feeling somebody judged. */
  feeling: Feeling
}

export interface FrameLines {
  id: string
  title: string
  /** Responses and comments that were read with this frame, whether they speak of a theme of it or not. */
  read: { comments: number; responses: number }
  themes: readonly ThemeLine[]
}

interface Spoken {
  comments: readonly SpokenTogether[]
  responses: readonly SpokenTogether[]
  /** Comments of which somebody said how they feel, from 1, very positive, to 5, very negative. */
  felt: readonly (SpokenTogether & { sentiment: number })[]
}

/** Every frame that was used at all, its themes in the order the frame is read, with nought for one that nobody spoke of. */
export function frameLines(frames: readonly { id: string; title: string }[], themes: readonly Theme[], spoken: Spoken): FrameLines[] {
  const byFrame = Map.groupBy(themes, ({ frameId }) => frameId)
  return frames.flatMap(({ id, title }) => {
    const [comments, responses] = [spoken.comments, spoken.responses].map((all) => all.filter(({ frameId }) => frameId === id))
    if (!comments || !responses || comments.every(({ themeIds }) => themeIds.length === 0)) return []
    const own = byFrame.get(id) ?? []
    const upwards = pathsUp(own)
    const [ofComments, ofResponses] = [countUp(upwards, comments), countUp(upwards, responses)]
    const feelings = feelingsOf(
      upwards,
      spoken.felt.filter(({ frameId }) => frameId === id),
    )
    return {
      id,
      title,
      read: { comments: sum(comments), responses: sum(responses) },
      themes: readDown(own).map((theme) => ({
        themeId: theme.id,
        name: theme.name,
        fullName: theme.fullName,
        depth: (upwards.get(theme.id)?.length ?? 1) - 1,
        comments: ofComments.get(theme.id) ?? 0,
        responses: ofResponses.get(theme.id) ?? 0,
        feeling: feelings.get(theme.id) ?? { positive: 0, neither: 0, negative: 0 },
      })),
    }
  })
}

/** Each theme with those above it, itself first. One whose parent is not among them stands at the top. */
export function pathsUp(themes: readonly Pick<Theme, 'id' | 'parentId'>[]): Map<string, readonly string[]> {
  const parents = new Map(themes.map(({ id, parentId }) => [id, parentId]))
  return new Map(
    themes.map(({ id }) => {
      const path = [id]
      for (let above = parents.get(id); above && parents.has(above) && !path.includes(above); above = parents.get(above)) path.push(above)
      return [id, path]
    }),
  )
}

/** The three that five steps come to: the two either side are one each. */
export const feelingOf = (sentiment: number): keyof Feeling => (sentiment < 3 ? 'positive' : sentiment > 3 ? 'negative' : 'neither')

const spokenOf = (upwards: ReadonlyMap<string, readonly string[]>, { themeIds }: SpokenTogether) =>
  new Set(themeIds.flatMap((theme) => upwards.get(theme) ?? []))

function countUp(upwards: ReadonlyMap<string, readonly string[]>, all: readonly SpokenTogether[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of all) for (const theme of spokenOf(upwards, one)) counts.set(theme, (counts.get(theme) ?? 0) + one.count)
  return counts
}

function feelingsOf(upwards: ReadonlyMap<string, readonly string[]>, all: Spoken['felt']): Map<string, Feeling> {
  const feelings = new Map<string, Feeling>()
  for (const one of all) {
    for (const theme of spokenOf(upwards, one)) {
      const feeling = feelings.get(theme) ?? { positive: 0, neither: 0, negative: 0 }
      feeling[feelingOf(one.sentiment)] += one.count
      feelings.set(theme, feeling)
    }
  }
  return feelings
}

const sum = (all: readonly SpokenTogether[]) => all.reduce((total, { count }) => total + count, 0)
