import type { Capability } from '#platform/slots.ts'
import { paths } from './paths.ts'
import { routes } from './routes.tsx'

export { draftSurvey, renameSurvey } from './actions/draft.ts'
export { changePromise } from './actions/promise.ts'
export { releaseSurvey } from './actions/release.ts'
export { askedWords, isAsked } from './condition.ts'
export { friendsAndFamilyBlock } from './friends-and-family-block.ts'
export { readQuestions } from './kept-question.ts'
export { PromiseFields } from './pages/promise.tsx'
export { Questions } from './pages/questions.tsx'
export { pipedQuestion, pipedText } from './piping.ts'
export { type ContactPromise, contactPromises, promiseNames, promiseSentences } from './promise.ts'
export { findReleasedSurvey, findSurvey, findSurveyVersion, surveyVersionOf } from './queries/versions.ts'
export type { Column, Condition, Given, GivenAnswer, Option, Question } from './question.ts'
export { isGiven } from './question.ts'
export { uploadLimits } from './questions/file.tsx'
export { withDecile } from './questions/postcode.tsx'
export { fieldsOf, keepsApart, mergedQuestions, typeOf } from './questions/registry.ts'
export { readAnswers, readPage, strangers } from './reading.ts'
export type { SurveyVersion } from './survey.ts'
export { askedOn, nextPage, pagesOf } from './survey-page.ts'

/** Where staff write the questions, and where they see them as people will. */
export const builderOf = paths.builder
export const previewOf = paths.preview

/** Where everyone sees the pictures of a survey's released questions, by the id of the file. */
export const picturesOf = (commissioner: string, id: string) => (file: string) => paths.picture({ commissioner, id, file })

const named = (what: string) => () => what

export const surveys: Capability = {
  name: 'surveys',
  routes,
  sentences: {
    'survey.drafted': named('Began the questions'),
    'survey.renamed': named('Renamed the questions'),
    'survey.released': ({ number }) => `Released version ${number} of the questions`,
    'survey.question-added': named('Added a question'),
    'survey.question-changed': named('Changed a question'),
    'survey.question-copied': named('Copied a question'),
    'survey.question-moved': named('Moved a question'),
    'survey.question-removed': named('Removed a question'),
    'survey.page-changed': ({ starts }) => (starts ? 'Started a new page at a question' : 'Joined two pages'),
    'survey.conditions-changed': named('Changed who is asked a question'),
    'survey.block-added': ({ questions }) => `Added ${questions} questions that belong together`,
    'survey.block-removed': ({ questions }) => `Removed ${questions} questions that belong together`,
    'survey.promise-changed': ({ from, to }) => `Changed the promise from ${from} to ${to}`,
    'question-block.saved': named('Saved questions to be asked in other surveys too'),
    'question-block.retired': named('Stopped offering these questions'),
  },
}
