import type { Batch } from '#capabilities/codings'
import type { Frame } from '#capabilities/themes'
import { Button, Empty, Links, Mistakes, Select } from '#design'
import type { Form } from '#platform/forms.ts'
import type { ComparisonInput } from '../forms.ts'
import type { Decider, Measurement } from '../measurement.ts'
import { paths } from '../paths.ts'
import { BatchAndFrame } from './batch-and-frame.tsx'
import { Measures, type Names } from './measures.tsx'

interface Props {
  commissioner: string
  batches: readonly Batch[]
  frames: readonly Frame[]
  form: Form<ComparisonInput>
  /** Who decided about these comments; null until comments and frame are chosen. */
  deciders: readonly Decider[] | null
  measured: Measurement | null
  names: Names
  /** The same as a file. */
  file: string
}

/** Any two coders who decided about the same comments, held against each other as it stands now. */
export const ComparisonPage = ({ commissioner, batches, frames, form, deciders, measured, names, file }: Props) => (
  <>
    <Mistakes errors={form.errors} />
    <h1 class="nhsuk-heading-l">Compare two coders</h1>
    <p>
      This takes comments that both have finished, whoever they are: members of staff, or the labels that came with a file. They may have
      seen each other’s codings. For an answer that nobody can doubt, begin a round.
    </p>
    <form method="get" action={paths.comparison({ commissioner })} novalidate>
      <BatchAndFrame batches={batches} frames={frames} form={form} question="What did they code?" />
      {deciders && deciders.length > 1 && (
        <>
          <Coder id="one" label="One coder" deciders={deciders} value={form.values.one} error={form.errors.one} />
          <Coder id="other" label="The other" deciders={deciders} value={form.values.other} error={form.errors.other} />
        </>
      )}
      <Button text={deciders && deciders.length > 1 ? 'Compare' : 'See who coded them'} />
    </form>
    {deciders && deciders.length < 2 && (
      <Empty>
        {deciders.length === 0 ? 'Nobody has' : 'Only one coder has'} finished comments here with this frame. Comments in an open round, and
        those that were settled, are left out.
      </Empty>
    )}
    {measured && (
      <>
        <h2 class="nhsuk-heading-m">How far they agree</h2>
        <Measures measured={measured} names={names} />
        {measured.comments > 0 && <Links links={[{ text: 'Save the measures as a file (CSV)', href: file }]} />}
      </>
    )}
  </>
)

interface CoderProps {
  id: 'one' | 'other'
  label: string
  deciders: readonly Decider[]
  value: string | undefined
  error: string | undefined
}

const Coder = ({ id, label, deciders, value, error }: CoderProps) => (
  <Select
    id={id}
    name={id}
    label={{ text: label, size: 's' }}
    errorMessage={error}
    value={value}
    items={[
      { value: '', text: 'Choose a coder' },
      ...deciders.map(({ coderId, name, kind, comments }) => ({
        value: coderId,
        text: `${name}${kind === 'import' ? ' (a file’s labels)' : ''}: ${comments.toLocaleString('en-GB')} comments`,
      })),
    ]}
  />
)
