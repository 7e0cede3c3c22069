import { PromiseFields } from '#capabilities/surveys'
import { Button, DateField, Input, Mistakes, Select, Textarea } from '#design'
import { kinds } from '../consultation.ts'
import type { DraftForm, DraftInput } from '../forms.ts'
import { kindNames } from '../proposal.ts'

interface Props {
  heading: string
  form: DraftForm
  action: string
  button: string
  /** The first part of the public address. */
  publicList: string
  /** What it begins with, where it is new. */
  beginning?: string
}

const dateIds = { opensOn: 'opensOn-day', closesOn: 'closesOn-day' }

/** What a consultation says, and when. */
export const DraftPage = ({ heading, form, action, button, publicList, beginning }: Props) => (
  <>
    <Mistakes errors={form.errors} ids={dateIds} />
    <h1 class="nhsuk-heading-l">{heading}</h1>
    <form method="post" action={action} novalidate>
      {beginning && <input type="hidden" name="beginning" value={beginning} />}
      <Select
        id="kind"
        name="kind"
        label={{ text: 'What it is', size: 's' }}
        hint="A formal consultation cannot be published until everything a fair one needs is there. The others can."
        items={kinds.map((kind) => ({ value: kind, text: kindNames[kind] }))}
        value={form.values.kind ?? 'survey'}
        errorMessage={form.errors.kind}
      />
      <Words
        form={form}
        name="title"
        label="Title"
        hint="What it is about in a few plain words, like “Blood tests closer to home”."
        rows={1}
      />
      <Words
        form={form}
        name="slug"
        label="Address on this website (optional)"
        hint={`It goes after ${publicList}/ and we make it from the title if you leave this empty.`}
        rows={1}
      />
      <Words
        form={form}
        name="summary"
        label="What it is about"
        hint="What happens now, what you propose, and why. Leave an empty line between paragraphs. Everyone will read this."
        rows={8}
      />
      <Words
        form={form}
        name="canChange"
        label="What can change"
        hint="One thing on each line. This is what people can influence."
        rows={5}
      />
      <Words
        form={form}
        name="cannotChange"
        label="What cannot change"
        hint="One thing on each line. Say why, so that nobody spends time on it in vain."
        rows={4}
      />
      <Words
        form={form}
        name="decides"
        label="Who decides"
        hint="Like “The primary care committee decides on 12 May 2026, in a meeting that anyone can watch.”"
        rows={2}
      />
      <Words
        form={form}
        name="places"
        label="Places (optional)"
        hint="To ask people where they live, enter places one on each line. Each must be large enough that nobody can be picked out."
        rows={4}
      />
      <DateField name="opensOn" label="The day it opens" values={form.values} error={form.errors.opensOn} />
      <DateField
        name="closesOn"
        label="The last day to answer"
        hint="People can answer until midnight at the end of this day. A formal consultation has twelve weeks if you leave this empty."
        values={form.values}
        error={form.errors.closesOn}
      />
      <PromiseFields value={form.values.promise} error={form.errors.promise} />
      <Button text={button} preventDoubleClick />
    </form>
  </>
)

type Name = keyof DraftInput

function Words({ form, name, label, hint, rows }: { form: DraftForm; name: Name; label: string; hint: string; rows: number }) {
  const error = form.errors[name]
  const field = { id: name, name, label: { text: label, size: 's' as const }, hint, value: form.values[name] }
  return rows === 1 ? (
    <Input {...field} errorMessage={error} />
  ) : (
    <Textarea {...field} rows={rows} errorMessage={error ? { text: error } : undefined} />
  )
}
