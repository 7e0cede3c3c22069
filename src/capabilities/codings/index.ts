import { themePath } from '#capabilities/themes'
import { staffId } from '#platform/context.ts'
import type { Capability, Neighbour } from '#platform/slots.ts'
import { carryCodings } from './actions/carry-codings.ts'
import { takeLabels } from './actions/take-labels.ts'
import { keyOf } from './batch.ts'
import { jobs } from './jobs.ts'
import { paths } from './paths.ts'
import { findSurveyOf } from './queries/batches.ts'
import { listCodings } from './queries/codings.ts'
import { codings as codingRows } from './queries/spine.ts'
import { codedAs } from './queries/thread.ts'
import { batchRoutes } from './routes/batches.tsx'
import { commentRoutes } from './routes/comments.tsx'
import { wordsRoutes } from './routes/words.tsx'

export { codeWords } from './actions/code-words.ts'
export { finishComment } from './actions/finish-comment.ts'
export { judgeSentiment } from './actions/judge-sentiment.ts'
export { removeCoding } from './actions/remove-coding.ts'
export { takeCodings } from './actions/take-codings.ts'
export { type Batch, keyOf, readKey } from './batch.ts'
export { findBatch, listBatches } from './queries/batches.ts'

/** Where a comment is coded; `?queue=…` says by which rule the next one comes. */
export const commentPath = paths.comment

const toCoding = (commissioner: string, batch: { kind: 'survey' | 'source'; id: string }) => ({
  text: 'Code comments',
  href: `${paths.coding({ commissioner })}?of=${keyOf(batch)}`,
})

const neighbours: Neighbour[] = [
  {
    on: 'consultation',
    shell: 'desk',
    async links(ctx, id) {
      const surveyId = await findSurveyOf(ctx.db, id)
      return surveyId ? [toCoding(ctx.commissioner.slug, { kind: 'survey', id: surveyId })] : []
    },
  },
  { on: 'source', shell: 'desk', links: async (ctx, id) => [toCoding(ctx.commissioner.slug, { kind: 'source', id })] },
  {
    on: 'frame',
    shell: 'desk',
    links: async (ctx, id) => [
      { text: 'Code comments with this frame', href: `${paths.coding({ commissioner: ctx.commissioner.slug })}?with=${id}` },
    ],
  },
  {
    on: 'theme',
    shell: 'desk',
    links: async (ctx, theme) => [{ text: 'What people said', href: paths.words({ commissioner: ctx.commissioner.slug, theme }) }],
  },
  {
    on: 'contribution',
    shell: 'desk',
    async links(ctx, id) {
      const themes = new Map(
        (await listCodings(ctx.db, { contributionIds: [id], reader: staffId(ctx.actor) })).map(({ themeId, themeName }) => [
          themeId,
          themeName,
        ]),
      )
      return [...themes].map(([theme, name]) => ({
        text: `Coded as ${name}`,
        href: themePath({ commissioner: ctx.commissioner.slug, theme }),
      }))
    },
  },
]

export const codings: Capability = {
  name: 'codings',
  routes(web) {
    wordsRoutes(web)
    batchRoutes(web)
    commentRoutes(web)
  },
  desk: [{ door: 'Make sense', text: 'Code comments', href: (commissioner) => paths.coding({ commissioner }) }],
  jobs,
  neighbours,
  threadJoins: [codedAs],
  spine: [codingRows],
  sentences: {
    // Without the number of themes: someone may yet have to code it blind.
    'contribution.coded': () => 'Coded it',
    'contribution.coding-removed': () => 'Took a theme off it',
    'contribution.coding-finished': () => 'Finished coding it',
    'contribution.coding-undone': () => 'Undid the last thing in its coding',
    'contribution.alike-coded': ({ comments }) => `Coded ${comments} more with the same words like it`,
    'contribution.sentiment-judged': () => 'Said how it feels',
    'contribution.marked': ({ kind }) => (kind === 'look again' ? 'Marked it to be looked at again' : 'Marked it as saying it well'),
    'contribution.mark-removed': () => 'Took a mark off it',
    'frame.keys-dealt': () => 'Dealt the keys of its themes anew',
  },
  takeLabels,
  carryCodings,
}
