import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Command } from './commands.ts'
import { projectFolder } from './configuration.ts'
import type { Json } from './digests.ts'
import { Refused } from './errors.ts'

/** Runs one of bench/ in a process of its own, so that nothing of ours is measured along. It makes its own database and leaves none. */
export const benchmark: Command = {
  name: 'bench',
  takes: '<name>',
  about:
    'Measure how fast it is, as a ratio to the bare work: show, respond, import, results, cross, coding, suggest, alpha, export or burst.',
  options: [{ flags: '--short', about: 'a quick look, for every day' }],
  pure: true,
  async run(_, [name = ''], { short }) {
    const runner = join(projectFolder, 'bench', 'run.ts')
    if (!existsSync(runner)) throw new Refused('The benchmarks are not in this installation: run them in a checkout.')
    const runs = spawn(process.execPath, ['--import', 'tsx', runner, name, ...(short ? ['--short'] : [])], {
      cwd: projectFolder,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [said, [code]] = await Promise.all([text(runs.stdout), once(runs, 'exit')])
    if (code !== 0) throw new Refused(`The benchmark ${name} did not come to its end.`)
    const found = JSON.parse(said) as { [key: string]: Json }
    return {
      json: found,
      text: `${found.name}: ratio ${found.ratio} (ours ${found.ours}, bare ${found.bare} ${found.unit}, ${found.runs} runs)\n${found.notes}`,
    }
  },
}
