import type { Context } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import type { DeprivedArea, PostcodePlace } from '../place-file.ts'
import { mayImportPlaces } from '../policy.ts'
import { upsertDeprivation, upsertPostcodes } from '../queries/places.ts'

export type PlaceBatch = { kind: 'postcodes'; rows: readonly PostcodePlace[] } | { kind: 'deprivation'; rows: readonly DeprivedArea[] }

/** Take in a part of a directory of places; answers with how many rows are new or have changed. Every commissioner here looks in the same one. */
export async function takeInPlaces(ctx: Context, batch: PlaceBatch): Promise<number> {
  allowOnly(mayImportPlaces(ctx.actor))
  return batch.kind === 'postcodes' ? upsertPostcodes(ctx.db, batch.rows) : upsertDeprivation(ctx.db, batch.rows)
}

export async function recordPlaces(ctx: Context, facts: { kind: string; read: number; imported: number; rejected: number }) {
  allowOnly(mayImportPlaces(ctx.actor))
  await record(ctx, 'commissioner.places-imported', ctx.commissioner.id, facts, { publicPagesStay: true })
}
