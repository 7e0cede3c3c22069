import { Button, DateInLondon, Empty, type Happening, type HintedLink, History, Links, Table } from '#design'
import type { DefinedTheme, Frame, FrameUse, FrameVersion } from '../frame.ts'
import { paths } from '../paths.ts'
import { commentsInWords } from './theme-tree.tsx'
import { ThemesOfFrame } from './themes-of-frame.tsx'

interface Props {
  commissioner: string
  frame: Frame
  /** Those put away too. */
  themes: readonly DefinedTheme[]
  /** What is looked for among them; '' for nothing. */
  sought: string
  counts: ReadonlyMap<string, { own: number; family: number }>
  uses: readonly FrameUse[]
  versions: readonly FrameVersion[]
  mayShape: boolean
  links: readonly HintedLink[]
  happenings: readonly Happening[]
}

/** A frame as it is now, where it is used, and every version of it before. */
export function FramePage(props: Props) {
  const { commissioner, frame, themes, mayShape, links, happenings } = props
  const here = { commissioner, frame: frame.id }
  return (
    <>
      <h1 class="nhsuk-heading-l">{frame.title}</h1>
      <p>Version {frame.version}.</p>
      <Links
        links={[
          ...links,
          { text: 'Code book, to print', href: paths.codeBook(here) },
          ...(mayShape ? [{ text: 'Copy this frame', href: paths.newCopy(here) }] : []),
          { text: 'Save as CSV', href: paths.file({ ...here, format: 'csv' }) },
          { text: 'Save as a workbook (.xlsx)', href: paths.file({ ...here, format: 'xlsx' }) },
        ]}
      />
      <h2 class="nhsuk-heading-m">Themes</h2>
      {themes.some(({ retired }) => !retired) ? (
        <ThemesOfFrame {...props} />
      ) : (
        <Empty begin={mayShape ? { text: 'Add the first theme', href: paths.newTheme(here) } : undefined}>
          This frame has no themes yet. Add at least one before you code comments with it.
        </Empty>
      )}
      {mayShape && themes.length > 0 && <Button text="Add a theme" variant="secondary" href={paths.newTheme(here)} />}
      {!mayShape && <p>You can look at this frame. Analysts, engagement leads and administrators can change it.</p>}
      <Uses {...props} />
      <Versions {...props} />
      <History happenings={happenings} />
    </>
  )
}

const Uses = ({ uses }: Props) => (
  <>
    <h2 class="nhsuk-heading-m">Where it is used</h2>
    {uses.length === 0 ? (
      <p>Nothing is coded with this frame yet.</p>
    ) : (
      <Table
        caption={{ text: 'What was coded with this frame, latest first', size: 's' }}
        responsive
        head={['What', 'Comments coded', 'Last coded']}
        rows={uses.map(({ title, comments, lastCodedAt }) => [
          { text: title },
          { text: commentsInWords(comments) },
          { html: <DateInLondon at={lastCodedAt} /> },
        ])}
      />
    )}
  </>
)

const Versions = ({ commissioner, frame, versions }: Props) => (
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
)
