import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import type { Actor, Context } from './context.ts'
import { NotFound, Refused } from './errors.ts'
import { safeName } from './file-types.ts'
import {
  checkFile,
  claimFile,
  type FileKind,
  findFile,
  keepFile,
  letFilesWait,
  megabyte,
  readFile,
  removeFile,
  sweepFiles,
  type Upload,
} from './files.ts'
import { withoutPlace } from './recordings.ts'
import { gather } from './slots.ts'
import { inHouse, type TestHouse } from './testing.ts'

const slots = gather([])
const anyone: Actor = { kind: 'public' }

const latin = (text: string) => Buffer.from(text, 'latin1')
const pdf = latin('%PDF-1.7\n%%EOF\n')
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAYAAAAECAYAAACtBE5DAAAAKUlEQVR4AZTJMQ0AAAgDwaY2MIAqdGIEPSVsLAx8ctMTkRrlpo04+o8GAAD//27dvyIAAAAGSURBVAMARggMj9e87IoAAAAASUVORK5CYII=',
  'base64',
)
const openXml = (main: string) =>
  zipSync({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="application/vnd.${main}.main+xml"/></Types>`,
    ),
  })
const docx = openXml('openxmlformats-officedocument.wordprocessingml.document')
const box = (name: string, ...contents: Buffer[]) => {
  const head = Buffer.alloc(8)
  const content = Buffer.concat(contents)
  head.writeUInt32BE(content.length + 8)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, content])
}
const mp4 = (...inside: Buffer[]) =>
  Buffer.concat([box('ftyp', latin('isom\0\0\x02\0isommp41')), box('moov', ...inside), box('mdat', Buffer.alloc(40))])

const all: FileKind[] = ['image', 'document', 'text', 'audio', 'video']
const mistakeOf = async (upload: Upload, types = all) => {
  const checked = await checkFile(upload, { types })
  return checked.ok ? '' : checked.mistake
}
const gathered = async (parts: AsyncIterable<Uint8Array>) => {
  const found = []
  for await (const part of parts) found.push(part)
  return Buffer.concat(found)
}

test('SAY-1: a file is known by its content', async () => {
  const known: [string, Uint8Array, string][] = [
    ['plan.pdf', pdf, 'application/pdf'],
    ['Ward.PNG', png, 'image/png'],
    ['letter.docx', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    [
      'costs.xlsx',
      openXml('openxmlformats-officedocument.spreadsheetml.sheet'),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    ['note.txt', Buffer.from('\uFEFFŻółta kartka\n'), 'text/plain'],
    ['rows.csv', latin('a,b\n1,2\n'), 'text/csv'],
    ['film.mp4', mp4(), 'video/mp4'],
    ['voice.m4a', mp4(), 'audio/mp4'],
  ]
  for (const [name, bytes, type] of known) {
    const checked = await checkFile({ name, bytes }, { types: all })
    assert.equal(checked.ok && checked.type, type, name)
  }
})

test('SAY-1: a file that lies about its type is refused, whichever way round', async () => {
  const lies: [string, Uint8Array, string?][] = [
    ['photograph.jpg', pdf],
    ['photograph.jpg', png],
    ['plan.pdf', latin('MZ\x90\0 a program')],
    ['plan.pdf', pdf, 'image/png'],
    ['rows.csv', pdf],
    ['rows.csv', Buffer.from([0xff, 0xfe, 0x61, 0x00])],
    ['note.txt', latin('a\0b')],
    ['note.txt', latin('  <!DOCTYPE html><script>alert(1)</script>')],
    ['note.txt', latin('\n<svg onload="alert(1)"/>')],
    ['letter.docx', openXml('ms-word.document.macroEnabled')],
    ['letter.docx', zipSync({ 'a.txt': strToU8('only a zip') })],
  ]
  for (const [name, bytes, type] of lies)
    assert.match(await mistakeOf({ name, bytes, ...(type && { type }) }), /is not what its name says/, `${name} ${type}`)
})

test('SAY-1: what could hold a script, what is empty, too large or not asked for is refused with what would do', async () => {
  for (const name of ['drawing.svg', 'page.html', 'page.htm', 'macros.docm', 'program.exe', 'noending'])
    assert.match(await mistakeOf({ name, bytes: latin('<svg xmlns="http://www.w3.org/2000/svg"/>') }), /must be one of these: JPEG, PNG/)
  assert.match(await mistakeOf({ name: 'plan.pdf', bytes: Buffer.alloc(0) }), /“plan.pdf” is empty/)
  assert.match(await mistakeOf({ name: 'plan.pdf', bytes: Buffer.concat([pdf, Buffer.alloc(10 * megabyte)]) }), /must be 10 MB or smaller/)
  assert.equal(await mistakeOf({ name: 'plan.pdf', bytes: pdf }, ['image']), '“plan.pdf” must be one of these: JPEG, PNG, WebP')
  assert.match(await mistakeOf({ name: 'ward.png', bytes: png.subarray(0, -20) }), /“ward.png” is damaged or not complete/)
})

test('a name keeps its last part and its ending, and nothing that a file system or a reader could be deceived with', () => {
  for (const [name, safe] of [
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\ada\\plan.pdf', 'plan.pdf'],
    ['plan\u202Efdp.exe', 'planfdp.exe'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie x.pdf'],
    ['Żółty plan.pdf', 'Żółty plan.pdf'],
    ['...', 'file'],
    ['', 'file'],
    [`${'long'.repeat(100)}.pdf`, `${'long'.repeat(25)}.pdf`],
  ] as const)
    assert.equal(safeName(name), safe)
})

test('SAY-1: a film loses where and when it was taken, and nothing in it moves', async () => {
  const dated = box('mvhd', Buffer.from([0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 3, 232, 0, 0, 0, 9]))
  const film = mp4(dated, box('trak', box('udta', latin('\xa9xyz+53.4808-002.2426/'))), box('meta', latin('com.apple.location')))
  const checked = await checkFile({ name: 'film.mp4', bytes: film }, { types: ['video'] })
  assert.ok(checked.ok)
  assert.equal(checked.bytes.length, film.length)
  assert.doesNotMatch(checked.bytes.toString('latin1'), /xyz|53\.4808|location/)
  assert.ok(!checked.bytes.includes(Buffer.from([1, 2, 3, 4])))
  assert.ok(checked.bytes.includes(Buffer.from([0, 0, 3, 232, 0, 0, 0, 9])), 'how long it lasts is not touched')
  for (let length = 1; length < film.length; length += 1) assert.doesNotThrow(() => withoutPlace(film.subarray(0, length)), `${length}`)
  assert.match(await mistakeOf({ name: 'film.mp4', bytes: film.subarray(0, -10) }), /damaged or not complete/)
})

const large = Buffer.concat([pdf, Buffer.from(Array.from({ length: 600_000 }, (_, at) => (at * 7) % 251))])

test(
  'a file is read back as it was kept, whole or any span of it',
  inHouse(slots, async (house) => {
    await house.within(anyone, async (ctx) => {
      const kept = await keepFile(ctx, { name: 'x/plan.pdf', bytes: large }, { purpose: 'answer' })
      assert.deepEqual(await findFile(ctx.db, kept.id), { id: kept.id, name: 'plan.pdf', type: 'application/pdf', size: large.length })
      assert.ok(large.equals(await gathered(readFile(ctx.db, kept.id))))
      for (const [from, to] of [
        [0, 0],
        [5, 262_143],
        [262_143, 262_144],
        [262_144, 524_287],
        [1, large.length - 1],
        [524_288, 9e9],
      ] as const)
        assert.ok(large.subarray(from, to + 1).equals(await gathered(readFile(ctx.db, kept.id, { from, to }))), `${from}-${to}`)
      const row = await ctx.db.selectFrom('kept_files').select(['kept_at', 'kept_by']).executeTakeFirstOrThrow()
      assert.deepEqual(row, { kept_at: new Date('2026-03-10T10:00:00Z'), kept_by: null }, 'to the hour where staff did not send it')
    })
  }),
)

test(
  'PLT-1: a file of one commissioner is not there for another',
  inHouse(slots, async (house) => {
    const { id } = await house.within(anyone, (ctx) => keepFile(ctx, { name: 'plan.pdf', bytes: pdf }, { purpose: 'answer' }))
    await house.within(
      anyone,
      async (ctx) => {
        await assert.rejects(findFile(ctx.db, id), NotFound)
        assert.equal((await gathered(readFile(ctx.db, id))).length, 0)
      },
      await house.addCommissioner('elsewhere'),
    )
  }),
)

test(
  'a file that cannot be kept leaves nothing, and one that is removed neither',
  inHouse(slots, async (house) => {
    await house.within(anyone, async (ctx) => {
      await assert.rejects(keepFile(ctx, { name: 'plan.pdf', bytes: png }, { purpose: 'answer' }), Refused)
      const kept = await keepFile(ctx, { name: 'plan.pdf', bytes: pdf }, { purpose: 'answer', waits: true })
      await removeFile(ctx, kept.id)
      await assert.rejects(findFile(ctx.db, kept.id), NotFound)
      assert.deepEqual(await countsOf(ctx), [0, 0, 0])
    })
  }),
)

test(
  'a file that nobody claims is removed after a day, and one that became part of an answer stays',
  inHouse(slots, async (house) => {
    const [claimed, forgotten] = await house.within(anyone, async (ctx) => {
      const keep = () => keepFile(ctx, { name: 'plan.pdf', bytes: pdf }, { purpose: 'answer', waits: true })
      const both = [await keep(), await keep()] as const
      await claimFile(ctx, both[0].id)
      return both
    })
    await sweepAt(house, '2026-03-11T10:01:00Z')
    await house.within(anyone, (ctx) => findFile(ctx.db, forgotten.id))
    await sweepAt(house, '2026-03-11T11:01:00Z')
    await house.within(anyone, async (ctx) => {
      await findFile(ctx.db, claimed.id)
      await assert.rejects(findFile(ctx.db, forgotten.id), NotFound)
      assert.deepEqual(await countsOf(ctx), [1, 1, 0])
    })
  }),
)

test(
  'the files of answers that someone saved wait as long as the answers do, and never for less than they did',
  inHouse(slots, async (house) => {
    const { id } = await house.within(anyone, async (ctx) => {
      const kept = await keepFile(ctx, { name: 'plan.pdf', bytes: pdf }, { purpose: 'answer', waits: true })
      await letFilesWait(ctx, [kept.id], new Date('2026-04-09T23:00:00Z'))
      await letFilesWait(ctx, [kept.id], new Date('2026-03-12T00:00:00Z'))
      return kept
    })
    await sweepAt(house, '2026-04-09T22:00:00Z')
    await house.within(anyone, (ctx) => findFile(ctx.db, id))
    await sweepAt(house, '2026-04-09T23:00:00Z')
    await house.within(anyone, (ctx) => assert.rejects(findFile(ctx.db, id), NotFound))
  }),
)

async function sweepAt(house: TestHouse, moment: string) {
  house.now = new Date(moment)
  await sweepFiles.run((work) => house.within({ kind: 'system' }, work), {})
}

async function countsOf({ db }: Context) {
  const counts = []
  for (const table of ['kept_files', 'file_pieces', 'waiting_files'] as const)
    counts.push((await db.selectFrom(table).select('commissioner_id').execute()).length)
  return counts
}
