import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, NotFound } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import type { PeriodInput } from '../forms.ts'
import type { Period } from '../period.ts'
import { maySetPeriods } from '../policy.ts'
import { insertPeriod, listPeriods } from '../queries/periods.ts'

/** A holiday or a pre-election period that counts here, by its key; not found where there is none or it was taken out. */
export async function findPeriod(ctx: Pick<Context, 'db'>, key: string): Promise<Period> {
  const period = (await listPeriods(ctx.db)).find((one) => one.key === key)
  if (!period) throw new NotFound('period')
  return period
}

export async function addPeriod(ctx: Context, input: PeriodInput) {
  const id = newId()
  await write(ctx, id, id, input)
  await record(ctx, 'period.added', id, facts(id, input), { publicPagesStay: true })
}

/** What was there before stays in the record; from now on this counts. */
export async function changePeriod(ctx: Context, key: string, input: PeriodInput) {
  await findPeriod(ctx, key)
  const id = newId()
  await write(ctx, id, key, input)
  await record(ctx, 'period.changed', id, facts(key, input), { publicPagesStay: true })
}

/** It does not count here any more: a year in which this area does not vote. */
export async function takeOutPeriod(ctx: Context, key: string, { reason }: { reason: string }) {
  const { kind, name } = await findPeriod(ctx, key)
  const id = newId()
  await write(ctx, id, key, { kind, name, from: null, to: null, reason })
  await record(ctx, 'period.taken-out', id, { key }, { publicPagesStay: true })
}

async function write(
  ctx: Context,
  id: string,
  key: string,
  input: Omit<PeriodInput, 'from' | 'to'> & { from: string | null; to: string | null },
) {
  allowOnly(maySetPeriods(ctx.actor))
  await insertPeriod(ctx.db, ctx.commissioner.id, { ...input, id, key, by: staffId(ctx.actor), at: ctx.now })
}

const facts = (key: string, { kind, from, to }: PeriodInput) => ({ key, kind, from, to })
