import { Radios, Textarea } from '#design'
import { strengths } from '../finding.ts'

interface Props {
  values: { strength?: string | undefined; reason?: string | undefined }
  errors: Readonly<Record<string, string | undefined>>
}

/** How strongly people said it, in a word and with the reason. */
export const StrengthChoice = ({ values, errors }: Props) => (
  <>
    <Radios
      name="strength"
      idPrefix="strength"
      fieldset={{ legend: { text: 'Of those who spoke of it, how many said so? (optional)', size: 's' } }}
      hint="A word, not a number: who answered chose to, so a share would say more than we know."
      errorMessage={errors.strength}
      value={values.strength}
      items={strengths.map((word) => ({ value: word, text: word.charAt(0).toUpperCase() + word.slice(1) }))}
    />
    <Textarea
      id="reason"
      name="reason"
      label={{ text: 'Why this word?', size: 's' }}
      hint="For example: it came up on paper and online, from every town, and often first. Needed if you chose a word."
      rows={3}
      value={values.reason}
      errorMessage={errors.reason}
    />
  </>
)
