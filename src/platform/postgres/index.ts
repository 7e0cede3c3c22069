import { addressIn, asUrl, type PostgresAddress } from './address.ts'
import { ensureCluster } from './cluster.ts'
import { ensureDatabase, enter } from './enter.ts'
import { explainFault } from './explain-fault.ts'
import { findHome } from './home.ts'
import { stayPresent } from './presence.ts'
import { launch, stopServer } from './server.ts'

export { StartFault } from '../errors.ts'
export { asUrl, type PostgresAddress } from './address.ts'

export interface RunningPostgres {
  /** The owner, who makes the tables. Everything else connects as a role that the migrations made. */
  owner: PostgresAddress
  /** The owner's address as a URL. */
  adminUrl: string
  /** The same database as another role. */
  as(user: string): PostgresAddress
  /** True when the server was already running, left by another process or used by one. */
  attached: boolean
  /** Leaves the server, and stops it when no other process is using it. Safe to call twice. */
  stop(): Promise<void>
}

/**
 * The real PostgreSQL that comes from npm, running in `folder`: made there on the first start, attached to when it already runs,
 * started again when it dies. It listens on no network, only on a socket in a folder that nobody else can enter.
 * Throws a StartFault, whose message is one sentence for the person at the terminal.
 */
export async function startPostgres(folder: string, { log = () => {} }: { log?: (line: string) => void } = {}): Promise<RunningPostgres> {
  try {
    const home = await findHome(folder)
    await ensureCluster(home, log)
    let attached = false
    const presence = await stayPresent({
      async enter() {
        const entered = await enter(home, () => launch(home))
        attached = entered.attached
        return entered.client
      },
      arrive: ensureDatabase,
      log,
    })
    const owner = addressIn(home)
    let stopped: Promise<void> | undefined
    return {
      owner,
      adminUrl: asUrl(owner),
      as: (user) => addressIn(home, user),
      attached,
      stop: () => (stopped ??= presence.leave(() => stopServer(home))),
    }
  } catch (error) {
    throw explainFault(error, folder)
  }
}
