import { type GivenAnswer, withDecile } from '#capabilities/surveys'
import type { Context } from '#platform/context.ts'
import { recordWith } from '#platform/events.ts'
import { claimFile } from '#platform/files.ts'
import { hashOf } from '#platform/ids.ts'
import type { Channel } from '../contribution.ts'
import { responseRows } from '../queries/respond.ts'
import { newReceipt, plainReceipt } from '../receipt.ts'
import { digestsOf, rowsOf, type Said } from './received-rows.ts'

export interface Incoming extends Said {
  channel: Exclude<Channel, 'import'>
}

/** Keep one act of speaking: what was ticked, what was said, and a receipt. The code is shown once and is kept only as a hash. */
export async function receiveResponse(ctx: Context, incoming: Incoming): Promise<{ responseId: string; receipt: string }> {
  const { version, channel } = incoming
  const answers = await withDeciles(ctx, incoming.answers)
  const rows = rowsOf({ ...incoming, answers }, { now: ctx.now, screen: ctx.slots.screen })
  const { response, contributions, files, holds } = rows
  const receipt = newReceipt()
  // A file that is no longer waiting is somebody else's, or was given before.
  for (const { file_id } of files) await claimFile(ctx, file_id)

  await recordWith(
    ctx,
    responseRows(ctx.db, ctx.commissioner.id, { ...rows, codeHash: hashOf(plainReceipt(receipt)) }),
    'response.submitted',
    response.id,
    { survey: version.surveyId, channel, contributions: contributions.length, answers: rows.answers.length },
    // What is counted or quoted in public changes by other acts, never by one more response.
    { rows: digestsOf(rows), publicPagesStay: true },
  )
  if (holds.length > 0)
    await ctx.slots.screen.noticed(
      ctx,
      holds.map((hold) => hold.contribution_id),
    )
  return { responseId: response.id, receipt }
}

/** Each postcode with how deprived its place is, where a directory here says so. The whole postcode goes no further. */
async function withDeciles(ctx: Context, answers: readonly GivenAnswer[]): Promise<GivenAnswer[]> {
  const located: GivenAnswer[] = []
  for (const { passing, ...answer } of answers) {
    const place = passing ? await ctx.slots.placeOf(ctx, passing) : null
    located.push(place?.decile ? withDecile(answer, place.decile) : answer)
  }
  return located
}
