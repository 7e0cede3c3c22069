export interface HintedLink {
  text: string
  href: string
  /** What is behind it, in a few words. */
  hint?: string
}

/** A list of ways on, one under another, below its heading if it has one. Nothing where there are none. */
export const Links = ({ links, heading }: { links: readonly HintedLink[]; heading?: string }) =>
  links.length === 0 ? (
    <></>
  ) : (
    <>
      {heading && <h2 class="nhsuk-heading-m">{heading}</h2>}
      <ul class="nhsuk-list gt-list">
        {links.map(({ text, href, hint }) => (
          <li>
            <a class="nhsuk-link" href={href}>
              {text}
            </a>
            {hint && (
              <>
                <br />
                {hint}
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
