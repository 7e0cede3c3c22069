import { InsetText } from '#design'
import type { LearningProgress } from '../learning-progress.ts'

// A learning says every few seconds that it goes on; one of which nothing was heard for so long was interrupted.
const silence = 5 * 60_000

/** How far a learning has come. Open the page again to see more. */
export const ProgressLine = ({ progress, now }: { progress: LearningProgress; now: Date }) => <InsetText text={wordsOf(progress, now)} />

function wordsOf({ step, done, total, seenAt }: LearningProgress, now: Date): string {
  if (step === 'failed') return 'It could not learn from this frame. It will try again in some hours, or when you ask.'
  if (now.getTime() - seenAt.getTime() > silence) return 'It was interrupted, and goes on by itself within a few minutes.'
  const share = total ? `: ${Math.floor((100 * done) / total)}% done` : ''
  const going = {
    waiting: 'It is waiting for its turn. One frame is learned at a time.',
    learning: `It is learning${share}.`,
    suggesting: `It is making suggestions${share}.`,
    comparing: 'It is looking for comments with nearly the same words, and for themes that may be missing.',
    testing: `It is being tested on people it has not learned from${share}. Its suggestions can be used already.`,
  }[step]
  return `${going} Open this page again to see how far it is.`
}
