import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { addressIn, databaseName } from './address.ts'
import { explainFault } from './explain-fault.ts'
import type { Home } from './home.ts'
import type { Launched } from './server.ts'

/** Long enough for what a killed server leaves behind (a lock, shared memory, its last children) to go. */
const patience = 10_000

/**
 * A connection as the owner to the server in the folder, which is launched when nobody answers.
 * PostgreSQL itself settles who wins when several try: the others are refused by its lock, and then find the winner answering.
 */
export async function enter(home: Home, launch: () => Promise<Launched>): Promise<{ client: Client; attached: boolean }> {
  let launched: Launched | undefined
  let refused = ''
  let lastSign = Date.now()
  for (;;) {
    const answer = await knock(home)
    if (answer instanceof Client) return { client: answer, attached: !launched || launched.lastWords() !== undefined }
    if (answer === 'not yet') lastSign = Date.now()

    if (Date.now() - lastSign > patience)
      throw explainFault(launched?.lastWords() ?? (refused || 'nothing answers on its socket'), home.folder)
    if (answer === 'nobody' && (!launched || launched.lastWords() !== undefined)) {
      refused = launched?.lastWords() ?? ''
      if (launched && !mayPass(refused)) throw explainFault(refused, home.folder)
      if (launched) await sleep(200)
      launched = await launch()
    }
    await sleep(15)
  }
}

const mayPass = (words: string) => /lock file|shared memory|still in use|being used by|terminated by signal/.test(words)

/** `not yet`: it is starting, recovering or stopping. `nobody`: nothing listens there. */
async function knock(home: Home): Promise<Client | 'not yet' | 'nobody'> {
  const client = new Client({
    ...addressIn(home),
    database: 'postgres',
    application_name: 'goldthread presence',
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    const code = String((error as { code?: unknown }).code ?? '')
    if (/ENOENT|ECONNREFUSED/.test(code)) return 'nobody'
    if (/57P0[123]|ECONNRESET|EPIPE/.test(code) || /terminated unexpectedly/.test(String(error))) return 'not yet'
    throw explainFault(error, home.folder)
  }
}

/** The one database of the product, made on the first start. */
export async function ensureDatabase(client: Client) {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
  if (rowCount) return
  // Two first starts at once may both come here; 42P04 and 23505 say that the other was quicker.
  await client.query(`create database ${databaseName}`).catch((error) => {
    if (!['42P04', '23505'].includes(error.code)) throw error
  })
}
