/** Keys that stand for commands on the coding page, and so for no theme. */
export const commandKeys = { next: 'n', undo: 'z', again: 'f', well: 'q', personal: 'p', sentiment: 's', accept: 'y' } as const

const commands: ReadonlySet<string> = new Set(Object.values(commandKeys))

/** The keys that can stand for themes, in the order they are dealt: 1 to 9, then letters. */
export const themeKeys: readonly string[] = [...'123456789', ...[...'abcdefghijklmnopqrstuvwxyz'].filter((letter) => !commands.has(letter))]

/** A key for each theme that has none, in the order given, as far as keys are left. Those dealt before stay as they are. */
export function dealKeys(themeIds: readonly string[], dealt: ReadonlyMap<string, string>): Map<string, string> {
  const taken = new Set(dealt.values())
  const left = themeKeys.filter((key) => !taken.has(key))
  const waiting = themeIds.filter((id) => !dealt.has(id))
  return new Map(waiting.slice(0, left.length).map((id, at) => [id, left[at]!]))
}
