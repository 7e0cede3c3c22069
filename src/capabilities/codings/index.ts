import { themePath } from '#capabilities/themes'
import type { Capability, Neighbour } from '#platform/slots.ts'
import { takeLabels } from './actions/take-labels.ts'
import { keyOf } from './batch.ts'
import { paths } from './paths.ts'
import { findSurveyOf } from './queries/batches.ts'
import { listCodings } from './queries/codings.ts'
import { codings as codingRows } from './queries/spine.ts'
import { codedAs } from './queries/thread.ts'
import { routes } from './routes.tsx'

export { codeWords } from './actions/code-words.ts'

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
      const themes = new Map((await listCodings(ctx.db, { contributionIds: [id] })).map(({ themeId, themeName }) => [themeId, themeName]))
      return [...themes].map(([theme, name]) => ({
        text: `Coded as ${name}`,
        href: themePath({ commissioner: ctx.commissioner.slug, theme }),
      }))
    },
  },
]

export const codings: Capability = {
  name: 'codings',
  routes,
  desk: [{ door: 'Make sense', text: 'Code comments', href: (commissioner) => paths.coding({ commissioner }) }],
  neighbours,
  threadJoins: [codedAs],
  spine: [codingRows],
  sentences: {
    'contribution.coded': ({ themes: coded }) =>
      `Coded it as ${Array.isArray(coded) && coded.length > 1 ? `${coded.length} themes` : 'a theme'}`,
    'contribution.coding-removed': () => 'Took a theme off it',
  },
  takeLabels,
}
