import { DateInLondon, Links, Pager, SearchInput, Tag } from '#design'
import { type Consultation, isClosingSoon, isOpen } from '../consultation.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  today: string
  current: readonly Consultation[]
  closed: readonly Consultation[]
  /** Where the older closed ones are. */
  next: string | null
  /** False on the pages after the first, which hold closed ones alone. */
  isFirst: boolean
  /** What someone looks for; empty: everything is shown. */
  words: string
}

/** Everything people can answer, could, or soon will. */
export function ConsultationsPage({ commissioner, today, current, closed, next, isFirst, words }: Props) {
  const open = current.filter((consultation) => isOpen(consultation, today))
  const soon = current.filter((consultation) => !isOpen(consultation, today))
  return (
    <>
      <h1 class="nhsuk-heading-l">Have your say</h1>
      {isFirst && (
        <>
          <p class="nhsuk-lede-text">We ask people before we decide. Tell us what you think, in your own words.</p>
          <form method="get" action={paths.list({ commissioner })}>
            <SearchInput id="q" name="q" label={{ text: 'Find by words in it' }} value={words} button={{ text: 'Find' }} />
          </form>
          {words && (
            <p>
              {current.length + closed.length === 0 ? 'Nothing has these words in it.' : 'Showing those with these words in them.'}{' '}
              <a class="nhsuk-link" href={paths.list({ commissioner })}>
                Show all
              </a>
            </p>
          )}
          <h2 class="nhsuk-heading-m">Open now</h2>
          {open.length === 0 ? (
            <p>{words ? 'None of these is open at the moment.' : 'Nothing is open at the moment.'}</p>
          ) : (
            <Consultations of={open} commissioner={commissioner} today={today} />
          )}
          {soon.length > 0 && <h2 class="nhsuk-heading-m">Opening soon</h2>}
          <Consultations of={soon} commissioner={commissioner} today={today} />
        </>
      )}
      {closed.length > 0 && <h2 class="nhsuk-heading-m">Closed</h2>}
      <Consultations of={closed} commissioner={commissioner} today={today} />
      <Pager next={next} label="Closed consultations, more pages" />
      {isFirst && <Links links={[{ text: 'Follow this list in a feed reader (Atom)', href: paths.feed({ commissioner }) }]} />}
    </>
  )
}

/** A list of consultations, each with the date that matters now. */
export const Consultations = ({ of, commissioner, today }: { of: readonly Consultation[]; commissioner: string; today: string }) =>
  of.length === 0 ? (
    <></>
  ) : (
    <ul class="nhsuk-list gt-list">
      {of.map((consultation) => (
        <li>
          <a class="nhsuk-link" href={paths.show({ commissioner, slug: consultation.slug })}>
            {consultation.title}
          </a>
          <br />
          <WhenInShort consultation={consultation} today={today} />
        </li>
      ))}
    </ul>
  )

function WhenInShort({ consultation, today }: { consultation: Consultation; today: string }) {
  const { opensOn, closesOn, closure } = consultation
  if (closure)
    return (
      <>
        Closed early on <DateInLondon at={closure.at} />. What happened is on its page.
      </>
    )
  if (closesOn < today)
    return (
      <>
        Closed on <DateInLondon on={closesOn} />. What happened is on its page.
      </>
    )
  if (opensOn > today)
    return (
      <>
        Opens on <DateInLondon on={opensOn} />
      </>
    )
  return (
    <>
      Open until the end of <DateInLondon on={closesOn} />{' '}
      {isClosingSoon(consultation, today) && <Tag colour="orange" text="Closing soon" />}
    </>
  )
}
