import type { Option, Question } from './question.ts'

/** Said by choice, and counted: it is not the same as leaving a question out. */
const preferNotToSay: Option = { value: 'prefer-not-to-say', label: 'I prefer not to say' }

const ask = (
  key: string,
  text: string,
  options: Readonly<Record<string, string>>,
  { type = 'one-of', ...rest }: Partial<Pick<Question, 'type' | 'hint' | 'other'>> = {},
): Question => ({
  key: `equality-${key}`,
  type,
  text,
  ...rest,
  options: [...Object.entries(options).map(([value, label]) => ({ value, label })), preferNotToSay],
  block: 'equality',
})

const yesNo = { yes: 'Yes', no: 'No' }

/**
 * What we ask people of themselves, to see whom we heard from and whom we did not: the protected characteristics of the Equality Act 2010, section
 * 4, and caring. Each may be skipped. Sex and gender identity are two questions. The wording is ours and is not a standard; change it
 * under a new date, and keep the values.
 *
 * Sources of the lists: ethnic group: ethnic category of the NHS Data Dictionary (2001, "16+1"), whose codes are the values here; 'Z' (not stated) there is
 * 'prefer-not-to-say' here, and '99' (not known) is no answer. Disability: Equality Act 2010, section 6. Religion, sexual orientation, gender identity: the
 * groups of the Census 2021 of England and Wales. Age: bands that its tables of five years can be summed to.
 */
export const equalityBlock = {
  name: 'equality',
  title: 'About you',
  since: '2026-04-01',
  questions: [
    ask('age', 'How old are you?', {
      'under-16': 'Under 16',
      '16-to-24': '16 to 24',
      '25-to-34': '25 to 34',
      '35-to-44': '35 to 44',
      '45-to-54': '45 to 54',
      '55-to-64': '55 to 64',
      '65-to-74': '65 to 74',
      '75-to-84': '75 to 84',
      '85-and-over': '85 or over',
    }),
    ask('sex', 'What is your sex?', { female: 'Female', male: 'Male' }, { hint: 'The next question is about your gender identity.' }),
    ask('gender-identity', 'Is your gender identity the same as the sex you were registered with at birth?', yesNo),
    ask('ethnic-group', 'What is your ethnic group?', {
      A: 'White: British',
      B: 'White: Irish',
      C: 'White: any other White background',
      D: 'Mixed: White and Black Caribbean',
      E: 'Mixed: White and Black African',
      F: 'Mixed: White and Asian',
      G: 'Mixed: any other mixed background',
      H: 'Asian or Asian British: Indian',
      J: 'Asian or Asian British: Pakistani',
      K: 'Asian or Asian British: Bangladeshi',
      L: 'Asian or Asian British: any other Asian background',
      M: 'Black or Black British: Caribbean',
      N: 'Black or Black British: African',
      P: 'Black or Black British: any other Black background',
      R: 'Chinese',
      S: 'Any other ethnic group',
    }),
    ask('disability', 'Do you have a health condition or disability that makes daily life harder?', yesNo, {
      hint: 'Count one that has lasted 12 months or more, or that you expect to.',
    }),
    ask('religion', 'What is your religion or belief?', {
      none: 'No religion',
      buddhist: 'Buddhist',
      christian: 'Christian',
      hindu: 'Hindu',
      jewish: 'Jewish',
      muslim: 'Muslim',
      sikh: 'Sikh',
      another: 'Another religion or belief',
    }),
    ask('sexual-orientation', 'Which of these best describes you?', {
      straight: 'Straight or heterosexual',
      'gay-or-lesbian': 'Gay or lesbian',
      bisexual: 'Bisexual',
      another: 'Another sexual orientation',
    }),
    ask('caring', 'Do you look after someone who could not manage without your help?', yesNo, {
      hint: 'For example, because they are ill, disabled or old. Do not count paid work.',
    }),
    ask('pregnancy', 'Are you pregnant, or have you had a baby in the last 6 months?', {
      ...yesNo,
      'does-not-apply': 'This does not apply to me',
    }),
    ask('marriage', 'Are you married or in a civil partnership?', yesNo),
  ],
}
