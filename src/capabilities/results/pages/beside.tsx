import type { BesideCounts } from '../beside-count.ts'

const number = (count: number) => count.toLocaleString('en-GB')

/** What stands beside the counts, for staff: with the true numbers and what is still to be looked at. */
export const StaffBeside = ({ beside: { integrity, rooms } }: { beside: BesideCounts }) => (
  <>
    {rooms.events > 0 && <Rooms events={rooms.events} people={number(rooms.people)} />}
    <h2 class="nhsuk-heading-m">How the answers were checked</h2>
    <ul class="nhsuk-list nhsuk-list--bullet">
      <li>
        {number(integrity.flagged)} flagged, {number(integrity.waiting)} of them not looked at yet.
      </li>
      <li>
        {number(integrity.campaigns.people)} people sent the same words as others, in {number(integrity.campaigns.texts)} texts.
      </li>
      {integrity.setAside.length === 0 ? (
        <li>None is set aside.</li>
      ) : (
        integrity.setAside.map(({ reason, count }) => (
          <li>
            {number(count)} set aside: {reason}.
          </li>
        ))
      )}
    </ul>
  </>
)

/** How many people were at the events whose notes are among the responses. */
export const Rooms = ({ events, people }: { events: number; people: string }) => (
  <p>
    {events === 1 ? 'The note of 1 event is' : `The notes of ${number(events)} events are`} among the responses, as{' '}
    {events === 1 ? 'one' : 'one each'}. {people} people were there. They are not added to the numbers: not everyone in a room says what its
    note says.
  </p>
)
