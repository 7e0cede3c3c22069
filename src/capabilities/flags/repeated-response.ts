/** A response that has the same words and ticks as another. */
export interface Repeated {
  responseId: string
  receivedAt: Date
  /** Equal for responses with the same words and ticks throughout. */
  alike: string
  /** How many words it has in all, and at how many questions something was ticked. */
  words: number
  ticks: number
}

const manyWords = 12
const manyTicks = 8
const soon = 60 * 60_000

/**
 * Sets of responses that are the same throughout, two and more in each. Twelve words in all are enough to tell. With fewer, only under a
 * promise that is not anonymous: the same ticks at eight questions or more, each within an hour of the one before; two people who tick the
 * same on another day are two people. Of anonymous responses nobody knows the moment.
 */
export function sameThroughout(repeated: readonly Repeated[], { isAnonymous }: { isAnonymous: boolean }): string[][] {
  return [...Map.groupBy(repeated, ({ alike }) => alike).values()]
    .flatMap((all) => (all[0]!.words >= manyWords ? [all] : all[0]!.ticks >= manyTicks && !isAnonymous ? inRuns(all) : []))
    .filter((set) => set.length > 1)
    .map((set) => set.map(({ responseId }) => responseId))
}

/** The same in the order they came, cut wherever more than an hour lies between two. */
function inRuns(all: readonly Repeated[]): Repeated[][] {
  const runs: Repeated[][] = []
  let before = Number.NEGATIVE_INFINITY
  for (const one of all.toSorted((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime())) {
    const at = one.receivedAt.getTime()
    if (at - before > soon) runs.push([])
    runs.at(-1)!.push(one)
    before = at
  }
  return runs
}
