import { path } from '#platform/paths.ts'

export const paths = {
  findings: path('/:commissioner/desk/findings'),
  newFinding: path('/:commissioner/desk/findings/new'),
  finding: path('/:commissioner/desk/findings/:finding'),
  review: path('/:commissioner/desk/findings/:finding/review'),
  publication: path('/:commissioner/desk/findings/:finding/publication'),
  public: path('/:commissioner/findings/:finding'),
  withdrawal: path('/:commissioner/desk/findings/:finding/withdrawal'),
}
