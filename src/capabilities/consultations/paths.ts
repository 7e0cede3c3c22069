import { path } from '#platform/paths.ts'

export const paths = {
  list: path('/:commissioner/consultations'),
  feed: path('/:commissioner/consultations/feed'),
  show: path('/:commissioner/consultations/:slug'),
  respond: path('/:commissioner/consultations/:slug/respond'),
  document: path('/:commissioner/consultations/:slug/documents/:document'),
  deskList: path('/:commissioner/desk/consultations'),
  deskNew: path('/:commissioner/desk/consultations/new'),
  record: path('/:commissioner/desk/consultations/:id'),
  draft: path('/:commissioner/desk/consultations/:id/draft'),
  section: path('/:commissioner/desk/consultations/:id/sections/:section'),
  documents: path('/:commissioner/desk/consultations/:id/documents'),
  deskDocument: path('/:commissioner/desk/consultations/:id/documents/:document'),
  withdrawal: path('/:commissioner/desk/consultations/:id/documents/:document/withdrawal'),
  publication: path('/:commissioner/desk/consultations/:id/publication'),
  extension: path('/:commissioner/desk/consultations/:id/extension'),
  closure: path('/:commissioner/desk/consultations/:id/closure'),
  correction: path('/:commissioner/desk/consultations/:id/correction'),
  statement: path('/:commissioner/desk/consultations/:id/statements/:about'),
}
