import { z } from 'zod'
import { strengths } from './finding.ts'

const many = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [value ?? []].flat())

const words = (missing: string, most: number, what: string) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(most, `${what} must be ${most.toLocaleString('en-GB')} characters or fewer`)

export interface ChosenQuote {
  contributionId: string
  start: number
  end: number
}

/** A quote as a tick box sends it: contribution, start and end. */
export const quoteValue = ({ contributionId, start, end }: ChosenQuote) => `${contributionId}:${start}:${end}`

function readQuote(value: string): ChosenQuote | undefined {
  const [, contributionId, start, end] = /^([0-9a-f-]{36}):(\d{1,7}):(\d{1,7})$/.exec(value) ?? []
  return contributionId ? { contributionId, start: Number(start), end: Number(end) } : undefined
}

const quotes = many.transform((values, checking) => {
  const read = values.map(readQuote).filter((quote) => quote !== undefined)
  if (read.length < values.length) checking.addIssue({ code: 'custom', message: 'Choose quotes from the list' })
  return read
})

export const findingForm = z
  .object({
    title: words('Enter the finding in one line', 200, 'The finding in one line'),
    claim: words('Enter what you found', 4000, 'What you found'),
    contrary: z.string().trim().max(4000, 'What others said must be 4,000 characters or fewer').default(''),
    themes: many,
    questions: many,
    quotes,
    against: quotes,
    strength: z.enum(['', ...strengths], 'Choose a word from the list').default(''),
    reason: z.string().trim().max(2000, 'The reason must be 2,000 characters or fewer').default(''),
    view: z.string().trim().max(4000, 'The address of the view must be 4,000 characters or fewer').default(''),
    instead: z.string().default(''),
  })
  .refine(({ themes, questions, view }) => themes.length + questions.length > 0 || view !== '', {
    path: ['questions'],
    message: 'Choose at least one question, or go back and choose a theme: a finding rests on something that was counted',
  })
  .refine(({ strength, reason }) => strength === '' || reason !== '', { path: ['reason'], message: 'Enter why you chose this word' })
  .refine(({ quotes: speaking, against }) => !speaking.some((quote) => against.some((other) => quoteValue(quote) === quoteValue(other))), {
    path: ['against'],
    message: 'Choose each quote on one side only: for the finding, or against it',
  })

export const reviewForm = z
  .object({
    outcome: z.enum(['agreed', 'changes'], 'Choose whether you agree with the finding'),
    note: z.string().trim().max(4000, 'The note must be 4,000 characters or fewer').default(''),
  })
  .refine(({ outcome, note }) => outcome === 'agreed' || note !== '', { path: ['note'], message: 'Enter what should change' })
export type ReviewInput = z.infer<typeof reviewForm>

export const withdrawalForm = z.object({ reason: words('Enter why you are withdrawing this finding', 2000, 'The reason') })
export type WithdrawalInput = z.infer<typeof withdrawalForm>

/** An address keeps each name once, so what was ticked comes as 'themes-0', 'themes-3': as one list again. */
export const listIn = (query: Readonly<Record<string, string>>, name: string): string[] =>
  Object.entries(query).flatMap(([key, value]) => (key === name || key.startsWith(`${name}-`) ? [value] : []))
