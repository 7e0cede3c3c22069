import { z } from 'zod'
import { canonical, type Json } from '#platform/digests.ts'
import { checkChain, type Member, type Sealed } from './chain.ts'
import { listProblems, type Problems, type Verification } from './problem.ts'

const format = 'goldthread-history-1'

// The form of each line is promised by docs/history-format.md.
export const headLine = (commissioner: { id: string; slug: string; name: string }) =>
  canonical({ commissioner: { id: commissioner.id, name: commissioner.name, slug: commissioner.slug }, format })

/** A seal as lines: its events in order, then the seal itself. */
export function sealedLines({ seal, members }: Sealed): string[] {
  const events = members.map(
    (member) => `{"event":${member.text ?? 'null'},"hash":"${member.hash}","position":${member.position},"seal":${member.seal}}`,
  )
  const last: Json[] = seal
    ? [{ events: members.length, hash: seal.hash, number: seal.number, previous: seal.previous, sealed: seal.sealedAt }]
    : []
  return [...events, ...last.map(canonical)]
}

const head = z.object({ format: z.literal(format), commissioner: z.object({ id: z.uuid() }) })
const sealLine = z.object({ events: z.int(), hash: z.string(), number: z.int().positive(), previous: z.string(), sealed: z.iso.datetime() })
const eventLine = /^\{"event":(.*),"hash":"([0-9a-f]{64})","position":(\d+),"seal":(\d+)\}$/s
const happening = z.object({ id: z.string(), at: z.iso.datetime(), actor: z.object({ kind: z.string() }) })

/** Verify an exported history by itself. Throws a RangeError when the file is not one. */
export async function verifyFile(lines: AsyncIterable<string>): Promise<Verification> {
  const queue = lines[Symbol.asyncIterator]()
  const first = head.safeParse(parsed((await queue.next()).value ?? ''))
  if (!first.success) throw new RangeError(`This is not an exported history: its first line must name the format ${format}`)
  const problems = listProblems()
  const { events, head: last } = await checkChain(first.data.commissioner.id, sealedOf(queue, problems), problems)
  const found = problems.all()
  return { ok: found.length === 0, events, head: last, problems: found }
}

async function* sealedOf(queue: AsyncIterator<string>, problems: Problems): AsyncGenerator<Sealed> {
  let members: Member[] = []
  const withoutSeal = () => {
    const sealed = [...Map.groupBy(members, (member) => member.seal)].map(([number, own]) => ({ number, seal: null, members: own }))
    members = []
    return sealed
  }
  let number = 1
  for (let next = await queue.next(); !next.done; next = await queue.next()) {
    number += 1
    const member = memberOf(next.value)
    const seal = member ? undefined : sealLine.safeParse(parsed(next.value)).data
    if (member) members.push(member)
    else if (seal) {
      const own = members.filter((one) => one.seal === seal.number)
      members = members.filter((one) => one.seal !== seal.number)
      yield* withoutSeal()
      yield {
        number: seal.number,
        seal: { number: seal.number, sealedAt: seal.sealed, previous: seal.previous, hash: seal.hash },
        members: own,
      }
    } else if (next.value !== '')
      problems.add({
        kind: 'line',
        id: String(number),
        fault: 'changed',
        says: `Line ${number} was changed: it is neither an event nor a seal`,
      })
  }
  yield* withoutSeal()
}

function memberOf(line: string): Member | null {
  const found = eventLine.exec(line)
  if (!found) return null
  const [, text = '', hash = '', position, seal] = found
  const event = happening.safeParse(parsed(text)).data
  // An event that cannot be read any more is still named by its place.
  return {
    seal: Number(seal),
    position: Number(position),
    eventId: event?.id ?? `${seal}/${position}`,
    hash,
    text: text === 'null' ? null : text,
    at: event?.at ?? null,
    actorKind: event?.actor.kind ?? null,
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
