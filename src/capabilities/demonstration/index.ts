import { makeSignInLinkFor } from '#capabilities/people'
import type { Workplace } from '#platform/commands.ts'
import type { Capability } from '#platform/slots.ts'
import { slug } from './actions/story.ts'
import { commands } from './commands.ts'

export { loadNorthmoor } from './actions/load-northmoor.ts'

/** The path of a new one-use link for Northmoor's engagement lead; null where Northmoor is not loaded. */
export async function linkIntoNorthmoor(place: Workplace): Promise<string | null> {
  if (!(await place.commissioners()).some((commissioner) => commissioner.slug === slug)) return null
  return place.within(slug, (ctx) => makeSignInLinkFor(ctx, 'marguerite.ashdownvale@example.org'), { signingIn: true })
}

export const demonstration: Capability = { name: 'demonstration', commands }
