import { newId } from '#platform/ids.ts'
import type { Within } from '#platform/jobs.ts'
import { likelyEnough } from '../kept-suggestion.ts'
import { unlikeDismissed } from '../proposal.ts'
import { listAll, listUnfitting, type Words } from '../queries/comments.ts'
import { listDismissed, replaceProposals } from '../queries/proposals.ts'
import { numberSameWords } from '../queries/suggestions.ts'
import type { Learner } from './open-learner.ts'

const atOnce = 1000

interface Of {
  frameId: string
  modelId: string
}

/** Find which comments say nearly the same, and number the sets they make. */
export async function findAlike(within: Within, learner: Learner, { frameId, modelId }: Of) {
  await handOver(learner, (after) => within(({ db }) => listAll(db, { frameId, after, limit: atOnce })))
  const sets = await learner.ask('findAlike', undefined as never)
  await within((ctx) => numberSameWords(ctx.db, ctx.commissioner.id, { frameId, modelId, at: ctx.now }, sets))
}

/** Find comments that fit no theme and speak of the same thing: each set is a theme that may be missing. Those dismissed before stay away. */
export async function proposeNewThemes(within: Within, learner: Learner, { frameId, modelId }: Of) {
  await handOver(learner, (after) =>
    within(({ db }) => listUnfitting(db, { frameId, modelId, likely: likelyEnough, after, limit: atOnce })),
  )
  const found = await learner.ask('proposeThemes', undefined as never)
  await within(async (ctx) => {
    const fresh = unlikeDismissed(found, await listDismissed(ctx.db, frameId))
    const proposals = fresh.map((proposal) => ({ ...proposal, id: newId() }))
    await replaceProposals(ctx.db, ctx.commissioner.id, { frameId, at: ctx.now, proposals })
  })
}

async function handOver(learner: Learner, read: (after: string | null) => Promise<Words[]>) {
  for (let after: string | null = null; ; ) {
    const words = await read(after)
    if (words.length > 0) await learner.ask('addSaid', words)
    if (words.length < atOnce) return
    after = words.at(-1)!.id
  }
}
