import { formatDate } from '#design'
import { type DefinedTheme, type Frame, type ThemeBranch, themeTree } from '../frame.ts'
import { MeaningWords } from './meaning.tsx'

interface Props {
  frame: Frame
  themes: readonly DefinedTheme[]
  today: string
}

/** All that is written down of a frame, in one piece, to print and keep beside you while you code. */
export const CodeBookPage = ({ frame, themes, today }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">Code book</span> {frame.title}
    </h1>
    <p>
      Version {frame.version}, {formatDate(today)}. {themes.length === 1 ? '1 theme' : `${themes.length.toLocaleString('en-GB')} themes`}.
    </p>
    {themes.length === 0 ? <p>This frame has no themes yet.</p> : <Chapters branches={themeTree(themes)} above="" level={2} />}
  </>
)

const Chapters = ({ branches, above, level }: { branches: readonly ThemeBranch<DefinedTheme>[]; above: string; level: number }) => (
  <>
    {branches.map((theme, at) => {
      const number = `${above}${at + 1}`
      return (
        <>
          <Heading level={level} text={`${number} ${theme.name}`} />
          <MeaningWords meaning={theme} />
          {theme.themes.length > 0 && <Chapters branches={theme.themes} above={`${number}.`} level={level + 1} />}
        </>
      )
    })}
  </>
)

function Heading({ level, text }: { level: number; text: string }) {
  if (level === 2) return <h2 class="nhsuk-heading-m">{text}</h2>
  if (level === 3) return <h3 class="nhsuk-heading-s">{text}</h3>
  if (level === 4) return <h4 class="nhsuk-heading-xs">{text}</h4>
  if (level === 5) return <h5 class="nhsuk-heading-xs">{text}</h5>
  return <h6 class="nhsuk-heading-xs">{text}</h6>
}
