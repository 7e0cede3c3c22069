import type { Condition, Question } from '#capabilities/surveys'
import type { Rule } from './relevance.ts'

/** What a column of LimeSurvey is here: which question, and which of its choices the column's codes stand for. */
export interface ColumnMeaning {
  question: string
  /** None where the code stands for nothing that can be chosen. */
  choicesOf(code: string): readonly string[] | null
  /** All that this column alone can say; null where it is the whole question. */
  all: readonly string[] | null
  /** Choices that are numbers, for what is more or less. */
  numbers: readonly (readonly [number, string])[]
}

type Asked = NonNullable<Question['asked']>
export type Said = Asked | 'always' | 'never'

/** A rule as conditions; null where conditions cannot say it: they are joined all by "and" or all by "or". `meaningOf` finds a column. */
export function conditionsOf(rule: Rule, meaningOf: (column: string) => ColumnMeaning | undefined, isDenied = false): Said | null {
  if (rule.is === 'always' || rule.is === 'never') return (rule.is === 'always') === isDenied ? 'never' : 'always'
  if (rule.is === 'not') return conditionsOf(rule.of, meaningOf, !isDenied)
  if (rule.is === 'compared') {
    const meaning = meaningOf(rule.column)
    const condition = meaning && conditionOf(rule, meaning, isDenied)
    return condition ? { when: 'all', of: [condition] } : null
  }
  const when = (rule.is === 'all') === isDenied ? 'any' : 'all'
  const [silent, final] = when === 'all' ? (['always', 'never'] as const) : (['never', 'always'] as const)
  const parts: Asked[] = []
  for (const part of rule.of) {
    const said = conditionsOf(part, meaningOf, isDenied)
    if (said === null || said === final) return said
    if (typeof said === 'object') parts.push(said)
  }
  const [only] = parts
  if (!only) return silent
  if (parts.length === 1) return only
  if (parts.some((part) => part.of.length > 1 && part.when !== when)) return null
  return {
    when,
    of: merged(
      parts.flatMap((part) => part.of),
      when,
    ),
  }
}

function conditionOf({ by, value }: Extract<Rule, { is: 'compared' }>, meaning: ColumnMeaning, isDenied: boolean): Condition | null {
  const { question, all } = meaning
  const any = (values: readonly string[], isHeld: boolean): Condition => ({
    question,
    is: isHeld ? 'any of' : 'none of',
    values: [...values],
  })
  if (by === '==' || by === '!=') {
    const isHeld = (by === '==') !== isDenied
    if (value === '') return all ? any(all, !isHeld) : { question, is: isHeld ? 'not answered' : 'answered' }
    const choices = meaning.choicesOf(value)
    return choices && any(choices, isHeld)
  }
  const bound = Number(value)
  const holds = {
    '<': (n: number) => n < bound,
    '<=': (n: number) => n <= bound,
    '>': (n: number) => n > bound,
    '>=': (n: number) => n >= bound,
  }[by]
  const choices = meaning.numbers.flatMap(([number, choice]) => (holds(number) ? [choice] : []))
  return value === '' || Number.isNaN(bound) || choices.length === 0 ? null : any(choices, !isDenied)
}

/** "A or B" about one question is one condition, and so is "neither A and not B". */
function merged(conditions: readonly Condition[], when: 'all' | 'any'): Condition[] {
  const joins = when === 'any' ? 'any of' : 'none of'
  const found: Condition[] = []
  for (const condition of conditions) {
    const same = found.findIndex(({ question, is }) => question === condition.question && is === condition.is && is === joins)
    const before = found[same]
    if (before) found[same] = { ...before, values: [...new Set([...(before.values ?? []), ...(condition.values ?? [])])] }
    else found.push(condition)
  }
  return found
}
