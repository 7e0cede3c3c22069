import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { withoutMetadata } from './photographs.ts'

// A picture of six by four points, as a browser writes it.
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAEAAYDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAXEAEAAwAAAAAAAAAAAAAAAAAAAQMy/8QAFQEBAQAAAAAAAAAAAAAAAAAABAb/xAAdEQAABQUAAAAAAAAAAAAAAAAAAQIEsQMzNHFy/9oADAMBAAIRAxEAPwCLXiAAXV9ezkVDHFp8lA//2Q==',
  'base64',
)
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAYAAAAECAYAAACtBE5DAAAAKUlEQVR4AZTJMQ0AAAgDwaY2MIAqdGIEPSVsLAx8ctMTkRrlpo04+o8GAAD//27dvyIAAAAGSURBVAMARggMj9e87IoAAAAASUVORK5CYII=',
  'base64',
)
const webp = Buffer.from(
  'UklGRlIAAABXRUJQVlA4IEYAAABQAgCdASoGAAQAAoBCJagCdHIAqgDJAP0ABsAA/u1lax3vBIQy/aNQnfvbHtGoTsM//jt+jAp34//+Wh/xB6MCnfj/jGAA',
  'base64',
)
const pictures = { 'image/jpeg': jpeg, 'image/png': png, 'image/webp': webp } as const
type PictureType = keyof typeof pictures

const latin = (text: string) => Buffer.from(text, 'latin1')
const place = latin('GPS 53.4808 -2.2426 by Ada Private')

/** An Exif block in the order of a camera of either make: which way is up, and a place. */
function exif(orientation: number, order: 'II' | 'MM' = 'II') {
  const block = Buffer.alloc(8 + 2 + 24 + 4)
  const [short, long] = (order === 'II' ? [block.writeUInt16LE, block.writeUInt32LE] : [block.writeUInt16BE, block.writeUInt32BE]).map(
    (write) => write.bind(block),
  ) as [(value: number, at: number) => number, (value: number, at: number) => number]
  block.write(order, 'latin1')
  short(42, 2)
  long(8, 4)
  short(2, 8)
  for (const [at, tag, kind, value] of [
    [10, 0x0112, 3, orientation],
    [22, 0x8825, 4, 38],
  ] as const) {
    short(tag, at)
    short(kind, at + 2)
    long(1, at + 4)
    if (kind === 3) short(value, at + 8)
    else long(value, at + 8)
  }
  return Buffer.concat([block, place])
}

function segment(marker: number, content: Buffer) {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}
/** The JPEG with more segments after its first. */
const jpegWith = (...segments: Buffer[]) => Buffer.concat([jpeg.subarray(0, 20), ...segments, jpeg.subarray(20)])

function chunk(name: string, content: Buffer) {
  const named = Buffer.concat([latin(name), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
const pngWith = (...chunks: Buffer[]) => Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)])

function riff(name: string, content: Buffer) {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(content.length)
  return Buffer.concat([latin(name), length, content, Buffer.alloc(content.length % 2)])
}
const extended = (flags: number) => riff('VP8X', Buffer.from([flags, 0, 0, 0, 5, 0, 0, 3, 0, 0]))
const webpOf = (...chunks: Buffer[]) => riff('RIFF', Buffer.concat([latin('WEBP'), ...chunks]))

test('a picture that holds nothing but the picture stays as it is', () => {
  for (const [type, bytes] of Object.entries(pictures)) assert.deepEqual(withoutMetadata(type as PictureType, bytes), bytes, type)
})

test('SAY-1: a JPEG loses place, maker, comments, thumbnails and what hangs on after its end', () => {
  const dressed = Buffer.concat([
    jpegWith(
      segment(0xe0, Buffer.concat([latin('JFXX\0'), place])),
      segment(0xe1, Buffer.concat([latin('Exif\0\0'), exif(1)])),
      segment(0xe1, Buffer.concat([latin('http://ns.adobe.com/xap/1.0/\0'), place])),
      segment(0xe2, Buffer.concat([latin('MPF\0'), place])),
      segment(0xed, Buffer.concat([latin('Photoshop 3.0\0'), place])),
      segment(0xfe, place),
    ),
    place,
  ])
  assert.deepEqual(withoutMetadata('image/jpeg', dressed), jpeg)
})

