import { findFrame, listThemes } from '#capabilities/themes'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import type { Within } from '#platform/jobs.ts'
import { mostExamples } from '../due.ts'
import { listExamples } from '../queries/examples.ts'
import { replaceModel } from '../queries/models.ts'
import type { Learner } from './open-learner.ts'
import type { Progress } from './say-progress.ts'

const atOnce = 1000

/** A theme in the words that say what belongs under it; not in those that say what does not. */
const wordsOf = ({ name, definition, includes, examples }: Awaited<ReturnType<typeof listThemes>>[number]) =>
  [name, definition, includes, examples].filter(Boolean).join('\n')

/** What a frame's themes are called and mean, and its version. */
export const readDefinitions = (within: Within, frameId: string) =>
  within(async ({ db }) => {
    const themes = await listThemes(db, frameId)
    return {
      version: (await findFrame(db, frameId)).version,
      themeIds: new Set(themes.map(({ id }) => id)),
      definitions: themes.map((theme) => ({ theme: theme.id, words: wordsOf(theme) })),
    }
  })

/** Give the thread what people decided about comments with this frame, a thousand at a time. Returns how many there are. */
export async function handOverExamples(within: Within, learner: Learner, frameId: string, themeIds: ReadonlySet<string>): Promise<number> {
  let handedOver = 0
  for (let before: string | null = null; handedOver < mostExamples; ) {
    const { examples, last } = await within(({ db }) => listExamples(db, frameId, { before, limit: atOnce, themeIds }))
    await learner.ask('addExamples', examples)
    handedOver += examples.length
    if (last === null) break
    before = last
  }
  return handedOver
}

/** Learn from what was coded with a frame, and put the model in the place of the one before. Written at the end, so that one that is killed leaves nothing half. */
export async function learnFrame(within: Within, learner: Learner, frameId: string, progress: Progress): Promise<{ comments: number }> {
  await progress.begin('learning')
  const { version, themeIds, definitions } = await readDefinitions(within, frameId)
  const comments = await handOverExamples(within, learner, frameId, themeIds)
  const learned = await learner.ask('learn', definitions, progress.going)
  await within(async (ctx) => {
    const id = newId()
    await replaceModel(ctx.db, ctx.commissioner.id, { id, frameId, frameVersion: version, comments, learned, learnedAt: ctx.now })
    await record(ctx, 'frame.learned', frameId, { model: id, version, comments, themes: themeIds.size }, { publicPagesStay: true })
  })
  return { comments }
}
