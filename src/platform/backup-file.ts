import type { Hash } from 'node:crypto'

/** A backup is a gzip of frames: a head, then for each table its rows in PostgreSQL's text format and an empty frame, then an end with counts. */
export const format = 'goldthread-backup-1'

export interface BackupHead {
  format: typeof format
  madeAt: string
  /** The migrations of the database it was made from. */
  migrations: string[]
  tables: { name: string; columns: string[] }[]
}

export interface BackupEnd {
  tables: Record<string, { rows: number; sha256: string }>
}

export interface Counted {
  rows: number
  hash: Hash
}

/** Four bytes that say how many follow. */
export function frame(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** The frames of a stream, one at a time. Throws a RangeError where it breaks off within one. */
export async function* framesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  let wanted: number | null = null
  const take = (count: number) => {
    const all = held.length === 1 ? held[0]! : Buffer.concat(held)
    held = [all.subarray(count)]
    size -= count
    return all.subarray(0, count)
  }
  for await (const chunk of chunks) {
    held.push(chunk)
    size += chunk.length
    for (;;) {
      if (wanted === null && size >= 4) wanted = take(4).readUInt32BE()
      if (wanted === null || size < wanted) break
      yield take(wanted)
      wanted = null
    }
  }
  if (size > 0 || wanted !== null) throw new RangeError('The file breaks off')
}
