import { path } from '#platform/paths.ts'

export const paths = {
  list: path('/:commissioner/desk/decisions'),
  draft: path('/:commissioner/desk/decisions/new'),
  show: path('/:commissioner/desk/decisions/:decision'),
  wording: path('/:commissioner/desk/decisions/:decision/wording'),
  findings: path('/:commissioner/desk/decisions/:decision/findings'),
  answer: path('/:commissioner/desk/decisions/:decision/findings/:finding/answer'),
  removal: path('/:commissioner/desk/decisions/:decision/findings/:finding/removal'),
  publication: path('/:commissioner/desk/decisions/:decision/publication'),
  newChange: path('/:commissioner/desk/decisions/:decision/changes/new'),
  changes: path('/:commissioner/desk/changes'),
  change: path('/:commissioner/desk/changes/:change'),
  completion: path('/:commissioner/desk/changes/:change/completion'),
  drop: path('/:commissioner/desk/changes/:change/drop'),
  published: path('/:commissioner/decisions'),
  public: path('/:commissioner/decisions/:slug'),
}
