import { Button, Facts, type HintedLink, Links, Mistakes, Select } from '#design'
import type { Form } from '#platform/forms.ts'
import type { MergeInput } from '../forms.ts'
import { readDown, type Theme } from '../frame.ts'
import { paths } from '../paths.ts'
import { NoteField } from './theme-fields.tsx'
import { commentsInWords } from './theme-tree.tsx'

export interface MergeConsequences {
  /** Comments under the theme that goes, under the one that stays, and under either once merged. */
  comments: number
  intoComments: number
  together: number
  /** Themes that are moved, by name. */
  moved: readonly string[]
}

interface Props {
  commissioner: string
  theme: Theme
  /** The themes it can become. */
  themes: readonly Theme[]
  into: Theme | null
  consequences: MergeConsequences | null
  findings: readonly HintedLink[]
  form: Form<MergeInput>
}

/** Merge a theme with another: first which, then what comes of it, then why. */
export function MergePage(props: Props) {
  const { commissioner, theme, themes, into, form } = props
  return (
    <>
      <Mistakes errors={form.errors} />
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Merge</span> {into ? `${theme.name} becomes ${into.name}` : theme.name}
      </h1>
      {into ? (
        <Confirm {...props} into={into} />
      ) : (
        <form method="get" action={paths.merge({ commissioner, theme: theme.id })} novalidate>
          <p>The theme you choose stays. You see what will happen before anything changes.</p>
          <Select
            id="into"
            name="into"
            label={{ text: `What should ${theme.name} become?`, size: 's' }}
            value={form.values.into ?? ''}
            errorMessage={form.errors.into}
            items={[{ value: '', text: 'Choose a theme' }, ...readDown(themes).map(({ id, fullName }) => ({ value: id, text: fullName }))]}
          />
          <Button text="Continue" />
        </form>
      )}
    </>
  )
}

const Confirm = ({ commissioner, theme, into, consequences, findings, form }: Props & { into: Theme }) => (
  <>
    {consequences && (
      <Facts
        facts={[
          { name: `Under ${theme.name} now`, value: commentsInWords(consequences.comments) },
          { name: `Under ${into.name} now`, value: commentsInWords(consequences.intoComments) },
          { name: `Under ${into.name} afterwards`, value: `${commentsInWords(consequences.together)}. A comment under both counts once.` },
          consequences.moved.length > 0 && { name: 'Themes that move', value: consequences.moved.join(', ') },
          { name: 'Findings that rest on it', value: findings.length === 0 ? 'None' : <Links links={findings} /> },
        ]}
      />
    )}
    <ul class="nhsuk-list nhsuk-list--bullet">
      <li>Every coding keeps its words, who made it and when. It counts under {into.name} from now on.</li>
      <li>{theme.name} is put away. Nothing new can be coded under it.</li>
      {findings.length > 0 && <li>The findings keep the numbers they were made with. They still lead to the same comments.</li>}
      <li>You can take the merge back later.</li>
    </ul>
    <form method="post" action={paths.merge({ commissioner, theme: theme.id })} novalidate>
      <input type="hidden" name="into" value={into.id} />
      <NoteField value={form.values.note} error={form.errors.note} />
      <div class="nhsuk-button-group">
        <Button text="Merge the themes" variant="warning" preventDoubleClick />
        <a class="nhsuk-link" href={paths.merge({ commissioner, theme: theme.id })}>
          Choose another theme
        </a>
      </div>
    </form>
  </>
)
