const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const windows1252 = new TextDecoder('windows-1252')

/**
 * Turns bytes into text as they arrive: UTF-16 where the file says so in its first two bytes, else UTF-8. A line that is not UTF-8 is read as
 * Windows-1252, as older spreadsheets save it; `strayLines` counts them.
 */
export async function* textOf(bytes: AsyncIterable<Uint8Array | string>, heard: { strayLines: number }): AsyncGenerator<string> {
  let held: Buffer = Buffer.alloc(0)
  let utf16: TextDecoder | null | undefined
  for await (const part of bytes) {
    const more = typeof part === 'string' ? Buffer.from(part) : Buffer.from(part.buffer, part.byteOffset, part.byteLength)
    held = held.length ? Buffer.concat([held, more]) : more
    if (utf16 === undefined) {
      if (held.length < 3) continue
      utf16 = utf16Of(held)
      if (held[0] === 0xef && held[1] === 0xbb && held[2] === 0xbf) held = held.subarray(3)
    }
    if (utf16) {
      yield utf16.decode(held, { stream: true })
      held = Buffer.alloc(0)
      continue
    }
    // Whole lines only: no character stands across a line feed.
    const lines = held.lastIndexOf(10) + 1
    if (lines > 0) yield decode(held.subarray(0, lines), heard)
    held = held.subarray(lines)
  }
  if (held.length > 0) yield decode(held, heard)
}

function utf16Of(bytes: Buffer): TextDecoder | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be')
  return null
}

// A NUL is in no word, and no database can hold it.
function decode(bytes: Buffer, heard: { strayLines: number }): string {
  if (bytes.includes(0)) return decode(bytes.filter((byte) => byte !== 0) as Buffer, heard)
  try {
    return utf8.decode(bytes)
  } catch {
    return eachLine(bytes)
      .map((line) => {
        try {
          return utf8.decode(line)
        } catch {
          heard.strayLines += 1
          return windows1252.decode(line)
        }
      })
      .join('')
  }
}

function eachLine(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = []
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(10, from)
    const next = found === -1 ? bytes.length : found + 1
    lines.push(bytes.subarray(from, next))
    from = next
  }
  return lines
}
