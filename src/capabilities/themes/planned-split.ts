import { type Body, type Form, read } from '#platform/forms.ts'
import { partNumbers, type SplitInput, splitForm } from './forms.ts'
import { isNameTaken, longest, longestName, type Theme } from './frame.ts'
import { type PlannedPart, readSignWords } from './split.ts'

type Read = (Form<SplitInput> & { ok: false }) | { ok: true; value: { place: 'beside' | 'below'; reason: string; parts: PlannedPart[] } }

/** The form of a split: up to six new themes, of which those left empty are none. */
export function readSplit(body: Body, theme: Theme, themes: readonly Theme[]): Read {
  const form = read(splitForm, body)
  const typed = (field: string) => String([body[field] ?? ''].flat().at(-1)).trim()
  const parentId = body.place === 'below' ? theme.id : theme.parentId
  const errors: Record<string, string> = { ...form.errors }
  const names: string[] = []
  const parts = partNumbers.flatMap((number): PlannedPart[] => {
    const [name, definition, words] = [typed(`name-${number}`), typed(`definition-${number}`), typed(`words-${number}`)]
    if (!name && !definition && !words) return []
    const wrong = whyNotName(name, { names, themes, parentId })
    if (wrong) errors[`name-${number}`] = wrong
    if (!definition) errors[`definition-${number}`] = 'Enter what belongs under this theme'
    else if (definition.length > longest) errors[`definition-${number}`] = `What belongs under it must be ${longest} characters or fewer`
    if (words.length > 500) errors[`words-${number}`] = 'The words must be 500 characters or fewer'
    names.push(name.toLowerCase())
    return [{ name, definition, words: readSignWords(words) }]
  })
  if (parts.length === 0) errors['name-1'] ??= 'Enter a name for the first new theme'
  if (!form.ok || Object.keys(errors).length > 0) return { ok: false, values: form.values as Form<SplitInput>['values'], errors }
  return { ok: true, value: { place: form.value.place, reason: form.value.note, parts } }
}

function whyNotName(name: string, { names, themes, parentId }: { names: string[]; themes: readonly Theme[]; parentId: string | null }) {
  if (!name) return 'Enter a name for the theme'
  if (name.length > longestName) return `The name must be ${longestName} characters or fewer`
  if (names.includes(name.toLowerCase()) || isNameTaken(themes, { name, parentId }))
    return `There is already a theme called ${name} in the same place: choose another name`
  return null
}
