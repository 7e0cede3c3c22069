export interface HintedLink {
  text: string
  href: string
  /** What is behind it, in a few words. */
  hint?: string
}

/** A list of ways on, one under another. Nothing where there are none. */
export const Links = ({ links }: { links: readonly HintedLink[] }) =>
  links.length === 0 ? (
    <></>
  ) : (
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
  )
