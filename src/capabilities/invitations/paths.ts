import { path } from '#platform/paths.ts'

export const paths = {
  invitation: path('/:commissioner/invitation/:token'),
  link: path('/:commissioner/consultations/:slug/link'),
  linkAsked: path('/:commissioner/consultations/:slug/link/asked'),
  list: path('/:commissioner/desk/consultations/:id/invitations'),
  codes: path('/:commissioner/desk/consultations/:id/invitations/codes'),
  messages: path('/:commissioner/desk/consultations/:id/invitations/messages'),
  batch: path('/:commissioner/desk/consultations/:id/invitations/batches/:batch'),
  codesFile: path('/:commissioner/desk/consultations/:id/invitations/batches/:batch/codes'),
  more: path('/:commissioner/desk/consultations/:id/invitations/batches/:batch/people'),
  withdrawal: path('/:commissioner/desk/consultations/:id/invitations/batches/:batch/withdrawal'),
}
