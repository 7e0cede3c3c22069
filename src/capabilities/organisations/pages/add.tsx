import { Button, DateField, Input, Mistakes, Radios } from '#design'
import type { Body, Form } from '#platform/forms.ts'
import type { OrganisationFields } from '../forms.ts'
import { kindNames, organisationKinds } from '../organisation.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  form: Form<OrganisationFields>
  /** As typed: the boxes of the date are not fields of the form. */
  typed: Body
}

export const AddPage = ({ commissioner, form: { values, errors }, typed }: Props) => {
  return (
    <>
      <Mistakes errors={errors} ids={{ fromOn: 'fromOn-day' }} />
      <h1 class="nhsuk-heading-l">Add an organisation</h1>
      <form method="post" action={paths.list({ commissioner })} novalidate>
        <Input id="name" name="name" label="Name" value={values.name} errorMessage={errors.name} />
        <Radios
          idPrefix="kind"
          name="kind"
          fieldset={{ legend: { text: 'What kind of organisation is it?', size: 's' } }}
          errorMessage={errors.kind}
          value={values.kind}
          items={organisationKinds.map((kind) => ({ value: kind, text: kindNames[kind] }))}
        />
        <Input id="code" name="code" label="NHS (ODS) code, if it has one" width={10} code value={values.code} errorMessage={errors.code} />
        <Input
          id="postcode"
          name="postcode"
          label="Postcode, if you know it"
          width={10}
          value={values.postcode}
          errorMessage={errors.postcode}
        />
        <DateField
          name="fromOn"
          label="Since when has it had this name?"
          hint="For example, 1 4 2019. Your best guess will do."
          values={typed}
          error={errors.fromOn}
        />
        <Button text="Add organisation" preventDoubleClick />
      </form>
    </>
  )
}
