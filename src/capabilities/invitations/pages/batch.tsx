import { Button, DateInLondon, Facts, type Happening, History } from '#design'
import { londonDate } from '#platform/time.ts'
import { type Batch, type Sending, sendingInWords } from '../batch.ts'
import { paths } from '../paths.ts'

interface Props {
  here: { commissioner: string; id: string; batch: string }
  title: string
  batch: Batch
  sending: Sending | null
  /** Where we could not deliver: to put right and add again. Null where the asker may not see addresses. */
  unreached: readonly string[] | null
  /** False once it is taken back or the consultation has closed. */
  mayChange: boolean
  happenings: readonly Happening[]
}

/** One group of people who were invited together. */
export const BatchPage = ({ here, title, batch, sending, unreached, mayChange, happenings }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{title}</span> {batch.name}
    </h1>
    <Facts
      facts={[
        { name: 'Made', value: <DateInLondon on={londonDate(batch.madeAt)} /> },
        { name: batch.way === 'codes' ? 'Codes' : 'People', value: batch.made.toLocaleString('en-GB') },
        { name: 'Used', value: batch.used.toLocaleString('en-GB') },
        sending && { name: 'Messages', value: sendingInWords(sending) },
        batch.withdrawal && { name: 'Taken back', value: <DateInLondon on={londonDate(batch.withdrawal.at)} /> },
        batch.withdrawal && { name: 'Why', value: batch.withdrawal.reason },
      ]}
    />
    {sending && sending.inDoubt > 0 && (
      <p>For messages in doubt we do not know whether they arrived. Look into them in the outbox, and say which are to be sent again.</p>
    )}
    {unreached !== null && unreached.length > 0 && (
      <>
        <h2 class="nhsuk-heading-m">Where we could not deliver</h2>
        <p>Check these addresses. Add the right ones to the group: only they are emailed.</p>
        <ul class="nhsuk-list nhsuk-list--bullet">
          {unreached.map((address) => (
            <li>{address}</li>
          ))}
        </ul>
      </>
    )}
    {mayChange && (
      <div class="nhsuk-button-group">
        {batch.way === 'messages' && <Button text="Add people" href={paths.more(here)} />}
        <Button text="Take it back" variant="secondary" href={paths.withdrawal(here)} />
      </div>
    )}
    <History happenings={happenings} />
  </>
)
