import { path } from '#platform/paths.ts'

export const paths = {
  list: path('/:commissioner/desk/results'),
  survey: path('/:commissioner/desk/results/:survey'),
  source: path('/:commissioner/desk/results/sources/:source'),
  surveyFile: path('/:commissioner/desk/results/:survey/file'),
  sourceFile: path('/:commissioner/desk/results/sources/:source/file'),
  surveyViews: path('/:commissioner/desk/results/:survey/views'),
  sourceViews: path('/:commissioner/desk/results/sources/:source/views'),
  surveyViewRemoval: path('/:commissioner/desk/results/:survey/views/:view/removal'),
  sourceViewRemoval: path('/:commissioner/desk/results/sources/:source/views/:view/removal'),
  sampling: path('/:commissioner/desk/results/:survey/sampling'),
}
