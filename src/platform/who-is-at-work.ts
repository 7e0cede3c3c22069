import type pg from 'pg'

export type Register = ReturnType<typeof createRegister>

/** Who is at work, and when each was last seen; without it a dead worker's jobs would wait four hours. */
export function createRegister(pool: pg.Pool, silence: number) {
  const ids = new Set<string>()
  return {
    join: (id: string) => void ids.add(id),
    async sayAlive() {
      await pool.query(
        'insert into graphile_worker.goldthread_workers (worker_id) select unnest($1::text[]) on conflict (worker_id) do update set seen_at = now()',
        [[...ids]],
      )
    },
    async leave() {
      const gone = [...ids]
      ids.clear()
      await pool.query('delete from graphile_worker.goldthread_workers where worker_id = any($1)', [gone])
    },
    /** A job just taken may be held by a worker that is still about to say its first word. */
    async freeTheDead() {
      await pool.query(
        `with silent as (select now() - $1 * interval '1 millisecond' as since),
          forgotten as (delete from graphile_worker.goldthread_workers where seen_at < now() - interval '1 day')
        select graphile_worker.force_unlock_workers(array(
          select distinct j.locked_by from graphile_worker._private_jobs j, silent
          where j.locked_at < silent.since
            and not exists (select from graphile_worker.goldthread_workers w where w.worker_id = j.locked_by and w.seen_at > silent.since)))`,
        [silence],
      )
    },
  }
}
