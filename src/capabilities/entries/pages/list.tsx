import { channelNames } from '#capabilities/contributions'
import { DateInLondon, Empty, Facts, formatDate, InsetText, Pager, Table } from '#design'
import type { Entry, Totals, When } from '../entry.ts'
import { graceDays } from '../entry.ts'
import { paths } from '../paths.ts'
import { helperNames, wayNames, ways } from '../way.ts'
import { Ways } from './home.tsx'

interface Props {
  commissioner: string
  consultation: { id: string; title: string }
  when: When
  lastDay: string
  entries: readonly Entry[]
  next: string | null
  totals: Totals
  names: ReadonlyMap<string, string>
  mayEnter: boolean
  mayTakeOut: boolean
}

/** Everything entered for one consultation, and how many answered by each channel. */
export const ListPage = ({ commissioner, consultation, when, lastDay, entries, next, totals, names, mayEnter, mayTakeOut }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">Enter answers</span> {consultation.title}
    </h1>
    {when === 'too early' && <p>It is not open yet. You can enter answers when it is.</p>}
    {when === 'too late' && <p>It closed more than {graceDays} days ago, so nothing more can be entered.</p>}
    {when === 'late' && (
      <InsetText>
        <p>
          It closed on <DateInLondon on={lastDay} />. You can still enter what was said or written by then, with a reason.
        </p>
      </InsetText>
    )}
    {mayEnter && (when === 'open' || when === 'late') && (
      <Ways
        ways={ways.map((way) => ({
          text: wayNames[way],
          href: `${paths.enter({ commissioner, id: consultation.id })}?way=${way.replace(' ', '-')}`,
        }))}
      />
    )}
    <TotalsByChannel totals={totals} />
    <h2 class="nhsuk-heading-m">What was entered</h2>
    {entries.length === 0 ? (
      <Empty>Nothing has been entered yet.</Empty>
    ) : (
      <Table
        responsive
        caption={{ text: 'What was entered, latest first', classes: 'nhsuk-u-visually-hidden' }}
        head={['How', 'Reached us', 'Entered', 'Beside it', 'Change']}
        rows={entries.map((entry) => [
          wayNames[entry.way],
          formatDate(entry.receivedOn),
          { html: <By entry={entry} names={names} /> },
          { html: <Beside entry={entry} /> },
          {
            html: entry.withdrawal ? (
              <>Taken out: {entry.withdrawal.reason}</>
            ) : mayTakeOut && (when === 'open' || when === 'late') ? (
              <a class="nhsuk-link" href={paths.removal({ commissioner, entry: entry.id })}>
                Take out
                <span class="nhsuk-u-visually-hidden">
                  {' '}
                  what was entered {wayNames[entry.way].toLowerCase()} on {formatDate(entry.receivedOn)}
                </span>
              </a>
            ) : (
              <>None</>
            ),
          },
        ])}
      />
    )}
    <Pager next={next} label="What was entered, more pages" />
  </>
)

const number = (count: number) => count.toLocaleString('en-GB')

/** Each channel, and the sum over them; the people in rooms stand apart. */
export const TotalsByChannel = ({ totals: { channels, responses, inTheRoom, repeatedTexts } }: { totals: Totals }) => (
  <>
    <h2 class="nhsuk-heading-m">How people answered</h2>
    <Facts
      facts={[
        ...channels.map(({ channel, count }) => ({ name: channelNames[channel] ?? channel, value: number(count) })),
        { name: 'All together', value: `${number(responses)} ${responses === 1 ? 'response' : 'responses'}` },
        inTheRoom.events > 0 && {
          name: 'People in the room at events',
          value: `${number(inTheRoom.people)}, at ${number(inTheRoom.events)} ${inTheRoom.events === 1 ? 'event' : 'events'}. Not added: each note counts as one response.`,
        },
        repeatedTexts > 0 && {
          name: 'Text messages from a telephone that had sent one before',
          value: `${number(repeatedTexts)}. They are counted above.`,
        },
      ]}
    />
  </>
)

const By = ({ entry: { enteredAt, enteredBy }, names }: { entry: Entry; names: ReadonlyMap<string, string> }) => (
  <>
    <DateInLondon at={enteredAt} />
    {enteredBy && `, by ${names.get(enteredBy) ?? 'staff'}`}
  </>
)

function Beside({ entry: { event, organisation, authorisedBy, assistedBy, lateReason } }: { entry: Entry }) {
  const said = [
    event && `${event.title}: ${number(event.peoplePresent)} in the room`,
    organisation && `For ${organisation}, authorised by their ${authorisedBy}`,
    assistedBy && `Helped: ${helperNames[assistedBy].toLowerCase()}`,
    lateReason && `Entered after the last day: ${lateReason}`,
  ].filter((part) => part !== null)
  return <>{said.length === 0 ? 'Nothing' : said.map((part, at) => [at > 0 && <br />, part])}</>
}
