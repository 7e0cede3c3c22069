import type { PublishedIntegrity } from '#capabilities/flags'
import type { BesideCounts } from '#capabilities/results'
import { publishableCounts } from '#capabilities/statistics'

/** What stands beside the counts of a survey as it may be published. A number that is too small is null. */
export interface PublishedBeside {
  integrity: PublishedIntegrity
  rooms: { events: number; people: number | null }
}

const threshold = 5

/**
 * What of it everyone may read, fixed together with the tables. Each small number is hidden; no total of them is published that the others
 * could be taken from.
 */
export function fixBeside({ integrity, rooms }: BesideCounts): PublishedBeside {
  const people = shown(integrity.campaigns.people)
  return {
    integrity: {
      setAside: integrity.setAside.map(({ reason, count }) => ({ reason, count: shown(count) })),
      campaigns: { people, texts: people === null ? null : integrity.campaigns.texts },
    },
    rooms: { events: rooms.events, people: shown(rooms.people) },
  }
}

const shown = (count: number): number | null => {
  const [row] = publishableCounts([{ label: '', count }], { totalShown: false, threshold })
  return typeof row?.count === 'number' ? row.count : null
}
