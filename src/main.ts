import { runCommandLine } from '#platform/command-line.ts'
import type { Command, Workplace } from '#platform/commands.ts'
import { readConfiguration } from '#platform/configuration.ts'
import { StartFault } from '#platform/errors.ts'
import { faultOf } from '#platform/failures.tsx'
import { openInstallation } from '#platform/installation.ts'
import { createLog } from '#platform/logs.ts'
import { operations } from '#platform/operations.ts'
import { workplaceIn, workplaceWithoutDatabase } from '#platform/workplace.ts'
import * as app from './app.ts'

const say = (line: string) => void process.stderr.write(`${line}\n`)

async function inPlace<T>(command: Command, work: (place: Workplace) => Promise<T>): Promise<T> {
  if (command.pure) return work(workplaceWithoutDatabase())
  const configuration = readConfiguration(process.env)
  const installation = await openInstallation(configuration, say)
  try {
    const publicUrl = configuration.publicUrl ?? 'http://127.0.0.1:3000'
    return await work(workplaceIn({ installation, configuration, slots: app.slots, log: createLog(configuration.logLevel), publicUrl }))
  } finally {
    await installation.close()
  }
}

/** A fault may carry what someone typed, so only its kind and its place are said. */
function sayFault(error: unknown) {
  say(error instanceof StartFault ? error.message : `Goldthread stopped at a fault of its own: ${JSON.stringify(faultOf(error))}`)
}

process.on('uncaughtException', (error) => {
  sayFault(error)
  process.exit(1)
})

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), { commands: [...operations(app), ...app.slots.commands], inPlace })
} catch (error) {
  sayFault(error)
  process.exitCode = 1
}
