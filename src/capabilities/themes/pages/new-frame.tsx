import { Button, Input, Mistakes } from '#design'
import type { Form } from '#platform/forms.ts'
import type { FrameInput } from '../forms.ts'
import { paths } from '../paths.ts'

export const NewFramePage = ({ commissioner, form }: { commissioner: string; form: Form<FrameInput> }) => (
  <>
    <Mistakes errors={form.errors} />
    <h1 class="nhsuk-heading-l">Make a frame</h1>
    <form method="post" action={paths.frames({ commissioner })} novalidate>
      <Input
        id="title"
        name="title"
        label={{ text: 'Name of the frame', size: 's' }}
        hint="For example, the consultation it is for. You add its themes next."
        value={form.values.title}
        errorMessage={form.errors.title}
      />
      <Button text="Make the frame" preventDoubleClick />
    </form>
  </>
)
