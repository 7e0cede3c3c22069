import { type Layout, labelReader, type Standing, valuesOf } from './exported-response.ts'

/** Responses as JSON: what the columns are, then each response with its values and, where a value has one, its label. Written as they come. */
export async function* jsonParts(layout: Layout, pages: AsyncIterable<readonly Standing[]>): AsyncGenerator<string> {
  const labelOf = labelReader(layout)
  const { title, columns, leftOut } = layout
  const described = columns.map(({ key, label, values }) => ({ key, label, ...(values && { values }) }))
  yield `{"goldthread":"responses","format":1,"title":${JSON.stringify(title)},"columns":${JSON.stringify(described)},"leftOut":${JSON.stringify(leftOut)},"responses":[`
  const withLabels = new Set(columns.flatMap(({ key, values }) => (values ? [key] : [])))
  let row = 0
  for await (const page of pages) {
    const lines = page.map((response) => {
      const values = Object.entries(valuesOf(layout, response, ++row)).filter(([, value]) => value !== '')
      const cells = values.map(([key, value]) => [key, withLabels.has(key) ? { value, label: labelOf(key, value) } : value])
      return `${row === 1 ? '\n' : ',\n'}${JSON.stringify(Object.fromEntries(cells))}`
    })
    yield lines.join('')
  }
  // Without this line the file broke off.
  yield `\n],"written":${row}}\n`
}
