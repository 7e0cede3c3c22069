import { createHmac, randomBytes } from 'node:crypto'

/** What was odd about the way a form came. None of it proves anything. */
export const doubts = ['hidden field', 'very fast', 'many from one place'] as const
export type Doubt = (typeof doubts)[number]

export const doubtWords: Record<Doubt, string> = {
  'hidden field': 'A field that people cannot see was filled in',
  'very fast': 'It came within 3 seconds of the page',
  'many from one place': 'Many came from one part of the internet within minutes',
}

const quickest = 3_000
const manyFromOnePlace = 60

export interface Arrival {
  /** What stood in the field that people cannot see. */
  honeypot: string
  /** Milliseconds between the page and the post; null where nobody can say. */
  took: number | null
  /** How many came from its part of the internet before it, within `window`; 0 where that says nothing. */
  fromThere: number
}

/** What is odd about one arrival. Nobody is turned away for it. */
export const doubtsAbout = ({ honeypot, took, fromThere }: Arrival): Doubt[] => [
  ...(honeypot.trim() === '' ? [] : (['hidden field'] as const)),
  ...(took !== null && took < quickest ? (['very fast'] as const) : []),
  ...(fromThere >= manyFromOnePlace ? (['many from one place'] as const) : []),
]

/**
 * The part of the internet an address belongs to: the first 24 bits of IPv4, the first 48 of IPv6, where a household, an office or a
 * whole ward are alike. Null for an address of a private network (RFC 1918, RFC 4193, link-local, this machine) and for what is no address:
 * it would be that of a proxy, and says nothing of who came.
 */
export function coarseAddressOf(remote: string): string | null {
  const four = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/i.exec(remote)
  if (four) {
    const [a, b, c] = four.slice(1).map(Number) as [number, number, number]
    const isPrivate = [0, 10, 127].includes(a) || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168) || (a === 169 && b === 254)
    return isPrivate ? null : `${a}.${b}.${c}`
  }
  const [address = ''] = remote.toLowerCase().split('%')
  if (!/^[0-9a-f:]+$/.test(address) || !address.includes(':')) return null
  const [head = '', tail] = address.split('::').map((part) => (part === '' ? '' : part))
  const before = head === '' ? [] : head.split(':')
  const behind = tail ? tail.split(':') : []
  const groups = tail === undefined ? before : [...before, ...Array(Math.max(0, 8 - before.length - behind.length)).fill('0'), ...behind]
  const [first = 0, ...next] = groups.slice(0, 3).map((group) => Number.parseInt(group, 16))
  // Global addresses begin with the bits 001; all others are private, or not of one place.
  return first >> 13 === 1 ? [first, ...next].map((group) => group.toString(16)).join(':') : null
}

const window = 10 * 60_000
const mostPlaces = 50_000
const fewestDoubtful = 50

interface Generation {
  begins: number
  secret: Buffer
  all: number
  doubtful: number
  places: Map<string, number>
}

/** Counts of what came in the last ten to twenty minutes. Only in memory: nothing of where anyone came from is written down. */
export interface Arrivals {
  /** Count one more from this part of the internet; answers with how many came from there before. */
  count(place: string | null, now: Date): number
  /** One of those counted was doubtful. */
  doubt(now: Date): void
  /** More than half of what comes is doubtful, and it is at least fifty: robots are at work, and not a crowd. */
  isUnderAttack(now: Date): boolean
}

/** Each ten minutes are counted by themselves, under a secret of their own that is forgotten with them. */
export function createArrivals(): Arrivals {
  const begin = (begins: number): Generation => ({ begins, secret: randomBytes(32), all: 0, doubtful: 0, places: new Map() })
  let [older, newer] = [begin(0), begin(0)]
  const turn = (now: Date) => {
    const begins = Math.floor(now.getTime() / window) * window
    if (begins === newer.begins) return
    older = begins === newer.begins + window ? newer : begin(0)
    newer = begin(begins)
  }
  const under = ({ secret }: Generation, place: string) => createHmac('sha256', secret).update(place).digest('base64url')
  return {
    count(place, now) {
      turn(now)
      newer.all += 1
      if (place === null) return 0
      const key = under(newer, place)
      const here = newer.places.get(key) ?? 0
      if (here > 0 || newer.places.size < mostPlaces) newer.places.set(key, here + 1)
      return here + (older.places.get(under(older, place)) ?? 0)
    },
    doubt(now) {
      turn(now)
      newer.doubtful += 1
    },
    isUnderAttack(now) {
      turn(now)
      const doubtful = older.doubtful + newer.doubtful
      return doubtful >= fewestDoubtful && doubtful * 2 > older.all + newer.all
    },
  }
}
