const hidden = /^(c|x|z|-|\.\.?|:|\*|\[c\]|\[x\]|suppressed|hidden|na|n\/a)?$/i
const shown = (text: string) => (text.length > 30 ? `${text.slice(0, 29)}…` : text)

/** A count as files hold it, 0 or more; or what is wrong with it, in words that go on from "Row 5: ". */
export function filedCount(text: string): number | string {
  const typed = text.trim()
  if (hidden.test(typed)) return typed === '' ? 'there is no number' : `its number is hidden in the file (“${typed}”)`
  const number = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(typed) ? typed.replaceAll(',', '') : typed
  if (/^[-−]\d/.test(typed)) return `“${shown(typed)}” is below nought`
  return /^\d{1,12}(\.\d+)?(e[+]?\d{1,2})?$/i.test(number) ? Number(number) : `“${shown(typed)}” is no number`
}
