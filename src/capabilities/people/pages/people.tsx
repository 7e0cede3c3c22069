import { Empty, formatDate, Pager, Table } from '#design'
import { londonDate } from '#platform/time.ts'
import { paths } from '../paths.ts'
import { nameOf, type PersonLine } from '../person.ts'

export const PeoplePage = ({
  commissioner,
  people,
  next,
}: {
  commissioner: string
  people: readonly PersonLine[]
  next: string | null
}) => (
  <>
    <h1 class="nhsuk-heading-l">People</h1>
    <p>Everyone who gave us a name or a way to reach them. Addresses are on each person’s own record, and opening one is noted.</p>
    {people.length === 0 ? (
      <Empty>Nobody yet. People come here when they leave a name or an address with a response, or ask for news.</Empty>
    ) : (
      <Table
        responsive
        caption={{ text: 'People, latest first', classes: 'nhsuk-u-visually-hidden' }}
        head={['Name', 'Ways to reach them', 'They agreed to', 'Since']}
        rows={people.map((person) => [
          { html: <a href={paths.person({ commissioner, id: person.id })}>{nameOf(person)}</a> },
          ways(person),
          person.purposes.join(', ') || 'Nothing',
          formatDate(londonDate(person.addedAt)),
        ])}
      />
    )}
    <Pager next={next} label="People, more pages" />
  </>
)

const ways = ({ ways, confirmed }: PersonLine) =>
  ways === 0
    ? 'None'
    : confirmed === ways
      ? `${ways}, confirmed`
      : confirmed === 0
        ? `${ways}, not confirmed`
        : `${ways}, ${confirmed} confirmed`
