import type { Consultation } from './consultation.ts'
import type { Proposal } from './proposal.ts'

/** What may be put right once people have read it: words, and never dates, the promise or who may answer. */
export type Correctable = Pick<Consultation, 'summary' | 'canChange' | 'cannotChange' | 'decides' | 'otherWays'> &
  Pick<Proposal, 'options' | 'noOptions' | 'discarded' | 'noneDiscarded' | 'involvement' | 'feedbackHow'>

/** Each part of a published page by its name on it, in plain text: so that whatever changes is shown as it was. */
const published: readonly [string, (it: Correctable) => string][] = [
  ['What it is about', (it) => it.summary],
  ['What can change', (it) => it.canChange],
  ['What cannot change', (it) => it.cannotChange],
  ['Who decides', (it) => it.decides],
  [
    'The options',
    ({ options, noOptions }) =>
      listed(options, ({ title, description, preferred, reason }) => [
        title,
        description,
        preferred ? 'We prefer this one.' : '',
        reason,
      ]) || noOptions,
  ],
  ['What we set aside', ({ discarded, noneDiscarded }) => listed(discarded, ({ title, why }) => [title, why]) || noneDiscarded],
  [
    'How people were involved before',
    ({ involvement }) => listed(involvement, ({ what, when, who, changed }) => [what, when, who, changed]),
  ],
  ['Other ways to answer', (it) => it.otherWays],
  ['How we will tell you what came of it', (it) => it.feedbackHow],
]

const listed = <Row>(rows: readonly Row[], parts: (row: Row) => string[]) =>
  rows
    .map((row) =>
      parts(row)
        .filter((part) => part !== '')
        .join('\n'),
    )
    .join('\n\n')

/** The parts that a correction changes, each as it was. */
export const correctedParts = (before: Correctable, after: Correctable): { part: string; before: string }[] =>
  published.flatMap(([part, of]) => (of(before) === of(after) ? [] : [{ part, before: of(before) }]))
