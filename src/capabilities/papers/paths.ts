import { path } from '#platform/paths.ts'

export const paths = {
  list: path('/:commissioner/desk/consultations/:id/papers'),
  print: path('/:commissioner/desk/consultations/:id/papers/print'),
  sheets: path('/:commissioner/desk/consultations/:id/papers/sheets/:from'),
  keying: path('/:commissioner/desk/consultations/:id/papers/keying'),
  form: path('/:commissioner/desk/consultations/:id/papers/forms/:serial'),
  settlement: path('/:commissioner/desk/consultations/:id/papers/forms/:serial/settlement'),
  single: path('/:commissioner/desk/consultations/:id/papers/forms/:serial/single-keying'),
  scans: path('/:commissioner/desk/consultations/:id/papers/forms/:serial/scans'),
  scan: path('/:commissioner/desk/consultations/:id/papers/forms/:serial/scans/:file'),
}
