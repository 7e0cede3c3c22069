import { path } from '#platform/paths.ts'

export const paths = {
  sent: path('/:commissioner/saved'),
  saved: path('/:commissioner/saved/:token'),
}
