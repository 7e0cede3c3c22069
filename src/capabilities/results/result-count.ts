import { channelNames } from '#capabilities/contributions'
import { type Frame, readDown, type Theme } from '#capabilities/themes'
import type { ThemeFigure } from './basis.ts'
import type { CountedQuestion } from './counted-question.ts'

export interface CountedChannel {
  channel: string
  label: string
  count: number
}

export interface CountedTheme extends ThemeFigure {
  /** Its name from the top of its frame. */
  fullName: string
}

export interface CountedFrame {
  id: string
  title: string
  themes: readonly CountedTheme[]
}

/** Everything counted about the answers to one survey, or about one imported source, as it is now. */
export interface CountedResults {
  channels: readonly CountedChannel[]
  questions: readonly CountedQuestion[]
  comments: { comments: number; coded: number }
  frames: readonly CountedFrame[]
}

/** The number of responses is the sum of the channels they came by. */
export const totalOf = ({ channels }: Pick<CountedResults, 'channels'>) => channels.reduce((sum, { count }) => sum + count, 0)

/**
 * Every theme of each frame that was used at all, in the order the frame is read, with 0 for a theme nobody spoke of. A theme that only
 * groups others, with nothing coded to it alone, is left out: its name is in theirs.
 */
export function byFrame(
  frames: readonly Pick<Frame, 'id' | 'title'>[],
  themes: readonly Theme[],
  figures: readonly ThemeFigure[],
): CountedFrame[] {
  const counted = new Map(figures.map((figure) => [figure.themeId, figure]))
  return frames.flatMap(({ id, title }) => {
    const own = themes.filter((theme) => theme.frameId === id)
    if (!own.some((theme) => counted.has(theme.id))) return []
    const groups = new Set(own.map((theme) => theme.parentId))
    const shown = readDown(own).filter((theme) => counted.has(theme.id) || !groups.has(theme.id))
    return {
      id,
      title,
      themes: shown.map((theme) => ({
        fullName: theme.fullName,
        ...(counted.get(theme.id) ?? { themeId: theme.id, comments: 0, responses: 0 }),
      })),
    }
  })
}

export const channelName = (channel: string) => channelNames[channel] ?? channel
