import type { Question } from './question.ts'

/**
 * The Friends and Family Test, as NHS England words it since 1 April 2020: the rating, and at least one question in people's own words.
 * Source: NHS England, "Using the Friends and Family Test to improve patient experience" (2019). The wording of the second is the provider's own.
 */
export const friendsAndFamilyBlock = {
  name: 'friends-and-family',
  title: 'Friends and Family Test',
  since: '2020-04-01',
  questions: [
    { key: 'fft', type: 'rating', text: 'Overall, how was your experience of our service?', wording: 'experience' },
    { key: 'fft-why', type: 'long-text', text: 'Please tell us why you gave your answer', limit: 5000 },
  ] satisfies Question[],
}
