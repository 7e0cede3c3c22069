import type { Consultation } from '#capabilities/consultations'
import { Button, DateInLondon } from '#design'

interface Props {
  consultation: Pick<Consultation, 'title' | 'opensOn' | 'closesOn'>
  standing: 'open' | 'early' | 'over'
  /** Why it lets nobody in; null where it does. */
  mistake: string | null
  /** Where answering begins, and the public page. */
  action: string
  href: string
  token: string
}

/** At the link someone was sent: a button, since mail scanners open links too. */
export const OpenedPage = ({ consultation: { title, opensOn, closesOn }, standing, mistake, action, href, token }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">{title}</h1>
    {mistake ? (
      <p>{mistake}.</p>
    ) : standing === 'early' ? (
      <p>
        You can answer from <DateInLondon on={opensOn} />. Keep this link until then.
      </p>
    ) : standing === 'over' ? (
      <p>The time to answer is over. Thank you for wanting to take part.</p>
    ) : (
      <>
        <p>
          Your link works once, until midnight at the end of <DateInLondon on={closesOn} />. It is used up when you send your answers, not
          before.
        </p>
        <p>We know which links were used. We do not know which answers came by which link.</p>
        <form method="post" action={action}>
          <input type="hidden" name="invitation" value={token} />
          <Button text="Start" preventDoubleClick />
        </form>
      </>
    )}
    <p>
      <a class="nhsuk-link" href={href}>
        Read what it is about
      </a>
    </p>
  </>
)
