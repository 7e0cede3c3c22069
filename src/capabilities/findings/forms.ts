import { z } from 'zod'

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

export const findingForm = z
  .object({
    title: words('Enter the finding in one line', 200, 'The finding in one line'),
    claim: words('Enter what you found', 4000, 'What you found'),
    contrary: z.string().trim().max(4000, 'What others said must be 4,000 characters or fewer').default(''),
    themes: many,
    questions: many,
    quotes: many.transform((values, checking) => {
      const quotes = values.map(readQuote).filter((quote) => quote !== undefined)
      if (quotes.length < values.length) checking.addIssue({ code: 'custom', message: 'Choose quotes from the list' })
      return quotes
    }),
  })
  .refine(({ themes, questions }) => themes.length + questions.length > 0, {
    path: ['questions'],
    message: 'Choose at least one question, or go back and choose a theme: a finding rests on something that was counted',
  })

export const withdrawalForm = z.object({ reason: words('Enter why you are withdrawing this finding', 2000, 'The reason') })
export type WithdrawalInput = z.infer<typeof withdrawalForm>
