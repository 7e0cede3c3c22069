export interface WholeAnswer {
  status: number
  headers: string
  /** How many of the bytes held are this answer. */
  length: number
}

/** The first answer in what has come over a connection so far; null while it is not whole. */
export function wholeAnswer(held: Buffer): WholeAnswer | null {
  const head = held.indexOf('\r\n\r\n')
  if (head === -1) return null
  const headers = held.toString('latin1', 0, head)
  const body = /\r\ncontent-length: (\d+)/i.exec(headers)?.[1]
  if (body === undefined) throw new Error(`An answer without a length: ${headers.slice(0, 200)}`)
  const length = head + 4 + Number(body)
  return held.length >= length ? { status: Number(headers.slice(9, 12)), headers, length } : null
}
