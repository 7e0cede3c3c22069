import { z } from 'zod'
import { type Body, type Form, read } from '#platform/forms.ts'
import { aDate, dateParts, dateTyped } from '#platform/typed-dates.ts'
import { answerings, type Consultation, linesOf } from './consultation.ts'
import type { Proposal } from './proposal.ts'

/** The pages on which a proposal is set out, one part on each. */
export const sections = ['options', 'involvement', 'assessments', 'time', 'decision', 'ways'] as const
export type Section = (typeof sections)[number]
export const isSection = (name: string): name is Section => sections.some((section) => section === name)

export const sectionNames: Readonly<Record<Section, string>> = {
  options: 'Options',
  involvement: 'How people were involved before',
  assessments: 'Impact assessments, and what is not attached',
  time: 'Time to answer',
  decision: 'The decision, and telling people',
  ways: 'Who can answer, and how',
}

/** Those whose words can be put right once people have read them, with a reason. */
export const correctableSections = ['options', 'involvement'] as const satisfies readonly Section[]
export const isCorrectable = (section: Section) => correctableSections.some((one) => one === section)

type Ways = Pick<Consultation, 'answering' | 'communities' | 'otherWays' | 'formatsWithin' | 'feedbackDueOn'>
/** Some of what a consultation sets out beside its summary. */
export type SetOut = Partial<Proposal> & Partial<Ways>

/** What was typed on one of the pages, with its dates put together and its numbered fields as lists. */
export const readSection = (section: Section, body: Body) =>
  read<SetOut>(schemas[section], {
    ...body,
    decidesFrom: dateTyped(body, 'decidesFrom'),
    feedbackDueOn: dateTyped(body, 'feedbackDueOn'),
  } as Body) as Form<Record<string, string>> & ({ ok: true; value: SetOut } | { ok: false })

const text = z
  .string()
  .optional()
  .default('')
  .transform((words) => words.trim())
  .refine((words) => words.length <= 5000, 'This must be 5,000 characters or fewer')
const ticked = z
  .string()
  .optional()
  .transform((value) => value === 'yes')
const dateOrNone = (what: string) => z.union([z.literal('').transform(() => null), aDate(what)])

const schemas: Readonly<Record<Section, z.ZodType<SetOut>>> = {
  options: z.record(z.string(), z.unknown()).transform((typed, check) => {
    const body = typed as Body
    const options = rows(body, 'option', ['title', 'description', 'preferred', 'reason'], check).map(({ preferred, ...option }) => ({
      ...option,
      preferred: preferred === 'yes',
    }))
    const discarded = rows(body, 'discarded', ['title', 'why'], check)
    return { options, discarded, noOptions: words(body, 'noOptions'), noneDiscarded: words(body, 'noneDiscarded') }
  }),
  involvement: z.record(z.string(), z.unknown()).transform((typed, check) => ({
    involvement: rows(typed as Body, 'involvement', ['what', 'when', 'who', 'changed'], check),
  })),
  assessments: z.object({ noEquality: text, noQuality: text, noPrivacy: text, noDocument: text }),
  time: z.object({ shortPeriod: text, preElection: text }),
  decision: z.object({
    notDecided: ticked,
    decidesFrom: dateOrNone('the earliest day of the decision'),
    notAVote: ticked,
    feedbackDueOn: dateOrNone('the day by which you will tell people'),
    feedbackHow: text,
    feedbackLate: text,
  }),
  ways: z.object({
    answering: z.enum(answerings, 'Choose who can answer'),
    communities: z
      .string()
      .optional()
      .default('')
      .transform(linesOf)
      .refine(
        (lines) => lines.length <= 50 && lines.every((line) => line.length <= 100),
        'Enter 50 or fewer, each of 100 characters or fewer',
      ),
    otherWays: text,
    formatsWithin: z
      .string()
      .optional()
      .default('')
      .transform((typed) => (typed.trim() === '' ? null : Number(typed)))
      .refine(
        (days) => days === null || (Number.isInteger(days) && days >= 1 && days <= 60),
        'Enter a number of working days from 1 to 60',
      ),
  }),
}

const words = (body: Body, name: string) => String(body[name] ?? '').trim()

/** Numbered fields as a list: `option-2-title` is the title of the second. One with nothing in it is left out; the first field must be filled in. */
function rows<Field extends string>(body: Body, name: string, fields: readonly [Field, ...Field[]], check: z.RefinementCtx) {
  const found: Record<Field, string>[] = []
  for (let at = 1; at <= 30; at++) {
    const row = Object.fromEntries(fields.map((field) => [field, words(body, `${name}-${at}-${field}`)])) as Record<Field, string>
    const typed = fields.filter((field) => row[field] !== '')
    if (typed.length === 0) continue
    found.push(row)
    if (row[fields[0]] === '')
      check.addIssue({ code: 'custom', path: [`${name}-${at}-${fields[0]}`], message: 'Enter this, or empty the boxes that go with it' })
    for (const field of typed)
      if (row[field].length > 3000)
        check.addIssue({ code: 'custom', path: [`${name}-${at}-${field}`], message: 'This must be 3,000 characters or fewer' })
  }
  return found
}

/** What a page shows of what is kept, as it would have been typed. */
export function sectionValues(consultation: Ways, proposal: Proposal): Record<string, string> {
  const numbered = (name: string, list: readonly object[]) =>
    Object.fromEntries(
      list.flatMap((row, at) =>
        Object.entries(row).map(([field, value]) => [
          `${name}-${at + 1}-${field}`,
          value === true ? 'yes' : value === false ? '' : String(value),
        ]),
      ),
    )
  const plain = { ...proposal, otherWays: consultation.otherWays }
  const texts = Object.entries(plain).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return {
    ...Object.fromEntries(texts),
    ...numbered('option', proposal.options),
    ...numbered('discarded', proposal.discarded),
    ...numbered('involvement', proposal.involvement),
    notDecided: proposal.notDecided ? 'yes' : '',
    notAVote: proposal.notAVote ? 'yes' : '',
    ...(proposal.decidesFrom && dateParts('decidesFrom', proposal.decidesFrom)),
    ...(consultation.feedbackDueOn && dateParts('feedbackDueOn', consultation.feedbackDueOn)),
    answering: consultation.answering,
    communities: consultation.communities.join('\n'),
    formatsWithin: consultation.formatsWithin === null ? '' : String(consultation.formatsWithin),
  }
}
