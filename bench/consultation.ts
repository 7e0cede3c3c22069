import { draftConsultation, publishConsultation } from '#capabilities/consultations'
import { type Question, typeOf } from '#capabilities/surveys'
import { addDays } from '../src/platform/time.ts'
import type { BenchHouse } from './house.ts'

const asValue = (label: string) => label.toLowerCase().replaceAll(' ', '-')
const options = (...labels: string[]) => labels.map((label) => ({ value: asValue(label), label }))
const row = (...pairs: [string, string][]) => pairs.map(([one, other]) => `${asValue(one)}:${asValue(other)}`)

interface Asked {
  question: Question
  choices?: string[]
  words?: string
}

// Twelve questions of many kinds on one page, as a practice that moves would ask them, with what one person sends.
const asked: readonly Asked[] = [
  {
    question: { key: 'q1', type: 'one-of', text: 'How often do you use it?', options: options('Every week', 'Every month', 'Less often') },
    choices: ['every-month'],
  },
  {
    question: { key: 'q2', type: 'some-of', text: 'How do you get there?', options: options('On foot', 'By bus', 'By car'), other: true },
    choices: ['on-foot', 'by-bus', 'other'],
    words: 'My daughter takes me when it rains.',
  },
  {
    question: {
      key: 'q3',
      type: 'matrix',
      text: 'How easy is it?',
      rows: options('Getting there', 'Getting seen', 'Being understood'),
      options: options('Easy', 'Hard', 'Not for me'),
    },
    choices: row(['Getting there', 'Hard'], ['Getting seen', 'Easy'], ['Being understood', 'Easy']),
  },
  {
    question: { key: 'q4', type: 'one-of', text: 'Where should it go?', required: true, options: options('The hospital', 'The library') },
    choices: ['the-library'],
  },
  {
    question: { key: 'q5', type: 'long-text', text: 'Why do you say so?' },
    words: 'I cannot drive, and two buses go past the library. The hospital is an hour away for me and I go there only when I must.',
  },
  {
    question: { key: 'q6', type: 'ranking', text: 'What matters most?', options: options('Near', 'Open late', 'Parking') },
    choices: row(['Near', '1'], ['Open late', '2'], ['Parking', '3']),
  },
  { question: { key: 'q7', type: 'yes-no', text: 'Would you see a nurse there?' }, choices: ['yes'] },
  {
    question: { key: 'q8', type: 'scale', text: 'How worried are you?', least: 0, most: 10, ends: { least: 'Not at all', most: 'Very' } },
    choices: ['7'],
  },
  { question: { key: 'q9', type: 'number', text: 'How many minutes does it take you?', least: 0, most: 600 }, choices: ['45'] },
  {
    question: {
      key: 'q10',
      type: 'drop-down',
      text: 'When would you come?',
      options: options('Before work', 'In the day', 'In the evening', 'At the weekend'),
    },
    choices: ['in-the-evening'],
  },
  {
    question: {
      key: 'q11',
      type: 'one-of',
      text: 'How old are you?',
      block: 'equality',
      options: options('Under 25', '25 to 64', '65 or over'),
    },
    choices: ['65-or-over'],
  },
  { question: { key: 'q12', type: 'short-text', text: 'Is there anything else?' }, words: 'Thank you for asking us.' },
]

/** One open consultation with twelve questions: where the public finds it. */
export async function openConsultation(house: BenchHouse) {
  await house.within(async (ctx) => {
    const id = await draftConsultation(ctx, {
      title: 'Moving the walk-in clinic',
      slug: 'clinic',
      summary: 'The lease of the clinic in Mill Street ends next year.\n\nWe could move it to the hospital, or to the old library.',
      canChange: 'Where the clinic goes, when it opens, and how you get there.',
      cannotChange: 'The lease in Mill Street ends whatever we decide.',
      decides: 'The primary care committee',
      opensOn: addDays(ctx.today, -7),
      closesOn: addDays(ctx.today, 30),
      promise: 'anonymous',
      questions: asked.map(({ question }) => question),
    })
    await publishConsultation(ctx, id)
  })
  return '/benchshire/consultations/clinic'
}

/** What one person's browser sends. */
export const answers = new URLSearchParams(
  asked.flatMap(({ question, choices = null, words = null }) =>
    Object.entries(typeOf(question).typed(question, { choices, words })).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, one]),
    ),
  ),
).toString()
