import type { Command, Workplace } from '#platform/commands.ts'
import { Refused } from '#platform/errors.ts'
import { extendFrame } from './actions/extend-frame.ts'
import { largestFile, readFrameFile } from './filed-frame.ts'

const importFrame: Command = {
  name: 'import frame',
  takes: '<file>',
  about:
    'Bring in a coding frame, safe to repeat: a CSV or workbook with columns for theme, sub-theme or parent, and what each theme means.',
  options: [
    { flags: '--commissioner <slug>', about: 'whose frame it becomes', required: true },
    { flags: '--title <title>', about: 'the name of the frame; one of this name gets the themes it lacks', required: true },
  ],
  async run(place, [name = '-'], { commissioner, title }) {
    const called = String(title).normalize('NFC').trim().slice(0, 120)
    if (called === '') throw new Refused('Say with --title what the frame is called.')
    const { read, count, themes, rejected, columns } = await readFrameFile(await wholeFile(place, name))
    const { frameId, added, already } = await place.within(String(commissioner), (ctx) => extendFrame(ctx, called, themes))
    const lines = [
      `Rows read: ${read}. Themes in the file: ${count}. Brought in: ${added}. Here already: ${already}. Refused: ${rejected.length}.`,
      ...columns.map(({ header, as }) => `  ${as === null ? `Column “${header}” was not read` : `Column “${header}” was read as ${as}`}`),
      ...rejected.map(({ row, reason }) => `  Row ${row}: ${reason}`),
      `Frame ${frameId}`,
    ]
    return {
      json: { read, imported: added, already, rejected: rejected.map((one) => ({ ...one })), frame: frameId },
      text: lines.join('\n'),
    }
  },
}

export const commands: readonly Command[] = [importFrame]

/** One that is too large is not read to its end. */
async function wholeFile(place: Workplace, name: string): Promise<Uint8Array> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of place.open(name) as AsyncIterable<Uint8Array | string>) {
    parts.push(Buffer.from(part as Uint8Array))
    size += part.length
    if (size > largestFile) break
  }
  return Buffer.concat(parts)
}
