import { z } from 'zod'
import type { QuestionType } from '../question.ts'
import { chooseOne } from './choose-one.tsx'
import { inItsLanguage } from './options.ts'
import { wording } from './wording.ts'

export const yesOrNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

export const yesNo: QuestionType = {
  name: 'yes-no',
  label: 'Yes or no',
  settings: z.object(wording),
  SettingsFields: () => <></>,
  ...chooseOne((question) => inItsLanguage(question, yesOrNo), { beside: true }),
}
