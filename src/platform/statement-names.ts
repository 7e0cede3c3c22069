const often = 3
const mostNames = 300
const mostSeen = 3000

const names = new Map<string, string>()
const seen = new Map<string, number>()

/**
 * A name for a statement that comes again and again: each connection then parses it once, which is half the database's work for a short
 * statement behind a wall. None for the rare ones, of which there is no end (lists of every length).
 */
export function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size === mostNames) return known
  const times = (seen.get(text) ?? 0) + 1
  if (times < often) {
    if (seen.size === mostSeen) seen.clear()
    seen.set(text, times)
    return undefined
  }
  seen.delete(text)
  const name = `goldthread ${names.size + 1}`
  names.set(text, name)
  return name
}
