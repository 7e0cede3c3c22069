import { sharedBlocks } from './block.ts'
import type { Question } from './question.ts'
import { typeOf } from './questions/registry.ts'
import { readabilityOf } from './readability.ts'
import { isEquality } from './survey.ts'
import { minutesToAnswer } from './time-to-answer.ts'
import { acronymFindings, type CheckFinding, jargonFindings, textOf, type WordLists, wordingFindings } from './wording-finding.ts'

/** The oldest that a reader of a public page should have to be. */
const oldest = 11
const longest = { minutes: 10, list: 12, order: 7, rows: 8 }

/** Everything to look at before people are asked, in the order of the questions; first what is about them all. */
export function findingsIn(questions: readonly Question[], lists: WordLists): CheckFinding[] {
  // The shared blocks are checked once, where they are made.
  const own = questions.filter(({ block }) => !sharedBlocks.some(({ id }) => id === block))
  return [
    ...aboutAll(questions),
    ...acronymFindings(own, lists.letters),
    ...own.flatMap((question) => [
      ...readingFindings(question),
      ...jargonFindings(question, lists.avoided),
      ...wordingFindings(question),
      ...listFindings(question),
    ]),
  ]
}

function aboutAll(questions: readonly Question[]): CheckFinding[] {
  const asked = questions.filter((question) => !typeOf(question).isOnlyRead && !isEquality(question))
  const required = asked.filter((question) => question.required).length
  const minutes = minutesToAnswer(questions)
  const findings: (CheckFinding | false)[] = [
    required > 3 &&
      required > asked.length / 2 && {
        question: null,
        what: `${required} of ${asked.length} questions must be answered`,
        toDo: 'People give up where they are made to answer. Ask for an answer only where you cannot use a response without it.',
      },
    minutes > longest.minutes && {
      question: null,
      what: `It may take about ${minutes} minutes to answer`,
      toDo: `Many people stop after ${longest.minutes} minutes. Leave out what you will not use, or ask some questions only of those they are about.`,
    },
  ]
  return findings.filter((finding) => finding !== false)
}

function readingFindings(question: Question): CheckFinding[] {
  const read = readabilityOf(textOf(question))
  if (!read || read.words < 8 || read.age <= oldest) return []
  const rough = read.isRough ? ', as a rough guide: the text is short' : ''
  return [
    { question: question.key, what: `Its reading age is about ${read.age}${rough}`, toDo: 'Use shorter sentences and shorter words.' },
  ]
}

function listFindings(question: Question): CheckFinding[] {
  const { key, type, options = [], rows = [], other, picture } = question
  const wayOut = /none of|don.t know|not sure|no opinion|prefer not|neither|not applicable|does not apply|something else|\bother\b/i
  const findings: (CheckFinding | false)[] = [
    type !== 'drop-down' &&
      options.length > longest.list && {
        question: key,
        what: `It has ${options.length} answers to choose from`,
        toDo: 'On a phone nobody sees them all at once. Put some together, or ask in two questions.',
      },
    type === 'ranking' &&
      options.length > longest.order && {
        question: key,
        what: `It asks people to put ${options.length} things in order`,
        toDo: `Ask about ${longest.order} at most, or ask which three matter most.`,
      },
    rows.length > longest.rows && {
      question: key,
      what: `It has ${rows.length} rows`,
      toDo: 'Long tables are tiring, above all on a phone or with a screen reader. Ask in two questions.',
    },
    ['one-of', 'some-of', 'drop-down'].includes(type) &&
      !other &&
      !options.some(({ label }) => wayOut.test(label)) && {
        question: key,
        what: 'Nobody can say that no answer fits',
        toDo: 'Add “None of these” or “I do not know”, or offer “Something else”.',
      },
    picture !== undefined &&
      picture.description.trim() === '' && {
        question: key,
        what: 'Its picture has no description',
        toDo: 'Say in words what the picture shows, for people who do not see it.',
      },
  ]
  return findings.filter((finding) => finding !== false)
}
