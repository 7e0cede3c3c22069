import { path } from '#platform/paths.ts'

export const paths = {
  list: path('/:commissioner/desk/organisations'),
  add: path('/:commissioner/desk/organisations/new'),
  show: path('/:commissioner/desk/organisations/:id'),
}
