import { path } from '#platform/paths.ts'

export const paths = {
  public: path('/:commissioner/consultations/:slug/results'),
  publication: path('/:commissioner/desk/results/:survey/publication'),
}
