import { type Days, lastOf, overlap, type Period } from './period.ts'
import { communityKey, type Planned, planOf } from './planned.ts'
import { weigh } from './weighing.ts'

/** Too much asked of one community at once. */
export interface Overload extends Days {
  community: string
  planned: Planned[]
}

/** What of others runs on the same days as something of ours; `sameCommunity` asks something of the same people. */
export interface SameDays {
  ours: Planned
  sameCommunity: Planned[]
  others: Planned[]
}

/** Something of ours in times when people are away, or may not be asked. */
export interface BadTime {
  ours: Planned
  holidays: { name: string; days: number }[]
  preElection: { name: string; from: string; to: string }[]
}

/** Times in which more than so many things at once ask something of one community. By community, then by first day. */
export function overloads(planned: readonly Planned[], atOnce: number): Overload[] {
  const communities = new Map<string, { name: string; planned: Planned[] }>()
  for (const one of planned)
    for (const name of new Set(one.communities)) {
      const known = communities.get(communityKey(name))
      if (known) known.planned.push(one)
      else communities.set(communityKey(name), { name, planned: [one] })
    }
  return [...communities.values()]
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((community) => tooMany(community.planned, atOnce).map((days) => ({ community: community.name, ...days })))
}

/** The spans of days that more than so many of these share, with all that run in them. What runs can only rise on a first day. */
function tooMany(planned: readonly Planned[], atOnce: number): (Days & { planned: Planned[] })[] {
  const spans: Days[] = []
  for (const from of [...new Set(planned.map(({ startsOn }) => startsOn))].sort()) {
    const running = planned.filter((one) => overlap(planOf(one), { from, to: from }))
    if (running.length <= atOnce) continue
    // It lasts until so few are left: the end of the one that leaves room.
    const ends = running.map(({ endsOn }) => endsOn).sort()
    const to = ends[running.length - atOnce - 1] ?? from
    const last = spans.at(-1)
    if (last && from <= last.to) last.to = lastOf(last.to, to)
    else spans.push({ from, to })
  }
  return spans.map((span) => ({ ...span, planned: planned.filter((one) => overlap(planOf(one), span)) }))
}

export function sameDays(planned: readonly Planned[]): SameDays[] {
  return planned
    .filter(({ from }) => from === 'us')
    .map((ours) => {
      const keys = new Set(ours.communities.map(communityKey))
      const beside = planned.filter((other) => other.id !== ours.id && overlap(planOf(other), planOf(ours)))
      const [same, rest] = [true, false].map((wanted) =>
        beside.filter((other) => other.communities.some((name) => keys.has(communityKey(name))) === wanted),
      )
      return { ours, sameCommunity: same ?? [], others: rest ?? [] }
    })
    .filter(({ sameCommunity, others }) => sameCommunity.length + others.length > 0)
}

export function badTimes(planned: readonly Planned[], periods: readonly Period[]): BadTime[] {
  return planned
    .filter(({ from }) => from === 'us')
    .map((ours) => {
      const { holidays, preElection } = weigh({ opensOn: ours.startsOn, closesOn: ours.endsOn }, periods)
      return { ours, holidays: holidays.map(({ name, days }) => ({ name, days })), preElection }
    })
    .filter(({ holidays, preElection }) => holidays.length + preElection.length > 0)
}
