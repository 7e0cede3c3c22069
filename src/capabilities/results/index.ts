import type { Capability } from '#platform/slots.ts'
import { paths } from './paths.ts'
import { neighbours } from './queries/neighbours.ts'
import { routes } from './routes.tsx'

export { type Basis, basisOf, type OptionFigure, type ThemeFigure } from './basis.ts'
export type { BesideCounts } from './beside-count.ts'
export { type CountedQuestion, countQuestions } from './counted-question.ts'
export type { Dimension } from './dimension.ts'
export { Rooms } from './pages/beside.tsx'
export { Charts } from './pages/charts.tsx'
export { countBeside } from './queries/count-beside.ts'
export { countCross } from './queries/count-cross.ts'
export { countResults } from './queries/count-results.ts'
export { countView } from './queries/count-view.ts'
export { listDimensions } from './queries/dimensions.ts'
export { findBasisTitle, listAskedVersions, listThemes } from './queries/sources.ts'
export { tallyAnswers, tallyThemes } from './queries/tallies.ts'
export { type CountedFrame, type CountedResults, totalOf } from './result-count.ts'
export type { CountedCross, Crossing } from './result-cross.ts'
export type { QuestionTable, ResultTables, Shown } from './result-table.ts'
export { trueTables } from './result-table.ts'
export { readAddress } from './result-view.ts'

/** Where staff see what there is to count, a survey, and what a file brought. */
export const resultsPath = paths.list
export const surveyResultsPath = paths.survey
export const sourceResultsPath = paths.source

export const results: Capability = {
  name: 'results',
  routes,
  desk: [{ door: 'Make sense', text: 'Results', href: (commissioner) => paths.list({ commissioner }) }],
  neighbours,
  sentences: {
    'result.view-kept': () => 'Kept a view of the results under a name',
    'result.view-removed': () => 'Took a named view off the list',
    'result.sampling-said': ({ way }) =>
      way === 'random sample' ? 'Said that people were picked at random' : 'Said that people chose to answer',
    'result.taken-out': ({ figures, format }) => `Took ${Number(figures).toLocaleString('en-GB')} figures out as a file (${format})`,
  },
}
