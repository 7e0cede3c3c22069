import { crc32 } from 'node:zlib'

/**
 * A picture without what its makers wrote into it beside the picture: where and when it was taken, by whom, with what, and thumbnails of what was
 * cut away. What is needed to draw it stays: colours, movement, and which way is up. The picture itself is not decoded or changed.
 * Sources: JPEG: ITU-T T.81 annex B, JFIF (ITU-T T.871), Exif 2.32; PNG: W3C third edition; WebP: RFC 9649.
 * @returns null where the bytes are not one whole picture of this type; what follows its end is left out.
 */
export function withoutMetadata(type: 'image/jpeg' | 'image/png' | 'image/webp', bytes: Buffer): Buffer | null {
  try {
    return { 'image/jpeg': cleanJpeg, 'image/png': cleanPng, 'image/webp': cleanWebp }[type](bytes)
  } catch (error) {
    // Read past the end: it was cut short.
    if (error instanceof RangeError) return null
    throw error
  }
}

function cleanJpeg(bytes: Buffer): Buffer | null {
  if (bytes.readUInt16BE(0) !== 0xffd8) return null
  const kept: Buffer[] = []
  let orientation = 1
  let frames = 0
  let scans = 0
  for (let at = 2; ; ) {
    if (bytes[at] !== 0xff) return null
    // Any number of fill bytes may stand before a marker.
    while (bytes[at + 1] === 0xff) at += 1
    const marker = bytes.readUInt8(at + 1)
    if (marker === 0xd9) {
      if (frames !== 1 || scans === 0) return null
      const up = orientation === 1 ? [] : [jpegSegment(0xe1, Buffer.concat([exifMark, tiffOf(orientation)]))]
      // A JFIF segment comes first where there is one.
      const first = kept[0]?.readUInt8(1) === 0xe0 ? kept.splice(0, 1) : []
      return Buffer.concat([Buffer.from([0xff, 0xd8]), ...first, ...up, ...kept, Buffer.from([0xff, 0xd9])])
    }
    if (marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) return null
    const length = bytes.readUInt16BE(at + 2)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) return null
    const content = bytes.subarray(at + 4, end)
    if (marker === 0xe1 && startsWith(content, exifMark)) orientation = orientationOf(content.subarray(exifMark.length))
    if (isFrame(marker)) {
      frames += 1
      // Precision, then height and width.
      if (content.readUInt16BE(3) === 0) return null
    }
    const stays = jpegStays(marker, content)
    if (stays) kept.push(stays === true ? bytes.subarray(at, end) : jpegSegment(marker, stays))
    at = end
    if (marker === 0xda) {
      scans += 1
      // The scan's own data end at the next marker that is neither a restart nor a written-out FF.
      at = bytes.indexOf(0xff, at)
      while (at >= 0 && isData(bytes.readUInt8(at + 1))) at = bytes.indexOf(0xff, at + 2)
      if (at < 0) return null
      kept.push(bytes.subarray(end, at))
    }
  }
}

const isData = (after: number) => after === 0 || (after >= 0xd0 && after <= 0xd7)

// SOF0 to SOF15, but for the three numbers among them that are something else: DHT, JPG, DAC.
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const exifMark = Buffer.from('Exif\0\0', 'latin1')

/** Whether a segment stays as it is, or what it becomes. */
function jpegStays(marker: number, content: Buffer): boolean | Buffer {
  if (marker === 0xfe) return false
  if (marker < 0xe0 || marker > 0xef) return true
  // JFIF: its density, without its thumbnail.
  if (marker === 0xe0 && startsWith(content, Buffer.from('JFIF\0')) && content.length >= 14)
    return Buffer.concat([content.subarray(0, 12), Buffer.from([0, 0])])
  if (marker === 0xe2) return startsWith(content, Buffer.from('ICC_PROFILE\0'))
  // Without Adobe's twelve bytes on how colours are written, a print picture shows in the wrong ones.
  return marker === 0xee && content.length === 12 && startsWith(content, Buffer.from('Adobe'))
}

