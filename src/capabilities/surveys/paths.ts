import { path } from '#platform/paths.ts'

export const paths = {
  builder: path('/:commissioner/desk/surveys/:id'),
  preview: path('/:commissioner/desk/surveys/:id/preview'),
  newQuestion: path('/:commissioner/desk/surveys/:id/new-question'),
  questions: path('/:commissioner/desk/surveys/:id/questions'),
  question: path('/:commissioner/desk/surveys/:id/questions/:key'),
  place: path('/:commissioner/desk/surveys/:id/questions/:key/place'),
  removal: path('/:commissioner/desk/surveys/:id/questions/:key/removal'),
  promise: path('/:commissioner/desk/surveys/:id/promise'),
  release: path('/:commissioner/desk/surveys/:id/release'),
}
