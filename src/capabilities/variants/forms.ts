import { z } from 'zod'
import type { Body } from '#platform/forms.ts'
import { type Texts, usualNames, variantKinds } from './variant.ts'

const longest = 5000

/** What is added: a language is named by its author, the other kinds have names. */
export const variantForm = z
  .object({
    kind: z.enum(variantKinds, 'Choose what you want to add'),
    language: z
      .string()
      .trim()
      .toLowerCase()
      .refine((tag) => tag === '' || /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(tag), 'Enter a language code, like cy for Welsh or ur for Urdu')
      .optional()
      .default(''),
    name: z.string().trim().max(60, 'The name must be 60 characters or fewer').optional().default(''),
  })
  .superRefine(({ kind, language, name }, check) => {
    if (kind !== 'language') return
    if (language === '')
      check.addIssue({ code: 'custom', path: ['language'], message: 'Enter a language code, like cy for Welsh or ur for Urdu' })
    if (language === 'en') check.addIssue({ code: 'custom', path: ['language'], message: 'The questions are in English already' })
    if (name === '')
      check.addIssue({ code: 'custom', path: ['name'], message: 'Enter the name of the language as its readers write it, like Cymraeg' })
  })
  .transform(({ kind, language, name }) =>
    kind === 'language' ? { kind, language, name, code: language } : { kind, language: 'en', ...usualNames[kind] },
  )
export type VariantInput = z.infer<typeof variantForm>

export const withdrawalForm = z.object({
  reason: z
    .string('Enter why it is no longer offered')
    .trim()
    .min(1, 'Enter why it is no longer offered')
    .max(500, 'The reason must be 500 characters or fewer'),
})

/** The words typed for these places, and what is wrong with any, by its place. Fields go by 'text-' and the place. */
export function readTexts(places: readonly { at: string }[], body: Body): { texts: Texts; errors: Record<string, string> } {
  const typed = places.map(({ at }): [string, string] => [at, [body[`text-${at}`] ?? ''].flat().at(-1)?.normalize('NFC').trim() ?? ''])
  return {
    texts: Object.fromEntries(typed.filter(([, words]) => words !== '')),
    errors: Object.fromEntries(
      typed.flatMap(([at, words]) =>
        [...words].length > longest ? [[`text-${at}`, 'These words must be 5,000 characters or fewer']] : [],
      ),
    ),
  }
}
