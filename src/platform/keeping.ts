import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { backup, restore } from './backup.ts'
import type { BackupEnd } from './backup-file.ts'
import type { Answer, Command } from './commands.ts'

const backingUp: Command = {
  name: 'backup',
  takes: '<file>',
  about:
    'Write everything into one file, as it is in one moment, while people go on working. It holds personal data: keep it as safe as the database.',
  async run({ installation }, [file = '']) {
    // Under another name until it is whole, so that half a backup is never taken for one; for its owner's eyes alone.
    const part = `${file}.part`
    try {
      const end = await backup(installation.owner, createWriteStream(part, { mode: 0o600 }))
      await rename(part, file)
      return answer(end, `${file} holds`)
    } catch (error) {
      await rm(part, { force: true })
      throw error
    }
  },
}

const restoring: Command = {
  name: 'restore',
  takes: '<file>',
  about: 'Fill an empty database from a backup: all of it, or nothing. Afterwards, goldthread verify must pass.',
  run: async ({ installation, open }, [file = '']) => answer(await restore(installation.owner, Readable.from(open(file))), 'Restored'),
}

export const keeping: readonly Command[] = [backingUp, restoring]

function answer({ tables }: BackupEnd, says: string): Answer {
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0)
  return {
    json: { rows, tables: Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, table.rows])) },
    text: `${says} ${rows.toLocaleString('en-GB')} rows of ${Object.keys(tables).length} tables.`,
  }
}
