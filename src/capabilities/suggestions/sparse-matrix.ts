/** Rows of which most cells are nought, one after the other (compressed sparse rows). */
export interface SparseRows {
  /** How many rows. */
  count: number
  /** How many columns. */
  width: number
  /** Row r holds the cells from `starts[r]` up to `starts[r + 1]`. */
  starts: Int32Array
  columns: Int32Array
  values: Float32Array
}

/** Rows from lists of cells; a column may stand in a row once. */
export function sparseRows(rows: readonly { columns: readonly number[]; values: readonly number[] }[], width: number): SparseRows {
  const size = rows.reduce((sum, row) => sum + row.columns.length, 0)
  const made = {
    count: rows.length,
    width,
    starts: new Int32Array(rows.length + 1),
    columns: new Int32Array(size),
    values: new Float32Array(size),
  }
  let at = 0
  rows.forEach((row, place) => {
    made.columns.set(row.columns, at)
    made.values.set(row.values, at)
    at += row.columns.length
    made.starts[place + 1] = at
  })
  return made
}

/** The product of each row with the weights, one weight for each column. */
export function timesWeights(rows: SparseRows, weights: ArrayLike<number>): Float64Array {
  const products = new Float64Array(rows.count)
  for (let row = 0; row < rows.count; row++) products[row] = rowTimes(rows, row, weights)
  return products
}

export function rowTimes({ starts, columns, values }: SparseRows, row: number, weights: ArrayLike<number>): number {
  let sum = 0
  for (let at = starts[row]!; at < starts[row + 1]!; at++) sum += values[at]! * weights[columns[at]!]!
  return sum
}

/** Add a row, times a number, to the weights. */
export function addRow({ starts, columns, values }: SparseRows, row: number, times: number, weights: Float64Array): void {
  for (let at = starts[row]!; at < starts[row + 1]!; at++) weights[columns[at]!]! += times * values[at]!
}

export function squaredLength({ starts, values }: SparseRows, row: number): number {
  let sum = 0
  for (let at = starts[row]!; at < starts[row + 1]!; at++) sum += values[at]! ** 2
  return sum
}

/** Some of the rows, in the order asked for. */
export function pickRows(rows: SparseRows, chosen: readonly number[]): SparseRows {
  const { starts, columns, values } = rows
  return sparseRows(
    chosen.map((row) => ({
      columns: Array.from(columns.subarray(starts[row]!, starts[row + 1]!)),
      values: Array.from(values.subarray(starts[row]!, starts[row + 1]!)),
    })),
    rows.width,
  )
}
