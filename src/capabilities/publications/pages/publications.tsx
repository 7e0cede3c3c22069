import { DateInLondon, Empty, Pager } from '#design'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  publications: readonly { id: string; slug: string; title: string; publishedAt: Date; correctedAt: Date | null }[]
  next: string | null
}

/** All published results, for everyone. */
export const PublicationsPage = ({ commissioner, publications, next }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">What we heard</h1>
    <p>The results of our consultations: what people answered, counted, and what they said. You can download all figures.</p>
    {publications.length === 0 && (
      <Empty>No results are published yet. They are published when a consultation is closed and its answers are read.</Empty>
    )}
    <ul class="nhsuk-list gt-list">
      {publications.map(({ slug, title, publishedAt, correctedAt }) => (
        <li>
          <a class="nhsuk-link" href={paths.public({ commissioner, slug })}>
            {title}
          </a>
          <br />
          Published <DateInLondon at={publishedAt} />
          {correctedAt && (
            <>
              , corrected <DateInLondon at={correctedAt} />
            </>
          )}
        </li>
      ))}
    </ul>
    <Pager next={next} label="More results" />
    <p>
      <a class="nhsuk-link" href={paths.feed({ commissioner })} type="application/feed+json">
        Follow new results with a feed
      </a>
    </p>
  </>
)
