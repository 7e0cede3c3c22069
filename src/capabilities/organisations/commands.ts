import { createInterface } from 'node:readline'
import { parse } from 'csv-parse/sync'
import type { Answer, Command, Workplace } from '#platform/commands.ts'
import { Refused } from '#platform/errors.ts'
import { importPractices, type PracticeImport, type PracticeRow } from './actions/import-practices.ts'

const importPracticesCommand: Command = {
  name: 'import practices',
  takes: '<file>',
  about: 'Bring in the NHS list of practices (epraccur: 27 columns, no header); safe to repeat',
  options: [{ flags: '--commissioner <slug>', about: 'whose register; may be left out where there is only one' }],
  async run(place, [file = '-'], { commissioner }) {
    const slug = typeof commissioner === 'string' ? commissioner : await onlyCommissioner(place)
    const result = await place.within(slug, (ctx) => importPractices(ctx, rowsOf(place.open(file)), (done) => place.progress(done, null)))
    return answerOf(result)
  },
}

export const commands: readonly Command[] = [importPracticesCommand]

async function onlyCommissioner(place: Workplace) {
  const [only, ...more] = await place.commissioners()
  if (!only) throw new Refused('There is no commissioner yet: add one with "commissioner add"')
  if (more.length) throw new Refused('There are several commissioners: say which with --commissioner')
  return only.slug
}

/** The list holds no line breaks inside its cells, so a line is a row and a broken one spoils no other. */
async function* rowsOf(bytes: NodeJS.ReadableStream): AsyncGenerator<PracticeRow> {
  let row = 0
  for await (const line of createInterface({ input: bytes, crlfDelay: Number.POSITIVE_INFINITY })) {
    row += 1
    if (line.trim()) yield { row, cells: cellsOf(row === 1 ? line.replace(/^\uFEFF/, '') : line) }
  }
}

function cellsOf(line: string): string[] | null {
  try {
    return parse(line, { relax_column_count: true })[0] ?? null
  } catch {
    return null
  }
}

const answerOf = ({ read, imported, already, rejected }: PracticeImport): Answer => ({
  json: { read, imported, already, rejected: rejected.map(({ row, reason }) => ({ row, reason })) },
  text: [
    `${read} rows read: ${imported} imported, ${already} already there, ${rejected.length} rejected`,
    ...rejected.map(({ row, reason }) => `Row ${row}: ${reason}`),
  ].join('\n'),
})
