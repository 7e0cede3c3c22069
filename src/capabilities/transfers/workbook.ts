import { XMLParser } from 'fast-xml-parser'
import { unzipSync } from 'fflate'
import { Refused } from '#platform/errors.ts'

/** A sheet as its cells' texts, by row and then by letter: rows[4].B */
export interface Sheet {
  name: string
  rows: ReadonlyMap<number, Readonly<Record<string, string>>>
}

const largest = 50 * 1024 * 1024
const mostCells = 1_000_000

/**
 * The texts in a workbook (.xlsx), and nothing else of it: no formulas, styles, links or macros are looked at. Read by hand, since libraries that
 * make objects of every cell a rule covers can be made to stand still by a small file.
 */
export function readWorkbook(bytes: Uint8Array): Sheet[] {
  const parts = partsIn(bytes)
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    trimValues: false,
    isArray: (name) => ['sheet', 'row', 'c', 'si', 'r', 'Relationship'].includes(name),
  })
  const xml = (name: string) => {
    const text = new TextDecoder().decode(parts[name] ?? new Uint8Array())
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Refused('The workbook declares entities of its own: it is not read.')
    return text === '' ? {} : parser.parse(text)
  }
  const shared: string[] = (xml('xl/sharedStrings.xml').sst?.si ?? []).map(textOf)
  const targets = new Map<string, string>(
    (xml('xl/_rels/workbook.xml.rels').Relationships?.Relationship ?? []).map((one: Record<string, string>) => [
      one['@Id'],
      one['@Target'],
    ]),
  )
  const sheets: Record<string, string>[] = xml('xl/workbook.xml').workbook?.sheets?.sheet ?? []
  if (sheets.length === 0) throw new Refused('The file is no workbook (.xlsx), or is damaged.')
  let cells = 0
  return sheets.map((sheet) => {
    const target = (targets.get(sheet['@r:id'] ?? '') ?? '').replace(/^\/?(xl\/)?/, 'xl/')
    const rows = new Map<number, Record<string, string>>()
    for (const row of xml(target).worksheet?.sheetData?.row ?? []) {
      const texts: Record<string, string> = {}
      for (const cell of row.c ?? []) {
        const text = cellText(cell, shared).trim()
        if (text !== '') texts[String(cell['@r'] ?? '').replaceAll(/\d/g, '')] = text
        cells += 1
        if (cells > mostCells) throw new Refused('The workbook has more than a million cells: save the answers as CSV.')
      }
      if (Object.keys(texts).length > 0) rows.set(Number(row['@r'] ?? rows.size + 1), texts)
    }
    return { name: sheet['@name'] ?? '', rows }
  })
}

function partsIn(bytes: Uint8Array): Record<string, Uint8Array> {
  let size = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/^xl\/(workbook\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[\w-]+\.xml)$/.test(name)) return false
        size += originalSize
        if (size > largest) throw new Refused('The workbook unpacks to more than 50 MB: it is not read.')
        return true
      },
    })
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused('The file is no workbook (.xlsx), or is damaged.')
  }
}

type Node = { t?: unknown; r?: { t?: unknown }[] }

const plain = (text: unknown) =>
  typeof text === 'object' && text !== null ? String((text as Record<string, unknown>)['#text'] ?? '') : String(text ?? '')
/** A shared text may be in runs of different looks. */
const textOf = (node: Node) => (node.r ? node.r.map((run) => plain(run.t)).join('') : plain(node.t))

function cellText(cell: { '@t'?: string; v?: unknown; is?: Node }, shared: readonly string[]): string {
  if (cell['@t'] === 's') return shared[Number(plain(cell.v))] ?? ''
  return cell['@t'] === 'inlineStr' ? textOf(cell.is ?? {}) : plain(cell.v)
}
