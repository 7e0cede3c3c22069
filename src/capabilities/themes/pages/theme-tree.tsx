import type { Theme, ThemeBranch, ThemeCount } from '../frame.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  branches: readonly ThemeBranch<Theme>[]
  /** How many comments speak of each; left out for a frame as it once was. */
  counts?: ReadonlyMap<string, ThemeCount>
}

/** Themes with what belongs under each, one inside the other. */
export const ThemeTree = ({ commissioner, branches, counts }: Props) => (
  <ul class="nhsuk-list gt-themes">
    {branches.map((theme) => (
      <li>
        <a class="nhsuk-link gt-themes__name" href={paths.theme({ commissioner, theme: theme.id })}>
          {theme.name}
        </a>
        {counts && <span class="gt-themes__count"> {commentsInWords(counts.get(theme.id)?.comments ?? 0)}</span>}
        {theme.definition && <p class="gt-themes__definition">{theme.definition}</p>}
        {theme.themes.length > 0 && <ThemeTree commissioner={commissioner} branches={theme.themes} counts={counts} />}
      </li>
    ))}
  </ul>
)

export const commentsInWords = (count: number) => (count === 1 ? '1 comment' : `${count.toLocaleString('en-GB')} comments`)
