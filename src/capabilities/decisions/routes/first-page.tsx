export const most = 50

/** The first 50 of up to 51, and the address of those that follow. */
export function firstPage<Row extends { id: string }>(rows: readonly Row[], address: string) {
  const last = rows.length > most ? rows[most - 1] : undefined
  return { shown: rows.slice(0, most), next: last ? `${address}${address.includes('?') ? '&' : '?'}after=${last.id}` : null }
}
