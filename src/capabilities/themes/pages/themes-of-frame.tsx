import { Button, Details, Input, Links } from '#design'
import { type DefinedTheme, type Frame, themesWith, themeTree } from '../frame.ts'
import { paths } from '../paths.ts'
import { commentsInWords, ThemeTree } from './theme-tree.tsx'

interface Props {
  commissioner: string
  frame: Frame
  themes: readonly DefinedTheme[]
  sought: string
  counts: ReadonlyMap<string, { own: number; family: number }>
}

/** Up to so many themes can be seen at a glance. */
const few = 20

/** The themes in use as a tree, with a way to find one among many; and those put away. */
export function ThemesOfFrame({ commissioner, frame, themes, sought, counts }: Props) {
  const inUse = themes.filter(({ retired }) => !retired)
  const away = themes.filter(({ retired }) => retired)
  const shown = sought === '' ? { found: inUse.length, themes: inUse } : themesWith(inUse, sought)
  const tree = themeTree(shown.themes)
  return (
    <>
      {(inUse.length > few || sought !== '') && (
        <form method="get" action={paths.frame({ commissioner, frame: frame.id })}>
          <Input
            id="find"
            name="find"
            label="Find a theme"
            hint="A word of its name, or of what belongs under it."
            value={sought}
            width={20}
          />
          <Button text="Find" variant="secondary" />
        </form>
      )}
      {sought !== '' ? (
        <p>
          {shown.found === 1 ? '1 theme' : `${shown.found.toLocaleString('en-GB')} themes`} with “{sought}”.{' '}
          <a class="nhsuk-link" href={paths.frame({ commissioner, frame: frame.id })}>
            See all themes
          </a>
        </p>
      ) : (
        inUse.length > few &&
        tree.length > 1 && (
          <nav aria-label="Themes at the top">
            <Links links={tree.map(({ id, name }) => ({ text: name, href: `#theme-${id}` }))} heading="Go to" />
          </nav>
        )
      )}
      {tree.length > 0 && <ThemeTree commissioner={commissioner} branches={tree} counts={counts} />}
      {away.length > 0 && (
        <Details summary={`Themes that were put away: ${away.length.toLocaleString('en-GB')}`}>
          <ul class="nhsuk-list">
            {away.map(({ id, name }) => (
              <li>
                <a class="nhsuk-link" href={paths.theme({ commissioner, theme: id })} dir="auto">
                  {name}
                </a>{' '}
                {commentsInWords(counts.get(id)?.own ?? 0)}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}
