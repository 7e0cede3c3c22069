import { path } from '#platform/paths.ts'

export const paths = {
  show: path('/:commissioner/desk/weightings/:survey'),
  make: path('/:commissioner/desk/weightings/:survey/new'),
  removal: path('/:commissioner/desk/weightings/:survey/removal'),
}
