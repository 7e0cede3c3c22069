import { Button, DateInLondon, Empty, Facts, InsetText, Pager, Table } from '#design'
import { londonDate } from '#platform/time.ts'
import { type Batch, type Sending, sendingInWords } from '../batch.ts'
import { paths } from '../paths.ts'

interface Props {
  here: { commissioner: string; id: string }
  title: string
  batches: readonly (Batch & { sending: Sending | null })[]
  next: string | null
  mayAdd: boolean
  /** Only those invited can answer. */
  isInvited: boolean
}

/** Who was invited to a consultation, group by group, and how many answered. */
export const ListPage = ({ here, title, batches, next, mayAdd, isInvited }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{title}</span> Invitations
    </h1>
    {isInvited ? (
      <p>
        Only people you invite can answer, once each. Print codes on letters, or email links. We see how many were used, never whose answers
        came by which.
      </p>
    ) : (
      <p>Anyone can answer this: nobody needs an invitation. Who can answer is set while it is a draft.</p>
    )}
    {mayAdd && (
      <div class="nhsuk-button-group">
        <Button text="Make codes for letters" href={paths.codes(here)} />
        <Button text="Email links" variant="secondary" href={paths.messages(here)} />
      </div>
    )}
    {batches.length === 0 ? (
      <Empty>Nobody is invited yet. {mayAdd && 'Make codes to print on letters, or email a link to each person.'}</Empty>
    ) : (
      <Table
        responsive
        caption={{ text: 'Groups', size: 'm' }}
        head={['Group', 'Made', 'Used', 'How it is']}
        rows={batches.map((batch) => [
          {
            html: (
              <a class="nhsuk-link" href={paths.batch({ ...here, batch: batch.id })}>
                {batch.name}
              </a>
            ),
          },
          {
            html: (
              <>
                {batch.made.toLocaleString('en-GB')} {batch.way === 'codes' ? 'codes' : 'links'},{' '}
                <DateInLondon on={londonDate(batch.madeAt)} />
              </>
            ),
          },
          { text: batch.used.toLocaleString('en-GB') },
          { text: howItIs(batch) },
        ])}
      />
    )}
    <Pager next={next} label="Groups, more pages" />
  </>
)

const howItIs = ({ withdrawal, sending }: Batch & { sending: Sending | null }) =>
  [withdrawal && 'Taken back', sending && sendingInWords(sending)].filter(Boolean).join('. ') || 'In use'

interface OneEachProps {
  title: string
  asked: { asked: number; used: number }
  href: string
}

/** Where anyone can ask for a link to their own address there is nobody to invite. */
export const OneEachPage = ({ title, asked, href }: OneEachProps) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{title}</span> Invitations
    </h1>
    <p>Everyone can answer once. People ask for a link to their own email address, and it works once.</p>
    <Facts
      facts={[
        { name: 'Addresses we sent a link to', value: asked.asked.toLocaleString('en-GB') },
        { name: 'Of these, answered', value: asked.used.toLocaleString('en-GB') },
      ]}
    />
    <InsetText>
      <p>
        People ask for their link on{' '}
        <a class="nhsuk-link" href={href}>
          this page
        </a>
        . Somebody with two addresses can get two links: it makes answering twice harder, not impossible.
      </p>
    </InsetText>
  </>
)
