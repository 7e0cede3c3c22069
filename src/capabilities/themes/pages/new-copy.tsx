import { Button, Input, Mistakes } from '#design'
import type { Form } from '#platform/forms.ts'
import type { CopyInput } from '../forms.ts'
import type { Frame } from '../frame.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  frame: Frame
  version: number
  form: Form<CopyInput>
}

export const NewCopyPage = ({ commissioner, frame, version, form: { values, errors } }: Props) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">Copy {frame.title}</h1>
    <p>
      You get a new frame with the themes of version {version}. Change it as you like: the two are not tied to each other. No codings are
      copied.
    </p>
    <form method="post" action={paths.copies({ commissioner, frame: frame.id })} novalidate>
      <input type="hidden" name="version" value={String(version)} />
      <Input
        id="title"
        name="title"
        label={{ text: 'Name of the new frame', size: 's' }}
        value={values.title}
        errorMessage={errors.title}
      />
      <Button text="Make the copy" preventDoubleClick />
    </form>
  </>
)
