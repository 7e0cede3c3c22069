import { Facts, type Happening, type HintedLink, History, Links, SafeWords, Table } from '#design'
import type { DefinedTheme, Frame, Theme, ThemeCount } from '../frame.ts'
import type { Merge } from '../merge.ts'
import { paths } from '../paths.ts'
import { ThemeActs } from './theme-acts.tsx'
import { commentsInWords } from './theme-tree.tsx'

interface ThemeProps {
  commissioner: string
  theme: DefinedTheme
  frame: Frame
  parent: Theme | null
  below: readonly Theme[]
  count: ThemeCount
  /** Comments that speak of it or of a theme under it. */
  together: number
  wordings: readonly { version: number; name: string; definition: string }[]
  /** The merges it was a part of that stand, each with the other theme. */
  merges: readonly (Merge & { other: Theme })[]
  /** A split whose comments are still to be sorted. */
  split: { id: string; left: number } | null
  mayShape: boolean
  neighbours: readonly HintedLink[]
  happenings: readonly Happening[]
}

/** What a theme means, and what people said that is about it. */
export function ThemePage(props: ThemeProps) {
  const { commissioner, theme, frame, parent, below, count, together, merges, neighbours } = props
  const link = ({ id, name }: Theme) => (
    <a class="nhsuk-link" href={paths.theme({ commissioner, theme: id })}>
      {name}
    </a>
  )
  const became = merges.find(({ themeId }) => themeId === theme.id)
  return (
    <>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Theme</span> <span dir="auto">{theme.name}</span>
      </h1>
      {became ? (
        <p>
          This theme became {link(became.other)}. What was coded under it counts there: {became.reason}
        </p>
      ) : (
        theme.retired && <p>This theme has been put away. Nothing new can be coded under it. What was coded under it still counts.</p>
      )}
      <Facts
        facts={[
          {
            name: 'What belongs under it',
            value: theme.definition ? <SafeWords words={theme.definition} /> : 'Nobody has written this down yet',
          },
          theme.includes !== '' && { name: 'Includes', value: <SafeWords words={theme.includes} /> },
          theme.excludes !== '' && { name: 'Does not include', value: <SafeWords words={theme.excludes} /> },
          theme.examples !== '' && { name: 'Examples', value: <SafeWords words={theme.examples} /> },
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
          below.length > 0 && { name: 'With the themes under it', value: `${commentsInWords(together)}, each counted once` },
        ]}
      />
      {neighbours.length > 0 && <Links links={neighbours} />}
      <ThemeActs {...props} />
      <TookIn {...props} />
      <Wordings {...props} />
      <History happenings={props.happenings} />
    </>
  )
}

function TookIn({ commissioner, theme, merges, mayShape }: ThemeProps) {
  const taken = merges.filter(({ intoId }) => intoId === theme.id)
  if (taken.length === 0) return <></>
  return (
    <Links
      heading="Themes that became this one"
      links={taken.map(({ id, other, reason }) => ({
        text: mayShape ? `${other.name}: take the merge back` : other.name,
        href: mayShape ? paths.reversal({ commissioner, merge: id }) : paths.theme({ commissioner, theme: other.id }),
        hint: reason,
      }))}
    />
  )
}

const Wordings = ({ wordings }: ThemeProps) =>
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
