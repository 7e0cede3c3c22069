import { Empty, Links } from '#design'
import { paths } from '../paths.ts'

/** Which survey or source a package is to be of. */
export const ChoosePage = ({
  commissioner,
  batches,
}: {
  commissioner: string
  batches: readonly { key: string; title: string; comments: number }[]
}) => (
  <>
    <h1 class="nhsuk-heading-l">What is to be analysed?</h1>
    {batches.length === 0 ? (
      <Empty>Nobody has said anything in words yet.</Empty>
    ) : (
      <Links
        links={batches.map(({ key, title, comments }) => ({
          text: title,
          href: `${paths.add({ commissioner })}?of=${key}`,
          hint: `${comments.toLocaleString('en-GB')} comments`,
        }))}
      />
    )}
  </>
)
