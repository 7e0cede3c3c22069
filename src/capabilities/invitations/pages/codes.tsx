import { Button, Input, InsetText, Mistakes, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import { mostCodes } from '../batch.ts'
import type { CodesInput } from '../forms.ts'
import { paths } from '../paths.ts'

interface Here {
  commissioner: string
  id: string
}

export const CodesPage = ({ here, form: { values, errors } }: { here: Here; form: Form<CodesInput> }) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">Make codes for letters</h1>
    <p>Each code lets one person answer once. You see the codes on the next page and nowhere else: we cannot show them again.</p>
    <form method="post" action={paths.codes(here)} novalidate>
      <Input
        id="name"
        name="name"
        label={{ text: 'Who are they for?', size: 's' }}
        hint="A name for this group, for staff. For example, Patients of Mill Street."
        value={values.name}
        errorMessage={errors.name}
      />
      <Input
        id="count"
        name="count"
        label={{ text: 'How many codes?', size: 's' }}
        hint={`${mostCodes.toLocaleString('en-GB')} at most. You can make another group afterwards.`}
        inputmode="numeric"
        width={5}
        value={values.count}
        errorMessage={errors.count}
      />
      <Textarea
        id="instruction"
        name="instruction"
        label={{ text: 'What do the slips say about how to answer?', size: 's' }}
        hint="Put in the address of your website. The code follows these words."
        rows={3}
        value={values.instruction}
        errorMessage={errors.instruction}
      />
      <Button text="Make the codes" preventDoubleClick />
    </form>
  </>
)

interface MadeProps {
  here: Here & { batch: string }
  organisation: string
  title: string
  lastDay: string
  instruction: string
  codes: readonly string[]
}

/** The codes of a new batch, shown once: to be downloaded, and as slips to print. */
export const CodesMadePage = ({ here, organisation, title, lastDay, instruction, codes }: MadeProps) => (
  <div class="gt-sheets">
    <div class="gt-not-printed">
      <h1 class="nhsuk-heading-l">
        {codes.length === 1 ? 'Your code is ready' : `Your ${codes.length.toLocaleString('en-GB')} codes are ready`}
      </h1>
      <InsetText>
        <p>Download or print them now. We keep no copy: when you leave this page they are gone.</p>
        <p>Do not write down who gets which code. Then nobody can find out whether a person has answered.</p>
      </InsetText>
      <form method="post" action={paths.codesFile(here)}>
        <input type="hidden" name="codes" value={codes.join(' ')} />
        <Button text="Download them as a file (CSV)" />
      </form>
      <p>To print the slips below, print this page from your browser. What stands above them is not printed.</p>
      <p>
        <a class="nhsuk-link" href={paths.batch(here)}>
          I have them: go on
        </a>
      </p>
    </div>
    <ul class="gt-slips">
      {codes.map((code) => (
        <li class="gt-slip">
          <p>
            {organisation}
            <br />
            <strong>{title}</strong>
          </p>
          <p>{instruction}</p>
          <p class="gt-slip__code">{code}</p>
          <p>Answer by the end of {lastDay}. The code works once. It does not tell us who you are.</p>
        </li>
      ))}
    </ul>
  </div>
)
