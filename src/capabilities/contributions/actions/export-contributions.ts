import type { Context } from '#platform/context.ts'
import { allowOnly, NotFound } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import type { Looking } from '../forms.ts'
import { mayExport } from '../policy.ts'
import { findSource } from '../queries/take-in.ts'

/** Write down that these contributions leave the house, and what was asked for. To be committed before the first byte goes. */
export async function recordExport(ctx: Context, looking: Looking) {
  allowOnly(mayExport(ctx.actor))
  await record(ctx, 'contributions.exported', ctx.commissioner.id, criteriaOf(looking), { publicPagesStay: true })
}

/** What to export, by the name of its source; everything where none is named. */
export async function findExport(ctx: Context, sourceName: string | undefined): Promise<Looking> {
  allowOnly(mayExport(ctx.actor))
  if (sourceName === undefined) return {}
  const source = await findSource(ctx.db, sourceName.normalize('NFC').trim())
  if (!source) throw new NotFound(`There is no source called “${sourceName}”.`)
  return { source: source.id }
}

/** The criteria as an event may hold them: words looked for may name somebody, so only that there were some. */
export const criteriaOf = ({ survey, source, hidden, words }: Looking) => ({
  ...(survey && { survey }),
  ...(source && { source }),
  ...(hidden && { hidden }),
  ...(words && { searched: true }),
})
