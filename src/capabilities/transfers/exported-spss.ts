import { Zip, ZipDeflate } from 'fflate'
import { harmless } from '#capabilities/contributions'
import type { ExportedColumn, Layout, Standing } from './exported-response.ts'
import { valuesOf } from './exported-response.ts'

/**
 * Responses for SPSS, in a zip that is written as they come: data.csv with a code for each choice, data.sps that reads it with the labels of every
 * variable and every code, and a note on how. R, Stata and PSPP read them too.
 */
export async function* spssParts(layout: Layout, pages: AsyncIterable<readonly Standing[]>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((fault, part) => {
    if (fault) throw fault
    ready.push(part)
  })
  const add = (name: string) => {
    const file = new ZipDeflate(name, { level: 6 })
    zip.add(file)
    return (text: string, isLast = false) => file.push(new TextEncoder().encode(text), isLast)
  }
  const variables = variablesOf(layout)

  const data = add('data.csv')
  data(`${variables.map(({ name }) => name).join(',')}\r\n`)
  let row = 0
  for await (const page of pages) {
    let lines = ''
    for (const response of page) {
      const values = valuesOf(layout, response, ++row)
      lines += `${variables.map((variable) => cellOf(variable, values[variable.key])).join(',')}\r\n`
    }
    data(lines)
    yield* ready.splice(0)
  }
  data('', true)
  add('data.sps')(`\uFEFF${syntaxOf(variables, layout)}`, true)
  add('README.txt')(noteOf(layout, row), true)
  zip.end()
  yield* ready.splice(0)
}

interface Variable extends Pick<ExportedColumn, 'key' | 'label' | 'values'> {
  name: string
  /** As SPSS says it: F8.2 a number, A200 a text, EDATE10 a date. */
  format: string
  codes: ReadonlyMap<string, number>
}

// What SPSS takes for its own.
const reserved = new Set(['all', 'and', 'by', 'eq', 'ge', 'gt', 'le', 'lt', 'ne', 'not', 'or', 'to', 'with'])

/** Keys as variables of SPSS: letters, digits, dots and underscores, 64 bytes at most, each different whatever its capitals. */
function variablesOf({ columns }: Layout): Variable[] {
  const taken = new Set<string>()
  return columns.map(({ key, label, values, question }) => {
    const plain = key
      .replaceAll(/[^A-Za-z0-9._]/g, '_')
      .replace(/[._]+$/, '')
      .slice(0, 58)
    const begun = reserved.has(plain.toLowerCase()) ? `${plain}_` : plain
    const name =
      [begun, ...Array.from({ length: 999 }, (_, at) => `${begun}_${at + 2}`)].find((one) => !taken.has(one.toLowerCase())) ?? begun
    taken.add(name.toLowerCase())
    const isNumber = key === 'row' || key === 'version' || ['number', 'budget', 'file'].includes(question?.type ?? '')
    const isDate = key === 'said_on' || question?.type === 'date'
    // Bytes, of which a letter has four at most; SPSS holds 32,767.
    const longest = Math.min(32_767, 4 * (question?.limit ?? (question?.type === 'long-text' ? 5000 : 500)))
    const format = values ? 'F8.0' : isNumber ? 'F12.4' : isDate ? 'SDATE10' : `A${longest}`
    return {
      key,
      label,
      values,
      name,
      format,
      codes: new Map((values ?? []).map(({ value }, at) => [value, isWhole(values) ? Number(value) : at + 1])),
    }
  })
}

/** A scale's steps and an order's places are their own codes. */
const isWhole = (values: ExportedColumn['values']) => (values ?? []).every(({ value }) => /^\d{1,4}$/.test(value))

function cellOf({ codes, values, format }: Variable, value: string | undefined): string {
  if (value === undefined || value === '') return ''
  if (values) return String(codes.get(value) ?? '')
  if (format === 'SDATE10') return value.replaceAll('-', '/')
  // Someone may open it in a spreadsheet after all.
  return format.startsWith('A') ? `"${harmless(value).replaceAll('"', '""').replaceAll(/\r?\n/g, ' ')}"` : value
}

const said = (text: string, most: number) => `'${[...text.replaceAll(/\s+/g, ' ')].slice(0, most).join('').replaceAll("'", "''")}'`

function syntaxOf(variables: readonly Variable[], { title }: Layout): string {
  const withCodes = variables.filter(({ values }) => values)
  return [
    `* ${title.replaceAll(/[\r\n.]+/g, ' ')}.`,
    '* Open this file where data.csv is, and run it.',
    'SET UNICODE=YES.',
    "GET DATA /TYPE=TXT /FILE='data.csv' /ENCODING='UTF8' /DELCASE=LINE /DELIMITERS=',' /QUALIFIER='\"' /ARRANGEMENT=DELIMITED /FIRSTCASE=2",
    '  /VARIABLES=',
    ...variables.map(({ name, format }) => `    ${name} ${format}`),
    '  .',
    'VARIABLE LABELS',
    ...variables.map(({ name, label }) => `  ${name} ${said(label, 200)}`),
    '  .',
    ...(withCodes.length > 0
      ? [
          'VALUE LABELS',
          ...withCodes.map(
            ({ name, values, codes }, at) =>
              `  ${at > 0 ? '/' : ''}${name} ${(values ?? []).map(({ value, label }) => `${codes.get(value)} ${said(label, 100)}`).join(' ')}`,
          ),
          '  .',
        ]
      : []),
    'EXECUTE.',
    '',
  ].join('\r\n')
}

const noteOf = ({ title, leftOut }: Layout, rows: number) =>
  [
    title,
    '',
    `${rows.toLocaleString('en-GB')} responses, a row each. data.csv is UTF-8; its first line names the variables.`,
    'Choices are numbers: data.sps says what each stands for. An empty cell was not answered, or not asked.',
    'In SPSS or PSPP: open data.sps from the folder that data.csv is in, and run it.',
    '',
    ...leftOut,
    '',
  ].join('\r\n')
