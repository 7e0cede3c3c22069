import { Button, Empty, Input, Mistakes, Select } from '#design'
import type { Form } from '#platform/forms.ts'
import type { KioskInput } from '../forms.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  /** Open now, or opening soon. */
  consultations: readonly { id: string; title: string; places: readonly string[] }[]
  form: Form<KioskInput>
}

export const AddPage = ({ commissioner, consultations, form: { values, errors } }: Props) => {
  const places = [...new Set(consultations.flatMap((consultation) => consultation.places))]
  return (
    <>
      <Mistakes errors={errors} />
      <h1 class="nhsuk-heading-l">Put up a kiosk</h1>
      {consultations.length === 0 ? (
        <Empty>No consultation is open or opening soon. Publish one first.</Empty>
      ) : (
        <form method="post" action={paths.list({ commissioner })} novalidate>
          <Select
            id="consultation"
            name="consultation"
            label={{ text: 'Which consultation?', size: 's' }}
            value={values.consultation}
            errorMessage={errors.consultation}
            items={consultations.map(({ id, title }) => ({ value: id, text: title }))}
          />
          <Input
            id="name"
            name="name"
            label={{ text: 'Where does it stand?', size: 's' }}
            hint="For staff, to tell it from others. For example, Mill Street waiting room."
            value={values.name}
            errorMessage={errors.name}
          />
          {places.length > 0 && (
            <Select
              id="place"
              name="place"
              label={{ text: 'Which place do people there come from? (optional)', size: 's' }}
              hint="Leave this empty if people come from everywhere."
              value={values.place}
              errorMessage={errors.place}
              items={[{ value: '', text: 'Everywhere' }, ...places.map((place) => ({ value: place, text: place }))]}
            />
          )}
          <Button text="Put it up" preventDoubleClick />
        </form>
      )}
    </>
  )
}
