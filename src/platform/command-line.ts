import { CommanderError, Command as Program } from 'commander'
import type { Answer, Command, Options, Workplace } from './commands.ts'
import { NotAllowed, NotFound, Refused, StartFault } from './errors.ts'

interface CommandLine {
  commands: readonly Command[]
  /** Run a command's work with the place it needs, and tidy up after it. */
  inPlace<T>(command: Command, work: (place: Workplace) => Promise<T>): Promise<T>
}

/** Run one command. Answers with the exit code: 0 done, 1 a rule or the data said no, 2 wrong usage. */
export async function runCommandLine(argv: readonly string[], { commands, inPlace }: CommandLine): Promise<number> {
  let code = 0
  const program = quiet(new Program('goldthread')).description('From what someone said to what changed, in one unbroken thread.')
  for (const command of commands) {
    const made = addCommand(program, command)
    made.action(async (...given: unknown[]) => {
      const { json: asJson, ...options } = made.opts<Options & { json?: boolean }>()
      const args = given.slice(0, made.registeredArguments.length).filter((one): one is string => one !== undefined)
      code = await inPlace(command, async (place) => {
        const answer = await command.run(place, args, options)
        say(answer, asJson ?? false)
        return answer.failed ? 1 : 0
      })
    })
  }
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    return codeOf(error)
  }
}

function addCommand(program: Program, command: Command): Program {
  const words = command.name.split(' ')
  const last = words.pop()!
  let parent = program
  for (const word of words)
    parent = parent.commands.find((known) => known.name() === word) ?? quiet(parent.command(word)).description(`${word} …`)
  const made = quiet(parent.command(command.takes ? `${last} ${command.takes}` : last))
    .description(command.about)
    .option('--json', 'answer in JSON on standard output')
  for (const option of command.options ?? [])
    option.required ? made.requiredOption(option.flags, option.about) : made.option(option.flags, option.about)
  return made
}

const quiet = (program: Program) => program.exitOverride().showHelpAfterError('Add --help to see how it is used.')

function say({ json, text }: Answer, asJson: boolean) {
  const line = asJson ? JSON.stringify(json) : text
  if (line) process.stdout.write(`${line}\n`)
}

function codeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof Refused || error instanceof StartFault) return complain(error.message)
  if (error instanceof NotFound) return complain(error.message || 'There is no such thing here.')
  if (error instanceof NotAllowed) return complain('That person’s role does not allow this.')
  const file = error as NodeJS.ErrnoException
  if (file.code === 'ENOENT' && file.path) return complain(`There is no file ${file.path}.`)
  if (file.code === 'EACCES' && file.path) return complain(`The file ${file.path} cannot be read or written.`)
  if (file.code === 'ENOSPC') return complain('The disk is full: make room, then try again. Nothing was half-done.')
  throw error
}

function complain(message: string): number {
  process.stderr.write(`${message}\n`)
  return 1
}
