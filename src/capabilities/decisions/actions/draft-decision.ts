import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { slugOf } from '#platform/slugs.ts'
import { type Decision, isReserved } from '../decision.ts'
import { mayDraft } from '../policy.ts'
import { findDecisionToChange, insertDecision, isSlugTaken, updateWording } from '../queries/decisions.ts'

export type Wording = Pick<Decision, 'slug' | 'title' | 'question' | 'decidedBy' | 'decidedOn'>

/** Begin a decision; without a slug of its own, one is made of its title. Answers its id. */
export async function draftDecision(
  ctx: Context,
  { slug, ...given }: Omit<Wording, 'slug'> & { slug?: string | undefined },
): Promise<string> {
  allowOnly(mayDraft(ctx.actor))
  const wording = { ...given, slug: slug || slugOf(given.title) }
  await checkSlug(ctx, wording.slug, null)
  const id = newId()
  await insertDecision(ctx.db, ctx.commissioner.id, { ...wording, id, draftedBy: staffId(ctx.actor), draftedAt: ctx.now })
  await record(ctx, 'decision.drafted', id, { slug: wording.slug }, { publicPagesStay: true })
  return id
}

/** Word it differently, until it is published. */
export async function rewordDecision(ctx: Context, decisionId: string, wording: Wording) {
  allowOnly(mayDraft(ctx.actor))
  const decision = await findDecisionToChange(ctx.db, decisionId)
  refuseOncePublished(decision)
  await checkSlug(ctx, wording.slug, decisionId)
  await updateWording(ctx.db, decisionId, wording)
  await record(ctx, 'decision.reworded', decisionId, { slug: wording.slug, decidedOn: wording.decidedOn }, { publicPagesStay: true })
}

async function checkSlug(ctx: Context, slug: string, besidesId: string | null) {
  refuseIf(isReserved(slug), `“${slug}” cannot be a web address: choose another`)
  refuseIf(await isSlugTaken(ctx.db, slug, besidesId), `Another decision has the web address “${slug}”: choose another`)
}

export const refuseOncePublished = (decision: Decision) =>
  refuseIf(decision.publishedAt !== null, 'This decision is published, and a published decision is not changed')
