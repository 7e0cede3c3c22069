import { parentPort } from 'node:worker_threads'
import { proposeThemes } from '../cluster.ts'
import { crossEvaluate } from '../evaluation.ts'
import { type KeptSuggestion, keep } from '../kept-suggestion.ts'
import { type Example, fromBytes, type Learned, learn, suggest, toBytes } from '../learner.ts'
import { groupNearTexts } from '../near-text.ts'

/**
 * What takes long, in a thread of its own: it knows no database, and what it is given comes and goes in messages. It answers one question after
 * another, and says in between how far it is.
 */

type Tell = (done: number, total: number) => void
type Said = { id: string; words: string }

// A test learns seven times over: more comments would take hours and say little more.
const mostTested = 5000

const examples: Example[] = []
let model: Learned | undefined
const said: Said[] = []

const known = () => {
  if (!model) throw new Error('Nothing was learned yet')
  return model
}

/** What was said, and no longer kept. */
const takeSaid = () => said.splice(0)

const acts = {
  addExamples: (more: readonly Example[]) => void examples.push(...more),
  learn(definitions: readonly { theme: string; words: string }[], tell: Tell): Uint8Array {
    model = learn(examples, { definitions, onProgress: tell })
    return toBytes(model)
  },
  load(bytes: Uint8Array) {
    model = fromBytes(bytes)
  },
  suggest: (texts: readonly { question: string; words: string }[]): KeptSuggestion[] => suggest(known(), texts).map(keep),
  /** Null where all was said by one person: then nobody can be held back. */
  test(definitions: readonly { theme: string; words: string }[], tell: Tell) {
    const some = examples.slice(0, mostTested)
    return new Set(some.map((one) => one.respondent)).size < 2 ? null : crossEvaluate(some, { definitions, onProgress: tell })
  },
  addSaid: (more: readonly Said[]) => void said.push(...more),
  findAlike: (): string[][] => groupNearTexts(takeSaid()),
  proposeThemes: () => proposeThemes(takeSaid()),
}
export type Acts = typeof acts

const often = 500

parentPort?.on('message', ({ number, act, given }: { number: number; act: keyof Acts; given: never }) => {
  let told = 0
  const tell: Tell = (done, total) => {
    if (performance.now() - told < often) return
    told = performance.now()
    parentPort?.postMessage({ number, done, total })
  }
  try {
    const answer = (acts[act] as (given: never, tell: Tell) => unknown)(given, tell)
    parentPort?.postMessage({ number, answer }, answer instanceof Uint8Array ? [answer.buffer as ArrayBuffer] : [])
  } catch (error) {
    // Its message may hold somebody's words; where it happened does not.
    parentPort?.postMessage({ number, fault: error instanceof Error ? error.name : 'Fault' })
  }
})
