import { createHash } from 'node:crypto'
import { Zip, ZipDeflate } from 'fflate'

/** A zip that is written as it comes, with a manifest of the SHA-256 of every file in it. Memory does not grow with what goes in. */
export function createPackageFile() {
  const ready: Uint8Array[] = []
  const files: { name: string; bytes: number; sha256: string }[] = []
  const zip = new Zip((fault, part) => {
    if (fault) throw fault
    ready.push(part)
  })
  const add = async function* (name: string, parts: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>) {
    const file = new ZipDeflate(name, { level: 6 })
    zip.add(file)
    const hash = createHash('sha256')
    let bytes = 0
    for await (const part of parts) {
      const chunk = typeof part === 'string' ? new TextEncoder().encode(part) : new Uint8Array(part)
      hash.update(chunk)
      bytes += chunk.length
      file.push(chunk)
      yield* ready.splice(0)
    }
    file.push(new Uint8Array(), true)
    files.push({ name, bytes, sha256: hash.digest('hex') })
    yield* ready.splice(0)
  }
  return {
    /** One file; what is ready of the zip comes back. */
    add,
    /** The manifest, and the end. */
    async *end(about: Readonly<Record<string, string>>): AsyncGenerator<Uint8Array> {
      yield* add('manifest.json', [`${JSON.stringify({ ...about, files }, null, 2)}\n`])
      zip.end()
      yield* ready.splice(0)
    },
  }
}

/** A line of CSV (RFC 4180). */
export const csvLine = (cells: readonly string[]) =>
  `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`

/** The mark at its start tells a spreadsheet that a file is UTF-8. */
export const csvMark = '\uFEFF'
