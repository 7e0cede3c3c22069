import { InsetText } from '#design'
import { paths } from '../paths.ts'

/** The address of a new kiosk, shown once. */
export const AddedPage = ({ commissioner, id, address }: { commissioner: string; id: string; address: string }) => (
  <>
    <h1 class="nhsuk-heading-l">The kiosk is ready</h1>
    <p>Open this address in the browser of the tablet, and leave it open. We cannot show it again.</p>
    <InsetText>
      <p class="gt-address">{address}</p>
    </InsetText>
    <h2 class="nhsuk-heading-m">On the tablet</h2>
    <ul class="nhsuk-list nhsuk-list--bullet">
      <li>Let the tablet show this one page alone. Android calls it “screen pinning”, and iPads call it “guided access”.</li>
      <li>
        Keep the page open while the network is down. People can go on answering, and it sends their answers when the network is back.
      </li>
      <li>Nobody says there who they are: the next person could read it.</li>
    </ul>
    <p>
      <a class="nhsuk-link" href={paths.show({ commissioner, id })}>
        See how the kiosk is
      </a>
    </p>
  </>
)
