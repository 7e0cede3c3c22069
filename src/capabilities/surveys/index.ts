import type { Capability } from '#platform/slots.ts'
import { paths } from './paths.ts'
import { routes } from './routes.tsx'

export { changePromise, draftSurvey, releaseSurvey, renameSurvey } from './actions.ts'
export { PromiseFields } from './pages/promise.tsx'
export { Questions } from './pages/questions.tsx'
export { type ContactPromise, contactPromises, promiseNames, promiseSentences } from './promise.ts'
export { findReleasedSurvey, findSurvey, findSurveyVersion, surveyVersionOf } from './queries.ts'
export type { GivenAnswer, Question } from './question.ts'
export { typeOf } from './questions/registry.ts'
export { readAnswers, type SurveyVersion } from './survey.ts'

/** Where staff write the questions, and where they see them as people will. */
export const builderOf = paths.builder
export const previewOf = paths.preview

export const surveys: Capability = {
  name: 'surveys',
  routes,
  sentences: {
    'survey.drafted': () => 'Began the questions',
    'survey.renamed': () => 'Renamed the questions',
    'survey.released': ({ number }) => `Released version ${number} of the questions`,
    'survey.question-added': () => 'Added a question',
    'survey.question-changed': () => 'Changed a question',
    'survey.question-moved': () => 'Moved a question',
    'survey.question-removed': () => 'Removed a question',
    'survey.promise-changed': ({ from, to }) => `Changed the promise from ${from} to ${to}`,
  },
}
