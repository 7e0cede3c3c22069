import type { CountedFrame } from '#capabilities/results'
import { Button, Checkboxes, Mistakes } from '#design'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  basis: { name: 'survey' | 'source'; id: string; title: string }
  frames: readonly CountedFrame[]
  /** A view of the results that the finding is to rest on too. */
  view: string | undefined
  errors: { themes?: string }
}

/** The first step: which themes, so that the second can offer their quotes. */
export const FindingThemesPage = ({ commissioner, basis, frames, view, errors }: Props) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{basis.title}</span> Make a finding: themes
    </h1>
    <form method="get" action={paths.newFinding({ commissioner })}>
      <input type="hidden" name={basis.name} value={basis.id} />
      <input type="hidden" name="step" value="words" />
      {view && <input type="hidden" name="view" value={view} />}
      {frames.length === 0 && <p>No comment is coded yet, so there are no themes to choose from.</p>}
      {frames.map(({ id, title, themes }, place) => (
        <Checkboxes
          name="themes"
          idPrefix={place === 0 ? 'themes' : `themes-of-${id}`}
          fieldset={{
            legend: {
              text: frames.length === 1 ? 'Which themes does it rest on?' : `Which themes of “${title}” does it rest on?`,
              size: 'm',
            },
          }}
          hint={basis.name === 'survey' || view ? 'Leave these empty when it rests on numbers alone.' : undefined}
          errorMessage={place === 0 ? errors.themes : undefined}
          items={themes.map(({ themeId, fullName, comments, responses }, at) => ({
            name: `themes-${place}-${at}`,
            value: themeId,
            text: fullName,
            hint: `${comments.toLocaleString('en-GB')} comments, from ${responses.toLocaleString('en-GB')} responses`,
          }))}
        />
      ))}
      {(frames.length > 0 || basis.name === 'survey' || view) && <Button text="Continue" />}
    </form>
  </>
)
