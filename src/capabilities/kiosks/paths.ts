import { path } from '#platform/paths.ts'

export const paths = {
  list: path('/:commissioner/desk/kiosks'),
  add: path('/:commissioner/desk/kiosks/new'),
  show: path('/:commissioner/desk/kiosks/:id'),
  retirement: path('/:commissioner/desk/kiosks/:id/retirement'),
  kiosk: path('/:commissioner/kiosk/:token'),
  thanks: path('/:commissioner/kiosk/:token/thanks'),
  state: path('/:commissioner/kiosk/:token/state'),
}
