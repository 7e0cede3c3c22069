/**
 * A film or recording in MP4 (ISO/IEC 14496-12) without what its maker wrote into it beside pictures and sound: where it was taken, when, with what.
 * Those boxes become empty room of the same length, so that nothing else moves.
 * @returns null where the boxes do not fit into each other, as in a file that was cut short.
 */
export function withoutPlace(bytes: Buffer): Buffer | null {
  const kept = Buffer.from(bytes)
  return empty(kept, 0, kept.length, 0) ? kept : null
}

const holders = new Set(['moov', 'trak', 'mdia', 'moof', 'traf'])
const notes = new Set(['udta', 'meta', 'uuid'])
// Version 0 keeps two moments of four bytes each, version 1 of eight, right after version and flags.
const dated = new Set(['mvhd', 'tkhd', 'mdhd'])
const deepest = 8

function empty(bytes: Buffer, from: number, end: number, depth: number): boolean {
  if (depth > deepest) return false
  for (let at = from; at < end; ) {
    if (at + 8 > end) return false
    const name = bytes.toString('latin1', at + 4, at + 8)
    const short = bytes.readUInt32BE(at)
    if (short === 1 && at + 16 > end) return false
    const head = short === 1 ? 16 : 8
    // Nought: to the end of the file.
    const length = short === 0 ? end - at : short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short
    if (length < head || at + length > end) return false
    const inside = at + head
    if (notes.has(name)) {
      bytes.write('free', at + 4, 'latin1')
      bytes.fill(0, inside, at + length)
    } else if (holders.has(name)) {
      if (!empty(bytes, inside, at + length, depth + 1)) return false
    } else if (dated.has(name) && length >= head + 20) bytes.fill(0, inside + 4, inside + (bytes[inside] === 1 ? 20 : 12))
    at += length
  }
  return true
}
