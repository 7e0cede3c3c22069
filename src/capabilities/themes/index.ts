import type { Capability } from '#platform/slots.ts'
import { paths } from './paths.ts'
import { themeNodes } from './queries/thread.ts'
import { routes } from './routes.tsx'

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

export const themes: Capability = {
  name: 'themes',
  routes,
  desk: [{ door: 'Make sense', text: 'Frames', href: (commissioner) => paths.frames({ commissioner }) }],
  threadKinds: [themeNodes],
  sentences: {
    'frame.made': () => 'Made the frame',
    'frame.extended': ({ version, themes: count }) =>
      `Added ${count === 1 ? 'a label' : `${count} labels`} that came with an import: version ${version}`,
    'theme.added': ({ version }) => `Added a theme: version ${version}`,
    'theme.reworded': ({ version }) => `Reworded a theme: version ${version}`,
    'theme.moved': ({ version }) => `Moved a theme: version ${version}`,
    'theme.retired': ({ version }) => `Put a theme away: version ${version}`,
  },
}
