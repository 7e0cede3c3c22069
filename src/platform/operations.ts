import { once } from 'node:events'
import { benchmark } from './benchmark.ts'
import type { Command, Workplace } from './commands.ts'
import { Refused } from './errors.ts'
import { keeping } from './keeping.ts'
import { createLog } from './logs.ts'
import { checkPort, doJobs, serve } from './serve.ts'
import type { ServerOptions } from './server.tsx'
import type { Slots } from './slots.ts'

interface Whole {
  slots: Slots
  frontPage: ServerOptions['frontPage']
  /** Loads the demonstration into an empty installation. */
  loadDemonstration(place: Workplace): Promise<unknown>
  /** The path of a new one-use link for the demonstration's staff; null where it is not loaded. */
  linkIntoDemonstration(place: Workplace): Promise<string | null>
}

const serving = ({ slots, frontPage, loadDemonstration, linkIntoDemonstration }: Whole): Command => ({
  name: 'serve',
  about: 'Bring the database up to date, then serve web and worker at one address.',
  options: [
    { flags: '--port <number>', about: 'the port to listen on (3000)' },
    { flags: '--host <address>', about: 'the address to listen on (127.0.0.1: this machine only)' },
    { flags: '--no-worker', about: 'serve pages only, where another process does the jobs' },
  ],
  async run(place, _, options) {
    const { installation, configuration } = place
    const host = String(options.host ?? '127.0.0.1')
    const port = portOf(options.port ?? process.env.PORT ?? '3000')
    await checkPort(host, port)
    if (installation.embedded && (await place.commissioners()).length === 0) await loadDemonstration(place)
    const running = await serve({
      configuration,
      installation,
      slots,
      log: createLog(configuration.logLevel),
      frontPage,
      host,
      port,
      worker: options.worker !== false,
    })
    // Listened for before anything is said, so that whoever reads the address may stop it at once.
    const told = untilTold()
    place.write(`Goldthread is at ${running.publicUrl}`)
    const link = installation.embedded ? await linkIntoDemonstration(place) : null
    if (link) place.write(`Sign in once as Northmoor’s staff: ${running.publicUrl}${link}`)
    await told
    await running.stop()
    return { json: { stopped: true }, text: '' }
  },
})

const working = ({ slots }: Whole): Command => ({
  name: 'worker',
  about: 'Do the jobs: mail, seals and whatever else happens later. Runs until stopped.',
  async run(place) {
    const { installation, configuration } = place
    const running = await doJobs({ installation, configuration, slots, log: createLog(configuration.logLevel), publicUrl: place.publicUrl })
    const told = untilTold()
    place.write('The worker is at work.')
    await told
    await running.stop()
    return { json: { stopped: true }, text: '' }
  },
})

const migrate: Command = {
  name: 'migrate',
  about: 'Bring the database up to date.',
  // Opening the installation has done it.
  run: async () => ({ json: { upToDate: true }, text: 'The database is up to date.' }),
}

/** The commands that run the house itself. */
export const operations = (whole: Whole): readonly Command[] => [serving(whole), working(whole), migrate, ...keeping, benchmark]

function portOf(text: string | boolean | string[]): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Refused('The port must be a number from 0 to 65535.')
  return port
}

/** Long enough to answer what is being asked and to finish a job. */
const patience = 10_000

/** Until the terminal or the system asks to stop; asked twice, or when something does not come to an end, it stops at once. */
async function untilTold() {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  setTimeout(() => process.exit(1), patience).unref()
}
