import { InsetText } from '#design'

/** How to reach whoever said it. */
export const ContactPage = ({ address, back }: { address: string; back: string }) => (
  <>
    <h1 class="nhsuk-heading-l">How to reach them</h1>
    <InsetText>
      <p>{address}</p>
    </InsetText>
    <p>
      They gave this address so that we could tell them what happened. Use it now only to keep someone safe, as your safeguarding policy
      says. Do not repeat their words in an email: others may read it.
    </p>
    <p>
      <a href={back}>Back to what they said</a>
    </p>
  </>
)
