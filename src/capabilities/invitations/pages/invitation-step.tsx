import type { Consultation } from '#capabilities/consultations'
import { Button, Input, Mistakes } from '#design'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  consultation: Pick<Consultation, 'answering' | 'slug' | 'title'>
  /** Where the code is posted, in the field `invitation`. */
  action: string
  /** What goes with it out of sight, as the language someone chose. */
  fields?: Readonly<Record<string, string>>
  /** What was typed, and what is wrong with it; nothing where someone begins. */
  typed?: string
  mistake?: string | null
}

/** What stands before the questions where not everyone may answer, or everyone once: the code is asked for, or how to get a link is said. */
export const InvitationStep = ({ commissioner, consultation, action, fields = {}, typed, mistake }: Props) => {
  const { answering, slug, title } = consultation
  return (
    <>
      <Mistakes errors={{ invitation: mistake ?? undefined }} />
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{title}</span> {answering === 'one each' ? 'Get your link' : 'Enter your code'}
      </h1>
      {answering === 'one each' ? (
        <>
          <p>
            Each person can answer once. We send a link to your email address, and you answer by opening it. You do not need an account.
          </p>
          <Button text="Get a link" href={paths.link({ commissioner, slug })} />
          <h2 class="nhsuk-heading-m">If you have a link</h2>
        </>
      ) : (
        <p>
          You can answer this if we invited you. If we sent you an email, open the link in it. If we sent you a letter, type the code in it.
        </p>
      )}
      <form method="post" action={action} novalidate>
        {Object.entries(fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Input
          id="invitation"
          name="invitation"
          label={{ text: answering === 'one each' ? 'The link we sent you' : 'Your code', size: 's' }}
          hint={
            answering === 'one each'
              ? 'Open it, or copy it into this box.'
              : 'Like K4TX-WQ7M-ZLP9. It does not matter if you leave out the hyphens.'
          }
          value={typed}
          errorMessage={mistake ?? undefined}
          width={answering === 'one each' ? null : 20}
          autocomplete="off"
          spellcheck={false}
          code
        />
        <Button text="Continue" />
      </form>
    </>
  )
}
