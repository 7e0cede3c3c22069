/** One record of a delimited file, by its row as a spreadsheet numbers it: the header is row 1. */
export type Row = { row: number; cells: string[] } | { row: number; reason: string }

export const delimiters = [',', ';', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

// Beyond this many characters a quotation mark counts as never closed, so that one stray mark cannot take the whole file into memory.
const longestRecord = 1 << 20

/**
 * Reads records from text as it arrives (RFC 4180, any of three delimiters, lines ending in LF or CRLF). A record that cannot be read is
 * given with its reason, and reading goes on at the line after its first: one stray quotation mark costs one row, not the rest of the file.
 */
export function createReader(delimiter: Delimiter) {
  let text = ''
  let row = 0

  function take(ended: boolean): Row[] {
    const rows: Row[] = []
    let at = 0
    while (at < text.length) {
      const record = readRecord(text, at, delimiter, ended)
      if (!record) break
      row += 1
      if ('reason' in record) rows.push({ row, reason: record.reason })
      else if (record.cells.length > 1 || record.cells[0]) rows.push({ row, cells: record.cells })
      at = record.next
    }
    text = text.slice(at)
    return rows
  }

  return {
    /** The records that this much more text completes. */
    read(more: string): Row[] {
      text += more
      return take(false)
    },
    /** The last record, where the file does not end in a line feed. */
    end: () => take(true),
  }
}

type Record = { cells: string[]; next: number } | { reason: string; next: number }

/** The record that starts at `start`; null where the text ends before it does. */
function readRecord(text: string, start: number, delimiter: Delimiter, ended: boolean): Record | null {
  const cells: string[] = []
  let at = start
  let line = endOfLine(text, start)
  for (;;) {
    let cell: string
    if (text[at] === '"') {
      const quoted = readQuoted(text, at, ended)
      if (!quoted)
        return ended || text.length - start > longestRecord ? broken(text, start, 'A quotation mark is opened and never closed') : null
      cell = quoted.value
      at = quoted.next
      if (at > line) line = endOfLine(text, at)
      if (text[at] === '\r' && at + 1 === line) at = line
      if (at !== line && text[at] !== delimiter) return broken(text, start, 'There is more after the quotation mark that closes a cell')
    } else {
      const next = text.indexOf(delimiter, at)
      const end = next === -1 || next > line ? line : next
      if (end === text.length && !ended) return null
      cell = text.slice(at, end === line && text[end - 1] === '\r' ? end - 1 : end)
      at = end
    }
    cells.push(cell)
    if (at === line) return at === text.length && !ended ? null : { cells, next: line + 1 }
    at += 1
  }
}

/** The cell whose opening quotation mark is at `at`, and where it ends; null where the text ends first. */
function readQuoted(text: string, at: number, ended: boolean) {
  let value = ''
  let from = at + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    // The last character may yet be doubled.
    if (quote === -1 || (quote === text.length - 1 && !ended)) return null
    value += text.slice(from, quote)
    if (text[quote + 1] !== '"') return { value, next: quote + 1 }
    value += '"'
    from = quote + 2
  }
}

function endOfLine(text: string, from: number) {
  const found = text.indexOf('\n', from)
  return found === -1 ? text.length : found
}

const broken = (text: string, start: number, reason: string): Record => ({ reason, next: endOfLine(text, start) + 1 })

/** The delimiter that cuts the first line into most cells: a comma where none does. */
export function delimiterOf(beginning: string): Delimiter {
  const cellsBy = (delimiter: Delimiter) => {
    const record = readRecord(beginning, 0, delimiter, true)
    return record && 'cells' in record ? record.cells.length : 0
  }
  return delimiters.reduce((best, other) => (cellsBy(other) > cellsBy(best) ? other : best))
}