function jpegSegment(marker: number, content: Buffer) {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const pngNeeded = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND'])
// Transparency, colours, size of a pixel, and movement (APNG).
const pngKept = new Set('tRNS cHRM gAMA iCCP sBIT sRGB bKGD hIST sPLT pHYs cICP mDCV cLLI acTL fcTL fdAT'.split(' '))

function cleanPng(bytes: Buffer): Buffer | null {
  if (!startsWith(bytes, pngMark)) return null
  const kept: { name: string; whole: Buffer }[] = []
  let orientation = 1
  for (let at = pngMark.length; ; ) {
    const length = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    const sum = bytes.readUInt32BE(at + 8 + length)
    if (sum !== crc32(bytes.subarray(at + 4, at + 8 + length))) return null
    if ((name === 'IHDR') !== (kept.length === 0)) return null
    const content = bytes.subarray(at + 8, at + 8 + length)
    if (name === 'eXIf') orientation = orientationOf(content)
    // A capital at its front: without it the picture cannot be drawn, and we do not know it.
    const needed = /^[A-Z]/.test(name)
    if (needed && !pngNeeded.has(name)) return null
    if (needed || pngKept.has(name)) kept.push({ name, whole: bytes.subarray(at, at + 12 + length) })
    at += 12 + length
    if (name === 'IEND') break
  }
  if (kept[0]?.whole.length !== 25) return null
  const picture = kept.findIndex(({ name }) => name === 'IDAT')
  if (picture < 0) return null
  if (orientation !== 1) kept.splice(picture, 0, { name: 'eXIf', whole: pngChunk('eXIf', tiffOf(orientation)) })
  return Buffer.concat([pngMark, ...kept.map(({ whole }) => whole)])
}

function pngChunk(name: string, content: Buffer) {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

const webpKept = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const webpFrame = new Set(['VP8 ', 'VP8L', 'ALPH'])
const [hasExif, hasXmp] = [0x08, 0x04]

function cleanWebp(bytes: Buffer): Buffer | null {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return null
  const end = 8 + bytes.readUInt32LE(4)
  if (end > bytes.length) return null
  const found = riffChunks(bytes.subarray(12, end))
  if (!found?.some(({ name }) => name === 'VP8 ' || name === 'VP8L' || name === 'ANMF')) return null
  const exif = found.find(({ name }) => name === 'EXIF')?.content
  // Some write the mark of a JPEG's segment before it.
  const orientation = exif ? orientationOf(startsWith(exif, exifMark) ? exif.subarray(exifMark.length) : exif) : 1
  const kept: Buffer[] = []
  for (const { name, content } of found) {
    if (!webpKept.has(name)) continue
    if (name === 'VP8X') {
      if (content.length !== 10 || kept.length > 0) return null
      const head = Buffer.from(content)
      head[0] = (head[0]! & ~(hasExif | hasXmp)) | (orientation === 1 ? 0 : hasExif)
      kept.push(riffChunk(name, head))
    } else if (name === 'ANMF') {
      const inside = riffChunks(content.subarray(16))
      if (content.length < 16 || !inside) return null
      const drawn = inside.filter((chunk) => webpFrame.has(chunk.name)).map((chunk) => riffChunk(chunk.name, chunk.content))
      kept.push(riffChunk(name, Buffer.concat([content.subarray(0, 16), ...drawn])))
    } else kept.push(riffChunk(name, content))
  }
  if (orientation !== 1 && kept[0]?.toString('latin1', 0, 4) === 'VP8X') kept.push(riffChunk('EXIF', tiffOf(orientation)))
  return riffChunk('RIFF', Buffer.concat([Buffer.from('WEBP'), ...kept]))
}

function riffChunks(bytes: Buffer): { name: string; content: Buffer }[] | null {
  const chunks = []
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readUInt32LE(at + 4)
    if (at + 8 + length > bytes.length) return null
    chunks.push({ name: bytes.toString('latin1', at, at + 4), content: bytes.subarray(at + 8, at + 8 + length) })
    at += 8 + length + (length % 2)
  }
  return chunks
}

function riffChunk(name: string, content: Buffer) {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
}

const startsWith = (bytes: Buffer, mark: Buffer) => bytes.subarray(0, mark.length).equals(mark)

const orientationTag = 0x0112

/** Which way is up, 1 (as it is) to 8, as the first directory of an Exif block says (TIFF 6.0 section 2); 1 where it says nothing we can read. */
function orientationOf(tiff: Buffer): number {
  if (tiff.length < 8) return 1
  const order = tiff.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') return 1
  const short = (at: number) => (at + 2 > tiff.length ? 0 : order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const entries = short(directory)
  for (let at = directory + 2; at < directory + 2 + entries * 12 && at + 12 <= tiff.length; at += 12)
    if (short(at) === orientationTag && short(at + 2) === 3) {
      const value = short(at + 8)
      return value >= 1 && value <= 8 ? value : 1
    }
  return 1
}

/** An Exif block that says which way is up and nothing else. */
const tiffOf = (orientation: number) =>
  Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0])
