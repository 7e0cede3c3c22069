import { z } from 'zod'

/** Answers and groups of a population that mean the same people: the answers are counted together, and so are the groups. */
export interface Bin {
  label: string
  /** Values of answers. */
  choices: string[]
  /** Values of groups of the population. */
  groups: string[]
}

export const keptBins = z.array(z.object({ label: z.string(), choices: z.array(z.string()), groups: z.array(z.string()) }))

interface Named {
  value: string
  label: string
}

/** A name that was typed for each answer and each group, by value; '' for one that is left out. */
export interface Naming {
  choices: Readonly<Record<string, string>>
  groups: Readonly<Record<string, string>>
}

/** What stands in the boxes where somebody says which answers go with which groups. */
export const namingOf = (bins: readonly Bin[], choices: readonly Named[], groups: readonly Named[]): Naming => ({
  choices: Object.fromEntries(choices.map(({ value }) => [value, bins.find((bin) => bin.choices.includes(value))?.label ?? ''])),
  groups: Object.fromEntries(groups.map(({ value }) => [value, bins.find((bin) => bin.groups.includes(value))?.label ?? ''])),
})

/** The bins that these names make: what has one name is one bin. Or what is wrong, in words for whoever typed them. */
export function binsNamed(naming: Naming, groups: readonly Named[]): { bins: Bin[] } | { mistake: string } {
  const bins = new Map<string, Bin>()
  const binOf = (label: string) => {
    const key = label.trim().toLowerCase()
    const bin = bins.get(key) ?? { label: label.trim(), choices: [], groups: [] }
    bins.set(key, bin)
    return bin
  }
  for (const { value } of groups) if (naming.groups[value]?.trim()) binOf(naming.groups[value]).groups.push(value)
  for (const [value, name] of Object.entries(naming.choices)) if (name.trim()) binOf(name).choices.push(value)
  const all = [...bins.values()]
  const unanswered = all.find(({ choices }) => choices.length === 0)
  if (unanswered)
    return {
      mistake: `No answer is called “${unanswered.label}”, so nobody could be counted for it. Give an answer that name, join the group with another, or empty its box`,
    }
  const nowhere = all.find((bin) => bin.groups.length === 0)
  if (nowhere) return { mistake: `No group of the population is called “${nowhere.label}”. Give a group that name, or empty the box` }
  if (all.length < 2) return { mistake: 'Name at least two groups, on both sides' }
  return { bins: all }
}
