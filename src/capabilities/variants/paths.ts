import { path } from '#platform/paths.ts'

export const paths = {
  list: path('/:commissioner/desk/surveys/:id/variants'),
  add: path('/:commissioner/desk/surveys/:id/new-variant'),
  show: path('/:commissioner/desk/surveys/:id/variants/:code'),
  texts: path('/:commissioner/desk/surveys/:id/variants/:code/texts'),
  recordings: path('/:commissioner/desk/surveys/:id/variants/:code/recordings'),
  offer: path('/:commissioner/desk/surveys/:id/variants/:code/offer'),
  withdrawal: path('/:commissioner/desk/surveys/:id/variants/:code/withdrawal'),
  recording: path('/:commissioner/recordings/:file'),
}
