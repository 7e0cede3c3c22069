import { DateInLondon, Empty, Table } from '#design'
import { paths } from '../paths.ts'

interface Heard {
  id: string
  title: string
  responses: number
  latestAt: Date
}

interface Props {
  commissioner: string
  surveys: readonly Heard[]
  sources: readonly Heard[]
}

/** Everything there is to count: what people were asked, and what was brought in. */
export const ListPage = ({ commissioner, surveys, sources }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">Results</h1>
    <p>What people answered, counted.</p>
    {surveys.length + sources.length === 0 && (
      <Empty>
        Nobody has answered a survey yet, and no comments were brought in from a file. Results are here as soon as the first response comes.
      </Empty>
    )}
    <HeardTable caption="What people answered" heard={surveys} href={(survey) => paths.survey({ commissioner, survey })} />
    <HeardTable caption="What was brought in from files" heard={sources} href={(source) => paths.source({ commissioner, source })} />
  </>
)

const HeardTable = ({ caption, heard, href }: { caption: string; heard: readonly Heard[]; href: (id: string) => string }) =>
  heard.length === 0 ? null : (
    <Table
      caption={{ text: caption, size: 'm' }}
      responsive
      head={['Name', { text: 'Responses', format: 'numeric' }, 'Latest']}
      rows={heard.map(({ id, title, responses, latestAt }) => [
        {
          html: (
            <a class="nhsuk-link" href={href(id)}>
              {title}
            </a>
          ),
        },
        { text: responses.toLocaleString('en-GB'), format: 'numeric' },
        { html: <DateInLondon at={latestAt} /> },
      ])}
    />
  )
