export interface Link {
  text: string
  href: string
  hint?: string
}

/** Links that other parts of the product put on this page. */
export const Links = ({ links, heading = 'See also' }: { links: readonly Link[]; heading?: string }) =>
  links.length === 0 ? null : (
    <>
      <h2 class="nhsuk-heading-m">{heading}</h2>
      <ul class="nhsuk-list">
        {links.map(({ text, href, hint }) => (
          <li>
            <a class="nhsuk-link" href={href}>
              {text}
            </a>
            {hint && <span>: {hint}</span>}
          </li>
        ))}
      </ul>
    </>
  )
