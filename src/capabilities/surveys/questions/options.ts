import { z } from 'zod'
import type { Given, Option, Question } from '../question.ts'

/** The options, and the one that stands for all others. */
export const offeredBy = (question: Question): Option[] => [
  ...(question.options ?? []),
  ...(question.other ? inItsLanguage(question, [{ value: 'other', label: 'Something else' }]) : []),
]

/** Options that are ours and not the author's, as the question's language calls them. */
export const inItsLanguage = ({ labels }: Question, options: readonly Option[]): Option[] =>
  options.map(({ value, label }) => ({ value, label: labels?.[value] ?? label }))

/** Typed one on a line: `what` is what they are, as "answers to choose from". */
export function labelList(what: string, least: number, most: number) {
  const enter = least === 1 ? `Enter the ${what}, one on each line` : `Enter at least ${least} ${what}, one on each line`
  return z
    .string(enter)
    .transform((lines) => lines.split('\n').flatMap((line) => line.trim() || []))
    .refine((labels) => labels.length >= least, enter)
    .refine((labels) => labels.length <= most, `Enter ${most} ${what} or fewer`)
    .refine((labels) => labels.every((label) => label.length <= 200), 'Each line must be 200 characters or fewer')
    .refine(
      (labels) => new Set(labels.map((label) => label.toLowerCase())).size === labels.length,
      'Two lines are the same: change or remove one',
    )
}

/** Give each label a value: the one it had before, or a new one made of its letters. Answers are kept by these. */
export function settleOptions(labels: readonly string[], before: readonly Option[] = []): Option[] {
  const had = new Map(before.map(({ label, value }) => [label, value]))
  const taken = new Set(['other', ...before.map(({ value }) => value)])
  return labels.map((label) => {
    const kept = had.get(label)
    if (kept) return { value: kept, label }
    const letters =
      label
        .toLowerCase()
        .normalize('NFD')
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-+|-+$/g, '')
        .slice(0, 40) || 'option'
    const value =
      [letters, ...Array.from({ length: 99 }, (_, at) => `${letters}-${at + 2}`)].find((candidate) => !taken.has(candidate)) ?? letters
    taken.add(value)
    return { value, label }
  })
}

/** What a choice is called. One that is offered no longer goes by its value. */
export const labelIn = (options: readonly Option[], value: string) => options.find((option) => option.value === value)?.label ?? value

/** A choice of two halves, as 'row:column', 'thing:place' or 'thing:amount', taken apart. */
export function halvesOf(choice: string): [string, string] {
  const at = choice.indexOf(':')
  return at < 0 ? [choice, ''] : [choice.slice(0, at), choice.slice(at + 1)]
}

/** The second half given for each first half. */
export const givenByHalf = ({ choices }: Pick<Given, 'choices'>) => new Map((choices ?? []).map(halvesOf))

/** How often each choice was made, by its first half and then its second. */
export function countedByHalf(choices: Readonly<Record<string, number>>): Map<string, [string, number][]> {
  const counted = new Map<string, [string, number][]>()
  for (const [choice, count] of Object.entries(choices)) {
    const [first, second] = halvesOf(choice)
    counted.set(first, [...(counted.get(first) ?? []), [second, count]])
  }
  return counted
}

/** These, then those that were answered and are offered no longer, by their values. */
export const withGone = (offered: readonly Option[], counted: Iterable<string>): Option[] => [
  ...offered,
  ...[...new Set(counted)].filter((value) => !offered.some((option) => option.value === value)).map((value) => ({ value, label: value })),
]
