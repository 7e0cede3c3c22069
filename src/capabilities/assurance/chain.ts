import type { Problems } from './problem.ts'
import { firstPrevious, hashOfText, madeAt, type Seal, sealHash } from './seal.ts'

/** One event's place in a seal, with the event as it is now: `text` is null where it is gone. */
export interface Member {
  seal: number
  position: number
  eventId: string
  /** Its hash when it was sealed. */
  hash: string
  text: string | null
  at: string | null
  actorKind: string | null
}

/** A seal with its events in order of their places; where the seal itself is gone, `seal` is null. */
export interface Sealed {
  number: number
  seal: Seal | null
  members: Member[]
}

const minute = 60_000

// A page is answered within seconds; a command, such as a long import, may be at work for most of an hour before it commits.
const mayLag = (actorKind: string | null) => (actorKind === 'operator' || actorKind === 'system' ? 60 * minute : 2 * minute)

/** How far the history had come, by the dates and the numbers of its events, in milliseconds since 1970. */
export interface Reached {
  dated: number
  numbered: number
}

/** Why an event cannot have been recorded after what was already sealed; null when it can. */
export function whySlippedIn({ eventId, at, actorKind }: Pick<Member, 'eventId' | 'at' | 'actorKind'>, reached: Reached): string | null {
  const made = madeAt(eventId)
  if (made === null) return 'its number is not one that Goldthread makes'
  if (made < reached.numbered - mayLag(actorKind)) return 'it is numbered well before the seal that precedes it'
  if (at !== null && Date.parse(at) < reached.dated - mayLag(actorKind)) return 'it is dated well before the seal that precedes it'
  return null
}

/** Walk the seals in order, and take down whatever is not as it was when it was sealed. */
export async function checkChain(
  commissionerId: string,
  chain: AsyncIterable<Sealed>,
  problems: Problems,
): Promise<{ events: number; head: string | null; reached: Reached }> {
  let events = 0
  let expected = 1
  let head: string | null = null
  // What the next seal may name as the hash before it; null where the seal before it is gone, which is said already.
  let before: readonly string[] | null = [firstPrevious]
  let reached: Reached = { dated: Number.NEGATIVE_INFINITY, numbered: Number.NEGATIVE_INFINITY }

  for await (const { number, seal, members } of chain) {
    for (; expected < number; expected += 1, before = null) reportGone(expected, problems)
    expected = number + 1
    events += members.length
    for (const member of members) checkMember(member, reached, problems)
    if (seal === null) {
      reportGone(number, problems)
      before = null
      continue
    }
    const hash = sealHash(
      commissionerId,
      seal,
      members.map((member) => member.hash),
    )
    checkSeal(
      commissionerId,
      seal,
      { holds: hash === seal.hash, follows: before === null || before.includes(seal.previous) },
      members,
      problems,
    )
    before = [seal.hash, hash]
    reached = further(reached, seal, members)
    head = seal.hash
  }
  return { events, head, reached }
}

const reportGone = (number: number, problems: Problems) =>
  problems.add({ kind: 'seal', id: String(number), fault: 'removed', says: `Seal ${number} was removed` })

function checkMember(member: Member, reached: Reached, problems: Problems) {
  const { eventId: id, text, seal } = member
  if (text === null) problems.add({ kind: 'event', id, fault: 'removed', says: `Event ${id} of seal ${seal} was removed` })
  else if (hashOfText(text) !== member.hash)
    problems.add({ kind: 'event', id, fault: 'changed', says: `Event ${id} was changed after seal ${seal} was made` })
  const why = text === null ? null : whySlippedIn(member, reached)
  if (why) problems.add({ kind: 'event', id, fault: 'slipped in', says: `Event ${id} was slipped in: ${why}` })
}

function checkSeal(
  commissionerId: string,
  seal: Seal,
  { holds, follows }: { holds: boolean; follows: boolean },
  listed: readonly Member[],
  problems: Problems,
) {
  const id = String(seal.number)
  if (listed.length === 0)
    return problems.add({ kind: 'seal', id, fault: 'slipped in', says: `Seal ${id} was slipped in: it holds no events` })
  if (holds && !follows)
    return problems.add({ kind: 'seal', id, fault: 'changed', says: `Seal ${id} was changed: it does not follow from the seal before it` })
  if (holds) return

  const extra = oneTooMany(commissionerId, seal, listed)
  if (extra)
    return problems.add({
      kind: 'event',
      id: extra.eventId,
      fault: 'slipped in',
      says: `Event ${extra.eventId} was slipped into seal ${id} after it was made`,
    })
  const gap = listed.findIndex((member, index) => member.position !== index + 1) + 1
  if (gap > 0)
    return problems.add({
      kind: 'event',
      id: `${id}/${gap}`,
      fault: 'removed',
      says: `The event at place ${gap} of seal ${id} was removed, and so was its number`,
    })
  problems.add({ kind: 'seal', id, fault: 'changed', says: `Seal ${id} was changed: its hash is not that of what it says and lists` })
}

/** The one event without which the seal would hold. Looked for in seals small enough that trying each takes no time. */
function oneTooMany(commissionerId: string, seal: Seal, listed: readonly Member[]) {
  if (listed.length > 500) return undefined
  return listed.find(
    (member) =>
      sealHash(
        commissionerId,
        seal,
        listed.flatMap((other) => (other === member ? [] : [other.hash])),
      ) === seal.hash,
  )
}

const latest = (values: readonly number[], atMost = Number.POSITIVE_INFINITY) =>
  values.reduce((most, value) => (value > most && value <= atMost ? value : most), Number.NEGATIVE_INFINITY)

/** An event dated after its own seal is odd, but must not make all that follow it look late. */
const further = (reached: Reached, seal: Seal, listed: readonly Member[]): Reached => ({
  dated: Math.max(
    reached.dated,
    latest(
      listed.map(({ at }) => (at === null ? Number.NaN : Date.parse(at))),
      Date.parse(seal.sealedAt),
    ),
  ),
  numbered: Math.max(reached.numbered, latest(listed.map(({ eventId }) => madeAt(eventId) ?? Number.NaN))),
})
