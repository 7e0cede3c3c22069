import { Button, Checkboxes, Input, Mistakes } from '#design'
import type { Form } from '#platform/forms.ts'
import { consentWordings } from '../consent.ts'
import type { NewsFields } from '../forms.ts'
import { paths } from '../paths.ts'

export const NewsPage = ({ commissioner, form: { values, errors } }: { commissioner: string; form: Form<NewsFields> }) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">Get our news</h1>
    <p>
      Hear about plans for local health services, and how to have a say. This list is kept apart from anything you tell us in a
      consultation.
    </p>
    <form method="post" action={paths.news({ commissioner })} novalidate>
      <Input
        id="email"
        name="email"
        label="Your email address"
        inputmode="email"
        autocomplete="email"
        autocapitalize="none"
        spellcheck={false}
        value={values.email}
        errorMessage={errors.email}
      />
      <Checkboxes
        idPrefix="agreed"
        name="agreed"
        fieldset={{ legend: { text: 'May we email you?', size: 's' } }}
        hint="You can stop at any time."
        errorMessage={errors.agreed}
        values={values.agreed ? [values.agreed] : []}
        items={[{ value: 'yes', text: consentWordings.news }]}
      />
      <Button text="Join the list" preventDoubleClick />
    </form>
  </>
)
