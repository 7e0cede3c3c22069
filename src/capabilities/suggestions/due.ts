/** What is known of a frame when deciding whether to learn it again. */
export interface Standing {
  now: Date
  /** Comments decided about with this frame that may be learned from. */
  coded: number
  /** The number of the frame's latest version. */
  frameVersion: number
  themes: number
  model: { comments: number; frameVersion: number; learnedAt: Date } | null
  failedAt: Date | null
}

const minutes = 60_000
/** So many decided comments make learning from them worth it; below, only definitions and the few there are speak. */
export const enough = 20
/** Beyond so many comments more of them teach little, and cost time and memory: it learns from the latest. */
export const mostExamples = 20_000
const growth = 1.25
const most = 200
const restAfterChange = 10 * minutes
const restAfterFault = 6 * 60 * minutes

/** How many decided comments there must be before it is learned anew, after learning from `learned`: a quarter more, or 200 more. */
export const nextAt = (learned: number) => (learned < enough ? enough : Math.min(Math.ceil(learned * growth), learned + most))

/**
 * Whether a frame is to be learned now: for the first time, when enough was coded since, when its themes changed (a model of many
 * comments waits ten minutes, since changes come in rows), or when something it learned from was taken back. After a fault it rests six hours.
 */
export function isDue({ now, coded, frameVersion, themes, model, failedAt }: Standing): boolean {
  if (themes === 0) return false
  if (failedAt && now.getTime() - failedAt.getTime() < restAfterFault) return false
  if (!model) return true
  if (coded < model.comments || Math.min(coded, mostExamples) >= nextAt(model.comments)) return true
  const age = now.getTime() - model.learnedAt.getTime()
  return frameVersion !== model.frameVersion && (model.comments < enough || age >= restAfterChange)
}
