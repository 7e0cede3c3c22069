import type { Capability, Neighbour } from '#platform/slots.ts'
import { takeLabels } from './actions/take-labels.ts'
import { keyOf } from './batch.ts'
import { paths } from './paths.ts'
import { findSurveyOf } from './queries/batches.ts'
import { listCodings } from './queries/codings.ts'
import { codings } from './queries/spine.ts'
import { codedAs, themeNodes } from './queries/thread.ts'
import { routes } from './routes.tsx'

export { codeWords } from './actions/code-words.ts'
export { makeFrame } from './actions/make-frame.ts'
export { type Frame, readDown, type Theme } from './frame.ts'
export { listFrames } from './queries/frames.ts'
export { listThemes } from './queries/themes.ts'

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
    on: 'contribution',
    shell: 'desk',
    async links(ctx, id) {
      const themes = new Map((await listCodings(ctx.db, { contributionIds: [id] })).map(({ themeId, themeName }) => [themeId, themeName]))
      return [...themes].map(([theme, name]) => ({
        text: `Coded as ${name}`,
        href: paths.theme({ commissioner: ctx.commissioner.slug, theme }),
      }))
    },
  },
]

export const themes: Capability = {
  name: 'themes',
  routes,
  desk: [
    { door: 'Make sense', text: 'Code comments', href: (commissioner) => paths.coding({ commissioner }) },
    { door: 'Make sense', text: 'Frames', href: (commissioner) => paths.frames({ commissioner }) },
  ],
  neighbours,
  threadKinds: [themeNodes],
  threadJoins: [codedAs],
  spine: [codings],
  sentences: {
    'frame.made': () => 'Made the frame',
    'frame.extended': ({ version, themes: count }) =>
      `Added ${count === 1 ? 'a label' : `${count} labels`} that came with an import: version ${version}`,
    'theme.added': ({ version }) => `Added a theme: version ${version}`,
    'theme.reworded': ({ version }) => `Reworded a theme: version ${version}`,
    'theme.moved': ({ version }) => `Moved a theme: version ${version}`,
    'theme.retired': ({ version }) => `Put a theme away: version ${version}`,
    'contribution.coded': ({ themes: coded }) =>
      `Coded it as ${Array.isArray(coded) && coded.length > 1 ? `${coded.length} themes` : 'a theme'}`,
    'contribution.coding-removed': () => 'Took a theme off it',
  },
  takeLabels,
}
