import { BarChart, StackedBars } from '#design'
import type { FrameLines, ThemeLine } from '../theme-figure.ts'

interface Props {
  frame: FrameLines
  /** Where the frame is looked at alone, and where the words of a theme are read. */
  lookHref: string
  wordsHref: (theme: string) => string
}

/** The themes of one frame, each with those below it, and how people feel about each. */
export const ThemeCharts = ({ frame: { id, title, read, themes }, lookHref, wordsHref }: Props) => {
  const felt = themes.filter(({ feeling }) => feeling.positive + feeling.neither + feeling.negative > 0)
  return (
    <>
      <BarChart
        id={`themes-${id}`}
        title={title}
        note={`${number(read.responses)} ${read.responses === 1 ? 'response was' : 'responses were'} read with these themes. A theme holds what was said of the themes below it too, each response once.`}
        of={read.responses || undefined}
        columns={{ label: 'Theme', count: 'Responses', link: 'Words', beside: 'Comments' }}
        bars={themes.map((theme) => ({
          label: labelOf(theme),
          count: theme.responses,
          beside: theme.comments,
          link: { text: 'Words', href: wordsHref(theme.themeId) },
        }))}
      />
      {felt.length > 0 && (
        <StackedBars
          id={`feelings-${id}`}
          title={`${title}: how people feel`}
          note="How those who read the comments took them to feel, where they said. It is of comments, and not of every one."
          rowHead="Theme"
          parts={['Positive', 'Neither or both', 'Negative']}
          rows={felt.map(({ fullName, feeling }) => ({ label: fullName, counts: [feeling.positive, feeling.neither, feeling.negative] }))}
        />
      )}
      <p class="gt-no-print">
        <a class="nhsuk-link" href={lookHref}>
          Look at these themes alone, with words
        </a>
      </p>
    </>
  )
}

const labelOf = ({ fullName, responses, comments }: ThemeLine) =>
  [responses, comments].some((count) => count > 0 && count < 5) ? `${fullName} (small number)` : fullName

const number = (count: number) => count.toLocaleString('en-GB')
