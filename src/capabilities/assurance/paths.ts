import { path } from '#platform/paths.ts'

export const paths = {
  history: path('/:commissioner/desk/history'),
  checks: path('/:commissioner/desk/history/checks'),
  thread: path('/:commissioner/desk/threads/:kind/:id'),
  seals: path('/:commissioner/history'),
  publicThread: path('/:commissioner/threads/:id'),
}
