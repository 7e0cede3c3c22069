import { Empty, formatDate, Links } from '#design'
import type { Package } from '../package.ts'
import { paths } from '../paths.ts'

/** What an analyst was given. */
export const MinePage = ({ commissioner, packages }: { commissioner: string; packages: readonly Package[] }) => (
  <>
    <h1 class="nhsuk-heading-l">Your analysis packages</h1>
    {packages.length === 0 ? (
      <Empty>Nothing was packed for you yet.</Empty>
    ) : (
      <Links
        links={packages.map(({ id, title, startsOn, endsOn }) => ({
          text: title,
          href: paths.own({ commissioner, id }),
          hint: `${formatDate(startsOn)} to ${formatDate(endsOn)}`,
        }))}
      />
    )}
  </>
)
