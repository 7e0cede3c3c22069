import { consentWordings } from '#capabilities/people'
import type { ContactPromise } from '#capabilities/surveys'
import { Checkboxes, Input, Radios } from '#design'
import type { Body } from '#platform/forms.ts'

interface Props {
  promise: ContactPromise
  places: readonly string[]
  form: { values: Body; errors: Readonly<Record<string, string | undefined>> }
}

/** What may be given beside the answers, as far as the promise allows. Nothing here must be filled in. */
export function ContactQuestions({ promise, places, form: { values, errors } }: Props) {
  const typed = (name: string) => [values[name] ?? ''].flat().at(-1) ?? ''
  return (
    <>
      {places.length > 0 && (
        <Radios
          name="your-place"
          idPrefix="your-place"
          fieldset={{ legend: { text: 'Where do you live? (optional)', size: 'm' } }}
          hint="This helps us see whether we have heard from everywhere."
          errorMessage={errors['your-place']}
          value={typed('your-place')}
          items={places.map((place) => ({ value: place, text: place }))}
        />
      )}
      {promise === 'named' && (
        <Input
          id="your-name"
          name="your-name"
          label={{ text: 'Your name (optional)', size: 'm' }}
          hint="We never publish it."
          autocomplete="name"
          spellcheck={false}
          value={typed('your-name')}
          errorMessage={errors['your-name']}
        />
      )}
      {promise !== 'anonymous' && (
        <>
          <Checkboxes
            name="tell-me"
            idPrefix="tell-me"
            fieldset={{ legend: { text: 'Do you want to hear what happens? (optional)', size: 'm' } }}
            values={typed('tell-me') ? ['yes'] : []}
            items={[{ value: 'yes', text: consentWordings['be told'] }]}
          />
          <Input
            id="your-email"
            name="your-email"
            label={{ text: 'Your email address', size: 's' }}
            hint="Only if you ticked the box above. If you did not, we do not keep your address."
            inputmode="email"
            autocomplete="email"
            spellcheck={false}
            value={typed('your-email')}
            errorMessage={errors['your-email']}
          />
        </>
      )}
      <Checkboxes
        name="quote-me"
        idPrefix="quote-me"
        fieldset={{ legend: { text: 'Can we show your words to the public? (optional)', size: 'm' } }}
        hint={promise === 'anonymous' ? undefined : 'If you change your mind later, we stop showing them.'}
        values={typed('quote-me') ? ['yes'] : []}
        items={[{ value: 'yes', text: consentWordings['be quoted'] }]}
      />
    </>
  )
}
