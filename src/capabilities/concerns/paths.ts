import { path } from '#platform/paths.ts'

/** A concern has the id of the contribution whose words wait. */
export const paths = {
  inbox: path('/:commissioner/desk/concerns'),
  show: path('/:commissioner/desk/concerns/:id'),
  acts: path('/:commissioner/desk/concerns/:id/acts'),
  contact: path('/:commissioner/desk/concerns/:id/contact'),
  raise: path('/:commissioner/desk/contributions/:contribution/concern'),
  duty: path('/:commissioner/desk/duty'),
  turns: path('/:commissioner/desk/duty/turns'),
  turnEnding: path('/:commissioner/desk/duty/turns/:turn/ending'),
  limit: path('/:commissioner/desk/duty/limit'),
}
