import { Button, Mistakes, Textarea } from '#design'
import type { TextPlace } from '../text-place.ts'
import { directionOf, type Texts, type Variant } from '../variant.ts'

interface Props {
  variant: Variant
  places: readonly TextPlace[]
  texts: Texts
  errors: Readonly<Record<string, string>>
  action: string
}

/** Every text of the questions, with a place beside it to write it in this variant. */
export const TextsPage = ({ variant, places, texts, errors, action }: Props) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">
      Words: <span lang={variant.language}>{variant.name}</span>
    </h1>
    <p>Write below each text how it is said here. Leave a box empty to write it later: until then people read the English words.</p>
    <p>Keep marks like {'{q1}'} as they are: an earlier answer stands there.</p>
    <form method="post" action={action} novalidate>
      {places.map(({ at, what, original }) => (
        <Textarea
          id={`text-${at}`}
          name={`text-${at}`}
          label={{ text: what, size: 's' }}
          hint={original}
          rows={original.length > 80 ? 4 : 2}
          value={texts[at]}
          errorMessage={errors[`text-${at}`] ? { text: errors[`text-${at}`]! } : undefined}
          attributes={{ lang: variant.language, dir: directionOf(variant.language) }}
        />
      ))}
      <Button text="Save the words" preventDoubleClick />
    </form>
  </>
)
