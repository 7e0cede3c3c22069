import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { holdProcess, letProcessEnd } from './waiting.ts'

// Any number will do, so long as every version of the product uses the same.
const door = 7_046_118_275

interface Arrival {
  enter(): Promise<Client>
  /** Done each time, once nobody can stop the server under us. */
  arrive(client: Client): Promise<void>
  log(line: string): void
}

/**
 * Every process that uses the server holds a shared lock inside it, on a connection of its own. PostgreSQL drops the lock of a process
 * that dies in any way, so the locks are always a true list of who is here. When the connection is lost we come back, which
 * starts the server again if it is gone.
 */
export async function stayPresent({ enter, arrive, log }: Arrival) {
  const stop = new AbortController()
  let client = await takePlace(enter, arrive)
  let returning: Promise<void> = Promise.resolve()

  const watch = () => {
    client.once('end', () => {
      if (!stop.signal.aborted) returning = comeBack()
    })
  }
  const comeBack = async () => {
    log('The database stopped by itself. Starting it again.')
    while (!stop.signal.aborted) {
      try {
        client = await takePlace(enter, arrive)
        return watch()
      } catch (error) {
        log(String(error))
        await sleep(2_000, undefined, { signal: stop.signal }).catch(() => {})
      }
    }
  }
  watch()

  return {
    /** Lets go, and runs `asLast` when nobody else is here; while that runs, nobody can come in. */
    async leave(asLast: () => Promise<void>) {
      stop.abort()
      await returning
      holdProcess(client)
      if (await isLast(client).catch(() => false)) await asLast()
      await client.end().catch(() => {})
    },
  }
}

/** Waits while the last one is leaving, then fails as the server stops; the caller enters again. */
async function takePlace(enter: Arrival['enter'], arrive: Arrival['arrive']): Promise<Client> {
  for (let attempt = 0; ; attempt += 1) {
    const client = await enter()
    try {
      await client.query('select pg_advisory_lock_shared($1)', [door])
      await arrive(client)
      letProcessEnd(client)
      return client
    } catch (error) {
      await client.end().catch(() => {})
      if (attempt >= 3) throw error
    }
  }
}

// Whoever lets go last always gets it, because everyone lets go before asking.
async function isLast(client: Client) {
  await client.query('select pg_advisory_unlock_shared($1)', [door])
  const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [door])
  return rows[0]?.alone === true
}
