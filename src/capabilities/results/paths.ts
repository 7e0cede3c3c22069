import { path } from '#platform/paths.ts'

export const paths = {
  list: path('/:commissioner/desk/results'),
  survey: path('/:commissioner/desk/results/:survey'),
  source: path('/:commissioner/desk/results/sources/:source'),
  publication: path('/:commissioner/desk/results/:survey/publication'),
  public: path('/:commissioner/consultations/:slug/results'),
  findings: path('/:commissioner/desk/findings'),
  newFinding: path('/:commissioner/desk/findings/new'),
  finding: path('/:commissioner/desk/findings/:finding'),
  withdrawal: path('/:commissioner/desk/findings/:finding/withdrawal'),
}
