import { Button, Input, Mistakes, Radios } from '#design'
import type { Form } from '#platform/forms.ts'
import type { VariantInput } from '../forms.ts'
import { kindNames, variantKinds } from '../variant.ts'

/** Choose what to add. A language needs its code and its own name. */
export const AddPage = ({ form: { values, errors }, action }: { form: Form<VariantInput>; action: string }) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">Add a language or format</h1>
    <form method="post" action={action} novalidate>
      <Radios
        name="kind"
        idPrefix="kind"
        fieldset={{ legend: { text: 'What do you want to add?', size: 's' } }}
        errorMessage={errors.kind}
        value={values.kind}
        items={variantKinds.map((kind) => ({ value: kind, text: kindNames[kind] }))}
      />
      <Input
        id="language"
        name="language"
        label={{ text: 'Language code, for another language', size: 's' }}
        hint="Two or three letters, like cy for Welsh, ur for Urdu or ar for Arabic."
        width={5}
        value={values.language}
        errorMessage={errors.language}
      />
      <Input
        id="name"
        name="name"
        label={{ text: 'Name of the language, for another language', size: 's' }}
        hint="As its readers write it, like Cymraeg."
        width={20}
        value={values.name}
        errorMessage={errors.name}
      />
      <Button text="Add" preventDoubleClick />
    </form>
  </>
)
