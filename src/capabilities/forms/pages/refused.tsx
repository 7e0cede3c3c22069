import { TypedBack, type TypedEntry } from '#design'

interface Props {
  title: string
  /** Why, as a sentence without its stop. */
  why: string
  /** Where to go from here. */
  href: string
  link: string
  typed: readonly TypedEntry[]
}

/** Answers that cannot be taken, and all that was typed, shown back. */
export const RefusedPage = ({ title, why, href, link, typed }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">{title}</h1>
    <p>{why}.</p>
    {typed.length > 0 && <p>We did not keep your answers. What you typed is below, so that you can copy it.</p>}
    <p>
      <a class="nhsuk-link" href={href}>
        {link}
      </a>
    </p>
    <TypedBack entries={typed} />
  </>
)
