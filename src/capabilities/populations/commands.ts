import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Answer, Command, Workplace } from '#platform/commands.ts'
import { Refused } from '#platform/errors.ts'
import { addBaselines } from './actions/baselines.ts'
import { type PlaceBatch, recordPlaces, takeInPlaces } from './actions/import-places.ts'
import { characteristics, isCharacteristic } from './baseline.ts'
import { createBaselineReader } from './baseline-file.ts'
import { rowsIn } from './filed-row.ts'
import { type DeprivedArea, type PostcodePlace, placeReader } from './place-file.ts'

const number = (count: number) => count.toLocaleString('en-GB')
const text = (option: unknown) => (typeof option === 'string' && option.trim() !== '' ? option.normalize('NFC').trim() : undefined)

const importBaseline: Command = {
  name: 'import baseline',
  takes: '<file>',
  about:
    'Bring in a population to hold people against: Census, deprivation and practice lists in the layouts we know, or group and count; safe to repeat',
  options: [
    { flags: '--commissioner <slug>', about: 'whose it is', required: true },
    { flags: '--area <codes...>', about: 'codes or names of the areas, added up; “all” for every area of the file' },
    { flags: '--area-name <name>', about: 'what those areas are called together' },
    { flags: '--characteristic <name>', about: `only this one: ${Object.keys(characteristics).join(', ')}` },
    { flags: '--boundary <year>', about: 'refuse a file whose areas are of another year' },
    { flags: '--title <title>', about: 'what it is called' },
    { flags: '--source <source>', about: 'where the numbers are from' },
    { flags: '--dated <date>', about: 'what they are of, as 2021' },
  ],
  async run(place, [file = '-'], options) {
    const characteristic = text(options.characteristic) ?? null
    if (characteristic !== null && !isCharacteristic(characteristic))
      throw new Refused(`There is no characteristic “${characteristic}”: it is one of ${Object.keys(characteristics).join(', ')}.`)
    const boundary = text(options.boundary)
    if (boundary !== undefined && !/^(19|20)\d\d$/.test(boundary))
      throw new Refused('The year of the boundaries must be a year, like 2021.')
    const reader = createBaselineReader({
      areas: [options.area ?? []].flat().map(String),
      characteristic,
      boundaryYear: boundary === undefined ? null : Number(boundary),
      title: text(options.title),
      area: text(options.areaName),
      source: text(options.source),
      dated: text(options.dated),
    })
    const rejected: { row: number; reason: string }[] = []
    for await (const one of rowsIn(opened(place, file))) {
      if ('reason' in one) rejected.push(one)
      else reader.row(one.row, one.cells)
    }
    const { read, drafts, leftOut, ...rest } = reader.finish()
    const [first] = leftOut
    if (drafts.length === 0)
      throw new Refused(
        first ? `${characteristics[first.characteristic]}: ${first.reason}.` : 'The file has no group of the areas you asked for.',
      )
    const { added, already } = await place.within(String(options.commissioner), (ctx) => addBaselines(ctx, drafts))
    const refused = [...rejected, ...rest.rejected]
    return {
      json: {
        read: read + rejected.length,
        imported: added.length,
        already,
        rejected: refused.map(({ row, reason }) => ({ row, reason })),
        baselines: added,
        left_out: leftOut.map(({ characteristic, reason }) => ({ characteristic, reason })),
      },
      text: [
        ...drafts.map(
          (draft) =>
            `${draft.title}: ${draft.groups.length} groups, ${number(draft.groups.reduce((sum, { count }) => sum + count, 0))} ${draft.counted}`,
        ),
        ...leftOut.map(({ characteristic, reason }) => `Left out: ${characteristics[characteristic].toLowerCase()}: ${reason}`),
        ...refused.slice(0, 20).map(({ row, reason }) => `Row ${row}: ${reason}`),
        `Populations added: ${added.length}. Here already: ${already}.`,
      ].join('\n'),
    }
  },
}

const atOnce = 10_000
const mostShown = 1000

const importPlaces: Command = {
  name: 'import places',
  takes: '<file>',
  about:
    'Bring in a directory of postcodes (gridall, or that of the Office for National Statistics), or deprivation by small area; for every commissioner here; safe to repeat',
  options: [{ flags: '--commissioner <slug>', about: 'in whose history it is recorded; may be left out where there is only one' }],
  async run(place, [file = '-'], options) {
    const slug = text(options.commissioner) ?? (await onlyCommissioner(place))
    const answer = {
      kind: '',
      read: 0,
      imported: 0,
      already: 0,
      elsewhere: 0,
      refused: 0,
      rejected: [] as { row: number; reason: string }[],
    }
    const reject = (row: number, reason: string) => {
      answer.refused += 1
      if (answer.rejected.length < mostShown) answer.rejected.push({ row, reason })
    }
    let reader: ReturnType<typeof placeReader> | undefined
    // By what tells it from others: a batch that held one place twice could not be written at once.
    let waiting = new Map<string, PostcodePlace | DeprivedArea>()
    const take = async () => {
      const rows = [...waiting.values()]
      waiting = new Map()
      if (rows.length === 0) return
      const imported = await place.within(slug, (ctx) => takeInPlaces(ctx, { kind: reader!.kind, rows } as PlaceBatch))
      answer.imported += imported
      answer.already += rows.length - imported
      place.progress(answer.read, null)
    }
    // Asked for now, so that an unknown commissioner is refused before the file is read.
    await place.within(slug, async () => {})
    for await (const one of rowsIn(opened(place, file))) {
      if ('reason' in one) {
        answer.read += 1
        reject(one.row, one.reason)
        continue
      }
      if (!reader) {
        reader = placeReader(one.cells)
        if (!reader)
          throw new Refused('This is no directory of postcodes and no list of deprivation that we know. See the README for the layouts.')
        answer.kind = reader.kind
        if (reader.startsAt === 1) continue
      }
      answer.read += 1
      const found = reader.read(one.cells)
      if (typeof found === 'string') reject(one.row, found)
      else if (found === null) answer.elsewhere += 1
      else waiting.set('postcode' in found ? found.postcode : found.lsoa, found)
      if (waiting.size >= atOnce) await take()
    }
    if (!reader) throw new Refused('The file is empty.')
    await take()
    const { kind, read, imported, already, elsewhere, refused, rejected } = answer
    await place.within(slug, (ctx) => recordPlaces(ctx, { kind, read, imported, rejected: refused }))
    return {
      json: { kind, read, imported, already, elsewhere, rejected: rejected.map(({ row, reason }) => ({ row, reason })) },
      text: [
        `Rows read: ${number(read)}. New or changed: ${number(imported)}. Here already: ${number(already)}. Outside England and Wales: ${number(elsewhere)}. Refused: ${number(refused)}.`,
        ...rejected.slice(0, 20).map(({ row, reason }) => `  Row ${row}: ${reason}`),
      ].join('\n'),
    } satisfies Answer
  },
}

export const commands: readonly Command[] = [importBaseline, importPlaces]

/** Directories are large and come compressed. */
function opened(place: Workplace, file: string): AsyncIterable<Uint8Array | string> {
  const bytes = place.open(file)
  // A fault of either ends the other, and is met where the rows are read.
  return file.endsWith('.gz') ? pipeline(bytes, createGunzip(), () => {}) : bytes
}

async function onlyCommissioner(place: Workplace) {
  const [only, ...more] = await place.commissioners()
  if (!only) throw new Refused('There is no commissioner yet: add one with "commissioner add"')
  if (more.length) throw new Refused('There are several commissioners: say which with --commissioner')
  return only.slug
}
