import { Button, Facts, type Happening, type HintedLink, History, Links, Table } from '#design'
import type { Frame, Theme, ThemeCount } from '../frame.ts'
import { paths } from '../paths.ts'
import { commentsInWords } from './theme-tree.tsx'

interface Props {
  commissioner: string
  theme: Theme
  frame: Frame
  parent: Theme | null
  below: readonly Theme[]
  count: ThemeCount
  wordings: readonly { version: number; name: string; definition: string }[]
  mayShape: boolean
  neighbours: readonly HintedLink[]
  happenings: readonly Happening[]
}

/** What a theme means, and what people said that is about it. */
export function ThemePage(props: Props) {
  const { commissioner, theme, frame, parent, below, count, neighbours } = props
  const link = ({ id, name }: Theme) => (
    <a class="nhsuk-link" href={paths.theme({ commissioner, theme: id })}>
      {name}
    </a>
  )
  return (
    <>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Theme</span> {theme.name}
      </h1>
      {theme.retired && <p>This theme has been put away. Nothing new can be coded under it. What was coded under it still counts.</p>}
      <Facts
        facts={[
          { name: 'What belongs under it', value: theme.definition || 'Nobody has written this down yet' },
          {
            name: 'Frame',
            value: (
              <a class="nhsuk-link" href={paths.frame({ commissioner, frame: frame.id })}>
                {frame.title}
              </a>
            ),
          },
          parent && { name: 'Under', value: link(parent) },
          below.length > 0 && { name: 'Themes under it', value: <>{below.map((one, at) => [at > 0 && ', ', link(one)])}</> },
          {
            name: 'Comments coded under it',
            value: `${commentsInWords(count.comments)}, from ${count.responses === 1 ? '1 response' : `${count.responses.toLocaleString('en-GB')} responses`}`,
          },
        ]}
      />
      {neighbours.length > 0 && <Links links={neighbours} />}
      <Changing {...props} />
      <Wordings {...props} />
      <History happenings={props.happenings} />
    </>
  )
}

function Changing({ commissioner, theme, below, mayShape }: Props) {
  if (theme.retired) return <></>
  if (!mayShape) return <p>You can look at this theme. Analysts, engagement leads and administrators can change it.</p>
  const here = { commissioner, theme: theme.id }
  return (
    <>
      <div class="nhsuk-button-group">
        <Button text="Reword" variant="secondary" href={paths.wording(here)} />
        <Button text="Move" variant="secondary" href={paths.place(here)} />
        {below.length === 0 && <Button text="Put away" variant="secondary" href={paths.retirement(here)} />}
      </div>
      {below.length > 0 && <p>You can put this theme away when no theme is under it.</p>}
    </>
  )
}

const Wordings = ({ wordings }: Props) =>
  wordings.length < 2 ? (
    <></>
  ) : (
    <Table
      caption={{ text: 'What it was called before', size: 'm' }}
      responsive
      head={['From version', 'Name', 'What belonged under it']}
      rows={wordings.map(({ version, name, definition }) => [{ text: String(version) }, { text: name }, { text: definition }])}
    />
  )
