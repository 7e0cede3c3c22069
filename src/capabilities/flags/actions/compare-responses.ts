import { setImmediate } from 'node:timers/promises'
import type { Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { newBlindId, newId } from '#platform/ids.ts'
import type { Kind, Whole } from '../flag.ts'
import { type Fingerprint, fingerprintOf, groupNearIdentical } from '../near-identical-text.ts'
import { insertComparison, isAnonymous, listOfOneAddress, listRepeated, lockComparison, readTexts } from '../queries/alike.ts'
import { insertFlags } from '../queries/flags.ts'
import { insertGroup, listMembersOfGroups } from '../queries/groups.ts'
import { sameThroughout } from '../repeated-response.ts'

/** A response of a set, with the words it is there for, where it is for words. */
interface Alike {
  responseId: string
  contributionId: string | null
}

/** Hold the responses of a survey or source against each other, and flag those that are alike. Done again, it flags only what came since. */
export async function compareResponses(ctx: Context, whole: Whole) {
  await lockComparison(ctx.db, whole)
  const { texts, sets } = await findSameWords(ctx, whole)
  await flagSets(ctx, whole, 'same words', sets)
  if (whole.surveyId !== null) {
    const anonymous = await isAnonymous(ctx.db, whole.surveyId)
    const repeated = sameThroughout(await listRepeated(ctx.db, whole.surveyId), { isAnonymous: anonymous })
    await flagSets(ctx, whole, 'same answers', repeated.map(withoutWords))
    await flagSets(ctx, whole, 'same address', (await listOfOneAddress(ctx.db, whole.surveyId)).map(withoutWords))
  }
  await insertComparison(ctx.db, ctx.commissioner.id, { id: newId(), whole, texts, at: ctx.now })
}

const withoutWords = (responseIds: readonly string[]): Alike[] => responseIds.map((responseId) => ({ responseId, contributionId: null }))

async function findSameWords({ db }: Context, whole: Whole): Promise<{ texts: number; sets: Alike[][] }> {
  const said: Alike[] = []
  const fingerprints: Fingerprint[] = []
  for await (const texts of readTexts(db, whole))
    for (const { id, responseId, words } of texts) {
      const fingerprint = fingerprintOf(words)
      if (!fingerprint) continue
      said.push({ responseId, contributionId: id })
      fingerprints.push(fingerprint)
    }
  // Whoever else is served by this process gets their turn on the way.
  const sets = await groupNearIdentical(fingerprints, () => setImmediate())
  return { texts: said.length, sets: sets.map((places) => places.map((at) => said[at]!)) }
}

async function flagSets(ctx: Context, whole: Whole, kind: Kind, sets: readonly Alike[][]) {
  const known = await listMembersOfGroups(ctx.db, whole, kind)
  for (const set of sets) {
    // Somebody who says the same at two questions is one person.
    const members = [...new Map(set.map((alike) => [alike.responseId, alike])).values()]
    const isNew = !members.some(({ responseId }) => known.has(responseId))
    if (members.length < 2) continue
    const groupId = members.flatMap(({ responseId }) => known.get(responseId) ?? []).sort()[0] ?? newId()
    const added = members.filter(({ responseId }) => !known.get(responseId)?.includes(groupId))
    if (added.length === 0) continue
    if (isNew) await insertGroup(ctx.db, ctx.commissioner.id, { id: groupId, whole, kind, at: ctx.now })
    await insertFlags(
      ctx.db,
      ctx.commissioner.id,
      added.map((alike) => ({ ...alike, id: newBlindId(), kind, signs: [], groupId, raisedAt: ctx.now })),
    )
    await record(
      ctx,
      isNew ? 'flag-group.found' : 'flag-group.grown',
      groupId,
      { kind, responses: added.length },
      { publicPagesStay: true },
    )
  }
}
