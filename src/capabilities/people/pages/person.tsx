import { DateInLondon, Facts, formatMoment, type Happening, History, Table } from '#design'
import { type Consent, isInForce } from '../consent.ts'
import { paths } from '../paths.ts'
import { nameOf, type Person } from '../person.ts'

interface Props {
  commissioner: string
  person: Person
  consents: readonly Consent[]
  mayReadAddresses: boolean
  mayWithdraw: boolean
  links: readonly { text: string; href: string }[]
  happenings: readonly Happening[]
}

const channels = { email: 'Email', phone: 'Telephone', post: 'Post' }

export const PersonPage = ({ commissioner, person, consents, mayReadAddresses, mayWithdraw, links, happenings }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">{nameOf(person)}</h1>
    <p>That you opened this record has been noted. {!mayReadAddresses && 'Your role does not need addresses, so they are not shown.'}</p>
    <Facts
      facts={[
        { name: 'Known since', value: <DateInLondon at={person.addedAt} /> },
        ...person.contactPoints.map(({ channel, value, confirmedAt }) => ({
          name: channels[channel],
          value: (
            <>
              {mayReadAddresses && <>{value}, </>}
              {confirmedAt ? (
                <>
                  confirmed <DateInLondon at={confirmedAt} />
                </>
              ) : (
                'not confirmed'
              )}
            </>
          ),
        })),
      ]}
    />
    {consents.length > 0 && (
      <Table
        responsive
        caption="What they agreed to"
        head={['In these words', 'Agreed', 'Now']}
        rows={consents.map((consent) => [
          consent.wording,
          formatMoment(consent.agreedAt),
          { html: <Now {...{ commissioner, person, consent, mayWithdraw }} /> },
        ])}
      />
    )}
    {links.map(({ text, href }) => (
      <p>
        <a class="nhsuk-link" href={href}>
          {text}
        </a>
      </p>
    ))}
    <History happenings={happenings} />
  </>
)

function Now({
  commissioner,
  person,
  consent,
  mayWithdraw,
}: Pick<Props, 'commissioner' | 'person' | 'mayWithdraw'> & { consent: Consent }) {
  if (!isInForce(consent)) return <>Withdrawn {formatMoment(consent.withdrawnAt!)}</>
  if (!mayWithdraw) return <>In force</>
  return (
    <>
      In force.{' '}
      <a class="nhsuk-link" href={paths.consentWithdrawal({ commissioner, id: person.id, consent: consent.id })}>
        Withdraw<span class="nhsuk-u-visually-hidden">: {consent.wording}</span>
      </a>
    </>
  )
}
