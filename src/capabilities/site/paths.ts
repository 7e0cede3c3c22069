import { path } from '#platform/paths.ts'

export const paths = {
  home: path('/:commissioner'),
  desk: path('/:commissioner/desk'),
  words: path('/:commissioner/words'),
  accessibility: path('/:commissioner/accessibility'),
  privacy: path('/:commissioner/privacy'),
}
