import { IntegrityLine } from '#capabilities/flags'
import { Rooms } from '#capabilities/results'
import type { PublishedBeside } from '../published-beside.ts'

const number = (count: number) => count.toLocaleString('en-GB')

/** What stands beside the counts, for everyone. */
export const PublicBeside = ({ beside: { integrity, rooms } }: { beside: PublishedBeside }) => (
  <>
    {rooms.events > 0 && <Rooms events={rooms.events} people={rooms.people === null ? 'a few' : number(rooms.people)} />}
    <h2 class="nhsuk-heading-m">How we checked the answers</h2>
    <IntegrityLine {...integrity} />
  </>
)
