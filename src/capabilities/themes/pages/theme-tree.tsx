import type { Theme, ThemeBranch } from '../frame.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  branches: readonly ThemeBranch<Theme>[]
  /** How many comments speak of each, and of each with those below it; left out for a frame as it once was. */
  counts?: ReadonlyMap<string, { own: number; family: number }>
}

const none = { own: 0, family: 0 }

/** Themes with what belongs under each, one inside the other. */
export const ThemeTree = ({ commissioner, branches, counts }: Props) => (
  <ul class="nhsuk-list gt-themes">
    {branches.map((theme) => (
      <li id={`theme-${theme.id}`}>
        <a class="nhsuk-link gt-themes__name" href={paths.theme({ commissioner, theme: theme.id })} dir="auto">
          {theme.name}
        </a>
        {counts && <span class="gt-themes__count"> {countsInWords(counts.get(theme.id) ?? none, theme.themes.length > 0)}</span>}
        {theme.definition && (
          <p class="gt-themes__definition" dir="auto">
            {theme.definition}
          </p>
        )}
        {theme.themes.length > 0 && <ThemeTree commissioner={commissioner} branches={theme.themes} counts={counts} />}
      </li>
    ))}
  </ul>
)

const countsInWords = ({ own, family }: { own: number; family: number }, hasOthers: boolean) =>
  hasOthers || family > own ? `${commentsInWords(own)}, ${family.toLocaleString('en-GB')} with those below` : commentsInWords(own)

export const commentsInWords = (count: number) => (count === 1 ? '1 comment' : `${count.toLocaleString('en-GB')} comments`)
