import { Button, DateInLondon, Empty, type Happening, type HintedLink, History, Links, Table } from '#design'
import { type Frame, type FrameVersion, type Theme, type ThemeCount, themeTree } from '../frame.ts'
import { paths } from '../paths.ts'
import { ThemeTree } from './theme-tree.tsx'

interface Props {
  commissioner: string
  frame: Frame
  themes: readonly Theme[]
  counts: ReadonlyMap<string, ThemeCount>
  versions: readonly FrameVersion[]
  mayShape: boolean
  links: readonly HintedLink[]
  happenings: readonly Happening[]
}

/** A frame as it is now, and every version of it before. */
export const FramePage = ({ commissioner, frame, themes, counts, versions, mayShape, links, happenings }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">{frame.title}</h1>
    <p>Version {frame.version}.</p>
    <Links links={links} />
    <h2 class="nhsuk-heading-m">Themes</h2>
    {themes.length === 0 ? (
      <Empty begin={mayShape ? { text: 'Add the first theme', href: paths.newTheme({ commissioner, frame: frame.id }) } : undefined}>
        This frame has no themes yet. Add at least one before you code comments with it.
      </Empty>
    ) : (
      <>
        <ThemeTree commissioner={commissioner} branches={themeTree(themes)} counts={counts} />
        {mayShape && <Button text="Add a theme" variant="secondary" href={paths.newTheme({ commissioner, frame: frame.id })} />}
      </>
    )}
    {!mayShape && <p>You can look at this frame. Analysts, engagement leads and administrators can change it.</p>}
    <Table
      caption={{ text: 'Versions', size: 'm' }}
      responsive
      head={['Version', 'What changed', 'Who', 'When']}
      rows={versions.map(({ number, note, madeBy, madeAt }) => [
        {
          html: (
            <a class="nhsuk-link" href={paths.version({ commissioner, frame: frame.id, number: String(number) })}>
              Version {number}
            </a>
          ),
        },
        { text: note },
        { text: madeBy ?? 'An operator' },
        { html: <DateInLondon at={madeAt} /> },
      ])}
    />
    <History happenings={happenings} />
  </>
)
