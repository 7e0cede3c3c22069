import type { Question } from '../question.ts'

export const options = ['Bus', 'Train', 'I drive'].map((label) => ({ value: label.toLowerCase().replace(' ', '-'), label }))
export const rows = ['Parking', 'Waiting'].map((label) => ({ value: label.toLowerCase(), label }))
export const anId = '019a0000-0000-7000-8000-000000000001'

/** One question of each kind, as its author could have set it: tests try each. */
export const examples: readonly Question[] = [
  { key: 'why', type: 'long-text', text: 'Why?', limit: 50 },
  { key: 'name', type: 'short-text', text: 'A name?', limit: 5 },
  { key: 'travel', type: 'one-of', text: 'How do you travel?', options, other: true },
  { key: 'ways', type: 'some-of', text: 'Which ways?', options, other: true },
  { key: 'again', type: 'yes-no', text: 'Would you come again?' },
  { key: 'town', type: 'drop-down', text: 'Which town?', options, other: true },
  { key: 'fair', type: 'agreement', text: 'The plan is fair' },
  { key: 'ease', type: 'scale', text: 'How easy was it?', least: 0, most: 10, ends: { least: 'not at all', most: 'very' } },
  { key: 'rated', type: 'rating', text: 'Overall, how was your experience of our service?', wording: 'experience' },
  { key: 'order', type: 'ranking', text: 'What comes first?', options },
  { key: 'each', type: 'matrix', text: 'How hard is each?', options, rows },
  { key: 'share', type: 'budget', text: 'Share the money', options, total: 100, unit: '£' },
  { key: 'years', type: 'number', text: 'How many years?', least: -5, most: 120, places: 1, unit: 'years' },
  { key: 'when', type: 'date', text: 'When did you come?', least: '2020-01-01', most: '2026-12-31' },
  { key: 'home', type: 'postcode', text: 'Where do you live?' },
  { key: 'mail', type: 'email', text: 'Where can we write to you?' },
  { key: 'shots', type: 'file', text: 'Show us', kinds: ['pictures'], most: 2, largest: 5 },
  { key: 'read', type: 'information', text: 'One thing.\n\nAnother.', picture: { file: anId, description: 'A map' } },
]

/** The example of one kind. */
export function exampleOf(type: string): Question {
  const question = examples.find((one) => one.type === type)
  if (!question) throw new Error(`There is no example of ${type}`)
  return question
}
