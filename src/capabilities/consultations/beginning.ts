import { friendsAndFamilyBlock, type Question } from '#capabilities/surveys'
import type { Kind } from './consultation.ts'

interface Beginning {
  kind: Kind
  label: string
  hint: string
  /** The questions it begins with; they can be changed before it is published. */
  questions: (title: string) => readonly Question[]
}

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'do-not-know', label: 'I do not know' },
]

/** What can be begun, by the name that its form goes by. */
export const beginnings = {
  formal: {
    kind: 'formal consultation',
    label: 'Formal consultation',
    hint: 'Before a decision that changes services. It cannot be published until everything a fair consultation needs is there.',
    questions: () => [],
  },
  survey: {
    kind: 'survey',
    label: 'Survey',
    hint: 'Questions on something you want to understand better.',
    questions: () => [],
  },
  'quick-poll': {
    kind: 'quick poll',
    label: 'Quick poll',
    hint: 'One question, with the title as its words.',
    questions: (title) => [{ key: 'q1', type: 'one-of', text: title, required: true, options: yesNo }],
  },
  'comment-card': {
    kind: 'comment card',
    label: 'Comment card',
    hint: 'Room for people to tell you anything about a service.',
    questions: () => [
      { key: 'q1', type: 'short-text', text: 'Which service is this about?' },
      { key: 'q2', type: 'long-text', text: 'What would you like us to know?', required: true },
    ],
  },
  'friends-and-family': {
    kind: 'comment card',
    label: 'Friends and Family Test',
    hint: 'The question that all NHS services ask, and why people say so.',
    questions: () => friendsAndFamilyBlock.questions,
  },
} as const satisfies Record<string, Beginning>

export type BeginningName = keyof typeof beginnings
export const isBeginning = (name: string | undefined): name is BeginningName => name !== undefined && Object.hasOwn(beginnings, name)
