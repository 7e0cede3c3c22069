import { z } from 'zod'
import { setAsideReasons } from './set-aside-reason.ts'

const longest = 500
const inWords = (question: string) =>
  z.string(question).trim().min(1, question).max(longest, `The reason must be ${longest} characters or fewer`)

const why = 'Choose why you are setting it aside'

/** Why, as one of the usual reasons or in words; what comes out is the sentence that is kept. */
export const settingAsideForm = z
  .object({
    why: z.enum([...(Object.keys(setAsideReasons) as (keyof typeof setAsideReasons)[]), 'other'], why),
    other: z.string().trim().default(''),
  })
  .superRefine(({ why, other }, check) => {
    const wrong = why === 'other' ? inWords('Enter the reason').safeParse(other).error?.issues[0]?.message : undefined
    if (wrong) check.addIssue({ code: 'custom', path: ['other'], message: wrong })
  })
  .transform(({ why, other }) => ({ why: why === 'other' ? other : setAsideReasons[why], other }))
export type SettingAside = z.infer<typeof settingAsideForm>

export const takingBackForm = z.object({ reason: inWords('Enter why it counts after all') })
export type TakingBack = z.infer<typeof takingBackForm>
