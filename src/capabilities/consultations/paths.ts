import { path } from '#platform/paths.ts'

export const paths = {
  list: path('/:commissioner/consultations'),
  show: path('/:commissioner/consultations/:slug'),
  respond: path('/:commissioner/consultations/:slug/respond'),
  receipt: path('/:commissioner/consultations/:slug/receipt/:code'),
  news: path('/:commissioner/news'),
  deskList: path('/:commissioner/desk/consultations'),
  deskNew: path('/:commissioner/desk/consultations/new'),
  record: path('/:commissioner/desk/consultations/:id'),
  draft: path('/:commissioner/desk/consultations/:id/draft'),
  publication: path('/:commissioner/desk/consultations/:id/publication'),
  closure: path('/:commissioner/desk/consultations/:id/closure'),
}
