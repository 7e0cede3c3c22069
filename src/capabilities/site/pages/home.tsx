import { type Consultation, Consultations, consultationsPage } from '#capabilities/consultations'
import { ActionLink, type HintedLink, Links } from '#design'

interface Props {
  commissioner: { slug: string; name: string }
  today: string
  open: readonly Consultation[]
  soon: readonly Consultation[]
  /** What the other capabilities have here: what happened, and other ways in. */
  neighbours: readonly HintedLink[]
}

/** A commissioner's first page: what is open, and what happened. */
export const HomePage = ({ commissioner, today, open, soon, neighbours }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">Tell {commissioner.name} what you think</h1>
    <p class="nhsuk-lede-text">
      Have your say about local health services. We read everything. Then we tell you what we heard, what we decided, and why.
    </p>
    <h2 class="nhsuk-heading-m">Open now</h2>
    {open.length === 0 ? <p>Nothing is open at the moment.</p> : <Consultations of={open} commissioner={commissioner.slug} today={today} />}
    {soon.length > 0 && <h2 class="nhsuk-heading-m">Opening soon</h2>}
    <Consultations of={soon} commissioner={commissioner.slug} today={today} />
    <ActionLink text="See all, with those that have closed" href={consultationsPage({ commissioner: commissioner.slug })} />
    {neighbours.length > 0 && (
      <>
        <h2 class="nhsuk-heading-m">What happened, and more ways to take part</h2>
        <Links links={neighbours} />
      </>
    )}
  </>
)
