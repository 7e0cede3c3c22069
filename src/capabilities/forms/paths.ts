import { path } from '#platform/paths.ts'

export { respondPath, showPath } from '#capabilities/consultations'

export const paths = {
  receipt: path('/:commissioner/consultations/:slug/receipt/:code'),
  copy: path('/:commissioner/consultations/:slug/receipt/:code/copy'),
  change: path('/:commissioner/consultations/:slug/receipt/:code/answers'),
  withdrawal: path('/:commissioner/consultations/:slug/receipt/:code/withdrawal'),
}
