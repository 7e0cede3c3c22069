import type { Capability } from '#platform/slots.ts'
import { commands } from './commands.ts'
import { paths } from './paths.ts'
import { became, onceCodedAs, themeNodes } from './queries/thread.ts'
import { fileRoutes } from './routes/files.tsx'
import { frameRoutes } from './routes/frames.tsx'
import { mergeRoutes } from './routes/merges.tsx'
import { splitRoutes } from './routes/splits.tsx'
import { themeRoutes } from './routes/themes.tsx'

export { holdThemes } from './actions/hold-themes.ts'
export { makeFrame } from './actions/make-frame.ts'
export { rewordTheme } from './actions/reword-theme.ts'
export { takeThemes } from './actions/take-themes.ts'
export { type Frame, readDown, type Theme, type ThemeCount } from './frame.ts'
export { commentsInWords } from './pages/theme-tree.tsx'
export { countByTheme, countUnder } from './queries/counts.ts'
export { findFrame, listFrames } from './queries/frames.ts'
export { findTheme, listThemes } from './queries/themes.ts'

/** Where staff find frames, make one, and read a theme. */
export const framesPath = paths.frames
export const newFramePath = paths.newFrame
export const framePath = paths.frame
export const newThemePath = paths.newTheme
export const themePath = paths.theme

const inWords = (count: number, one: string, many: string) => `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

export const themes: Capability = {
  name: 'themes',
  commands,
  routes: (web) => {
    frameRoutes(web)
    fileRoutes(web)
    themeRoutes(web)
    mergeRoutes(web)
    splitRoutes(web)
  },
  desk: [{ door: 'Make sense', text: 'Frames', href: (commissioner) => paths.frames({ commissioner }) }],
  threadKinds: [themeNodes],
  threadJoins: [onceCodedAs, became],
  sentences: {
    'frame.made': () => 'Made the frame',
    'frame.extended': ({ version, themes: count }) =>
      `Added ${count === 1 ? 'a label' : `${count} labels`} that came with an import: version ${version}`,
    'frame.filled': ({ version, themes: count }) => `Added ${inWords(Number(count), 'theme', 'themes')} from a file: version ${version}`,
    'frame-plan.read': () => 'Read a file of themes',
    'theme.added': ({ version }) => `Added a theme: version ${version}`,
    'theme.reworded': ({ version }) => `Reworded a theme: version ${version}`,
    'theme.moved': ({ version }) => `Moved a theme: version ${version}`,
    'theme.retired': ({ version }) => `Put a theme away: version ${version}`,
    'theme.merged': ({ version }) => `Merged a theme into another: version ${version}`,
    'theme.took-in': ({ version }) => `Took in another theme: version ${version}`,
    'theme.brought-back': ({ version }) => `Brought a theme back from a merge: version ${version}`,
    'theme.gave-back': ({ version }) => `Gave a theme back that had been merged into it: version ${version}`,
    'theme.split': ({ version, parts }) =>
      `Split a theme, with ${inWords([parts].flat().length, 'new theme', 'new themes')}: version ${version}`,
    'theme.comments-sorted': ({ count }) => `Sorted ${inWords(Number(count), 'comment', 'comments')} of a theme that is split`,
    'theme.split-finished': ({ stay }) =>
      `Finished sorting; ${inWords(Number(stay), 'comment stays', 'comments stay')} where ${stay === 1 ? 'it is' : 'they are'}`,
  },
}
