import { path } from '#platform/paths.ts'

export const paths = {
  list: path('/:commissioner/desk/results'),
  survey: path('/:commissioner/desk/results/:survey'),
  source: path('/:commissioner/desk/results/sources/:source'),
}
