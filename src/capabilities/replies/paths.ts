import { path } from '#platform/paths.ts'

export const paths = {
  youSaid: path('/:commissioner/you-said-we-did'),
  me: path('/:commissioner/me'),
  list: path('/:commissioner/desk/replies'),
  told: path('/:commissioner/desk/replies/:decision'),
  outbox: path('/:commissioner/desk/outbox'),
  message: path('/:commissioner/desk/outbox/:message'),
  settlement: path('/:commissioner/desk/outbox/:message/settlement'),
}
