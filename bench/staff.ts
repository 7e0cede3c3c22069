import { setTimeout } from 'node:timers/promises'
import { makeFrame } from '#capabilities/themes'
import { goldthread } from '../src/platform/another-goldthread.ts'
import type { BenchHouse } from './house.ts'

export interface StaffWork {
  /** How long each request took, in milliseconds. */
  took: number[]
  /** Broken connections: when the request was sent and when it broke. */
  broke: { from: number; to: number }[]
  /** Answers that were not what they asked for. */
  failures: string[]
}

/** An analyst who is signed in: looks at the results, reads what came and codes one comment after another, a request or two a second. */
export async function signIn(house: BenchHouse, address: string, surveyId: string) {
  const { frameId, themeIds } = await house.within((ctx) =>
    makeFrame(ctx, { title: 'What they said', themes: [{ name: 'Getting there', definition: 'How people travel' }] }),
  )
  const theme = Object.values(themeIds)[0] ?? ''
  const invited = await goldthread(
    ['staff', 'add', 'ann@example.org', '--commissioner', house.commissioner.slug, '--role', 'analyst', '--json'],
    house.surroundings,
  )
  if (invited.code !== 0) throw new Error(`Nobody joined the staff: ${invited.err}`)
  const { link } = JSON.parse(invited.out) as { link: string }
  const post = { method: 'POST', redirect: 'manual' } as const
  const door = await fetch(address + new URL(link).pathname, { ...post, headers: { 'sec-fetch-site': 'same-origin' } })
  const headers = { 'sec-fetch-site': 'same-origin', cookie: door.headers.getSetCookie()[0]?.split(';')[0] ?? '' }

  const work: StaffWork = { took: [], broke: [], failures: [] }
  const ask = async (path: string, expected: number, body?: URLSearchParams) => {
    const from = performance.now()
    const request = { headers, redirect: 'manual', ...(body && { method: 'POST', body }) } as const
    try {
      const answer = await fetch(address + path, request)
      await answer.arrayBuffer()
      work.took.push(performance.now() - from)
      if (answer.status !== expected) work.failures.push(`${path}: ${answer.status}`)
      return answer.headers.get('location') ?? ''
    } catch {
      work.broke.push({ from, to: performance.now() })
      return ''
    } finally {
      await setTimeout(500)
    }
  }
  const desk = `/${house.commissioner.slug}/desk`
  const day = async (isOver: () => boolean) => {
    while (!isOver()) {
      await ask(`${desk}/results/${surveyId}`, 200)
      await ask(`${desk}/contributions`, 200)
      const comment = await ask(`${desk}/coding/${frameId}/survey-${surveyId}`, 303)
      if (!comment) continue
      await ask(comment, 200)
      await ask(`${comment.split('?')[0]}/codings`, 303, new URLSearchParams({ place: 'whole', themes: theme }))
    }
    return work
  }
  return { day }
}
