import { csvParts } from './exported-csv.ts'
import { jsonParts } from './exported-json.ts'
import type { Layout, Standing } from './exported-response.ts'
import { spssParts } from './exported-spss.ts'
import { workbookParts } from './exported-workbook.ts'

interface Format {
  label: string
  about: string
  ending: string
  type: string
  parts: (layout: Layout, pages: AsyncIterable<readonly Standing[]>) => AsyncIterable<string | Uint8Array>
}

export const formats = ['csv', 'xlsx', 'json', 'spss'] as const
/** What answers can be taken out as. */
export type ExportFormat = (typeof formats)[number]

export const formatOf: Readonly<Record<ExportFormat, Format>> = {
  csv: {
    label: 'CSV',
    about: 'For any spreadsheet or program. Choices by their labels.',
    ending: 'csv',
    type: 'text/csv; charset=utf-8',
    parts: csvParts,
  },
  xlsx: {
    label: 'Excel',
    about: 'A workbook: the answers, the questions, and what to know about them.',
    ending: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    parts: workbookParts,
  },
  json: {
    label: 'JSON',
    about: 'For programs. Choices by their values and their labels.',
    ending: 'json',
    type: 'application/json',
    parts: jsonParts,
  },
  spss: {
    label: 'SPSS',
    about: 'A zip of data with a code for each choice, and a file that reads it with all its labels.',
    ending: 'zip',
    type: 'application/zip',
    parts: spssParts,
  },
}