test('colours of a JPEG stay: its profile, and how a print picture writes them', () => {
  const coloured = jpegWith(segment(0xe2, latin('ICC_PROFILE\0\x01\x01colours')), segment(0xee, latin('Adobe\0d\0\0\0\0\x02')))
  assert.deepEqual(withoutMetadata('image/jpeg', coloured), coloured)
})

test('which way is up stays, whatever the camera’s order of bytes, and nothing else of its block', () => {
  for (const order of ['II', 'MM'] as const)
    for (let orientation = 1; orientation <= 8; orientation += 1) {
      const block = exif(orientation, order)
      const cleaned = {
        'image/jpeg': withoutMetadata('image/jpeg', jpegWith(segment(0xe1, Buffer.concat([latin('Exif\0\0'), block])))),
        'image/png': withoutMetadata('image/png', pngWith(chunk('eXIf', block))),
        'image/webp': withoutMetadata('image/webp', webpOf(extended(0x0c), webp.subarray(12), riff('EXIF', block), riff('XMP ', place))),
      }
      for (const [type, bytes] of Object.entries(cleaned)) {
        assert.ok(bytes && !bytes.includes('GPS'), type)
        const says = bytes.indexOf(Buffer.from([1, 0x12, 0, 3, 0, 0, 0, 1, 0]))
        assert.equal(says < 0 ? 1 : bytes[says + 9], orientation, `${type} ${order}`)
        // Cleaned again it stays the same.
        assert.deepEqual(withoutMetadata(type as PictureType, bytes), bytes)
      }
    }
})

test('SAY-1: a PNG loses its texts, moments and places, and keeps what it needs to be drawn', () => {
  const kept = [chunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f])), chunk('pHYs', Buffer.alloc(9))]
  const dressed = pngWith(...kept, ...['tEXt', 'iTXt', 'zTXt', 'tIME', 'eXIf', 'prVt'].map((name) => chunk(name, place)))
  assert.deepEqual(withoutMetadata('image/png', Buffer.concat([dressed, place])), pngWith(...kept))
})

test('SAY-1: a WebP loses Exif and XMP, says so in its head, and keeps its frames without what was hidden in them', () => {
  const drawn = webp.subarray(12)
  const head = Buffer.alloc(16)
  const dressed = webpOf(
    extended(0x02 | 0x0c),
    riff('ANIM', Buffer.alloc(6)),
    riff('ANMF', Buffer.concat([head, drawn, riff('NOTE', place)])),
    riff('EXIF', exif(1)),
    riff('XMP ', place),
    riff('NOTE', place),
  )
  const clean = webpOf(extended(0x02), riff('ANIM', Buffer.alloc(6)), riff('ANMF', Buffer.concat([head, drawn])))
  assert.deepEqual(withoutMetadata('image/webp', Buffer.concat([dressed, place])), clean)
})

test('a picture cut short anywhere is refused, whole or not at all', () => {
  for (const [type, bytes] of Object.entries(pictures))
    for (let length = 0; length < bytes.length; length += 1)
      assert.equal(withoutMetadata(type as PictureType, bytes.subarray(0, length)), null, `${type} at ${length}`)
})

test('no bytes make it throw, and what it gives it gives again', () => {
  const types = Object.keys(pictures) as PictureType[]
  fc.assert(
    fc.property(
      fc.constantFrom(...types),
      fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
      fc.uint8Array({ maxLength: 60 }),
      (type, changes, more) => {
        const bytes = Buffer.concat([pictures[type], more])
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        const once = withoutMetadata(type, bytes)
        if (once) assert.deepEqual(withoutMetadata(type, once), once)
        withoutMetadata(type, Buffer.from(more))
      },
    ),
    { numRuns: 2000 },
  )
})
