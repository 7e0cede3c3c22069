import type { QuestionType } from '../question.ts'
import { chooseOne } from './choose-one.tsx'
import { OptionSettings, optionSettings } from './option-list.tsx'
import { offeredBy } from './options.ts'

export const oneOf: QuestionType = {
  name: 'one-of',
  label: 'Choose one answer',
  settings: optionSettings,
  SettingsFields: OptionSettings,
  ...chooseOne(offeredBy),
}
