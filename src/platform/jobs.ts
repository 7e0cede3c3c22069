import { sql } from 'kysely'
import type { Context } from './context.ts'
import type { Json } from './digests.ts'

/** Run work in one transaction, bound to the job's commissioner, as the system. */
export type Within = <T>(work: (ctx: Context) => Promise<T>) => Promise<T>

/** What happens later. A job runs at least once, so doing it twice must come to the same. */
export interface Job {
  name: string
  /** Also done by itself, for every commissioner, this often. */
  everySeconds?: number
  /** Opens the installation's accounts to it: for mail to staff. */
  signingIn?: true
  run(within: Within, payload: { [key: string]: Json }): Promise<void>
}

/** Ask for a job in this transaction: it happens only if the transaction does. A key keeps the same job from waiting twice. */
export async function addJob(
  ctx: Context,
  name: string,
  payload: { [key: string]: Json } = {},
  { runAt = null, key = null }: { runAt?: Date | null; key?: string | null } = {},
) {
  await sql`select add_job(${name}, ${JSON.stringify(payload)}::jsonb, ${runAt}::timestamptz, ${key})`.execute(ctx.db)
}
