import { path } from '#platform/paths.ts'

export const paths = {
  list: path('/:commissioner/publications'),
  feed: path('/:commissioner/publications/feed'),
  public: path('/:commissioner/consultations/:slug/results'),
  file: path('/:commissioner/consultations/:slug/results/files/:file'),
  publication: path('/:commissioner/desk/results/:survey/publication'),
  correction: path('/:commissioner/desk/results/:survey/correction'),
}
