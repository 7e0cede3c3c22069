import type { Db as Owned } from '#platform/db.ts'
import { answeredOf, placesAsked, questionsAsked } from '../asked-question.ts'
import type { Baseline } from '../baseline.ts'
import { type Comparison, compare } from '../comparison.ts'
import type { Asked } from '../crosswalk.ts'
import type { Heard } from '../heard.ts'
import { type HeldAgainst, heldAgainst } from '../held-against.ts'
import { listBaselines } from './baselines.ts'
import { listVersions, tallyHeard } from './heard.ts'
import { listMatches } from './matches.ts'

type Db = Owned<'populations'>

export interface Represented {
  people: number
  comparisons: Comparison[]
  /** Questions that are held against no population, for want of one or because somebody said so. */
  others: Asked[]
}

/** Who answered a survey, or whom a source is of, held against the populations in use: by each question that asks for a characteristic, and by place. */
export async function representationOf(db: Db, heard: Heard, { channel = null }: { channel?: string | null } = {}): Promise<Represented> {
  const versions = await listVersions(db, heard)
  const tallies = await tallyHeard(db, heard, channel)
  const held = await listHeldAgainst(db, heard, [...questionsAsked(versions), ...placesAsked(tallies)])
  const comparisons = held.flatMap(({ asked, against }) => {
    const comparison = against && compare(asked, answeredOf(asked, versions, tallies), against.baseline, against.bins)
    return comparison ? [comparison] : []
  })
  const compared = new Set(comparisons.map((comparison) => comparison.asked.dimension))
  return {
    people: tallies.responses.reduce((sum, { count }) => sum + count, 0),
    comparisons,
    others: held.flatMap(({ asked }) => (compared.has(asked.dimension) ? [] : [asked])),
  }
}

/** Every question of a survey that can be held against a population, with what it is held against now. */
export async function listComparable(db: Db, heard: Heard): Promise<{ asked: Asked; against: HeldAgainst | null }[]> {
  const versions = await listVersions(db, heard)
  const places = heard.surveyId === null || versions.length > 0 ? placesAsked(await tallyHeard(db, heard, null)) : []
  return listHeldAgainst(db, heard, [...questionsAsked(versions), ...places])
}

async function listHeldAgainst(db: Db, heard: Heard, asked: readonly Asked[]) {
  const baselines: Baseline[] = await listBaselines(db)
  const matches = new Map((await listMatches(db, heard)).map((match) => [match.dimension, match]))
  return asked.map((one) => ({ asked: one, against: heldAgainst(one, matches.get(one.dimension), baselines) }))
}
