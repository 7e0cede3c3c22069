import { z } from 'zod'
import type { QuestionType } from '../question.ts'
import { chooseOne } from './choose-one.tsx'
import { inItsLanguage } from './options.ts'
import { wording } from './wording.ts'

const levels = [
  { value: 'strongly-agree', label: 'Strongly agree' },
  { value: 'agree', label: 'Agree' },
  { value: 'neither', label: 'Neither agree nor disagree' },
  { value: 'disagree', label: 'Disagree' },
  { value: 'strongly-disagree', label: 'Strongly disagree' },
  { value: 'dont-know', label: 'Don’t know' },
]

export const agreement: QuestionType = {
  name: 'agreement',
  label: 'Agree or disagree',
  settings: z.object(wording),
  SettingsFields: () => <p>People choose from “strongly agree” to “strongly disagree”, or “don’t know”.</p>,
  ...chooseOne((question) => inItsLanguage(question, levels)),
}
