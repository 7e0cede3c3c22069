import { Button, Input, Mistakes } from '#design'
import type { Form } from '#platform/forms.ts'
import type { StaffFields } from '../forms.ts'
import { paths } from '../paths.ts'
import { RoleBoxes } from './roles.tsx'

interface Props {
  commissioner: string
  form: Form<StaffFields>
  chosen: readonly string[]
}

export const AddStaffPage = ({ commissioner, form: { values, errors }, chosen }: Props) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">Add someone to the staff</h1>
    <form method="post" action={paths.staff({ commissioner })} novalidate>
      <Input
        id="name"
        name="name"
        label="Their name"
        hint="Colleagues see it beside what they do."
        value={values.name}
        errorMessage={errors.name}
      />
      <Input
        id="email"
        name="email"
        label="Their email address"
        hint="We send a link to it, to sign in."
        inputmode="email"
        autocapitalize="none"
        spellcheck={false}
        value={values.email}
        errorMessage={errors.email}
      />
      <RoleBoxes chosen={chosen} error={errors.roles} />
      <Button text="Add to staff" preventDoubleClick />
    </form>
  </>
)
