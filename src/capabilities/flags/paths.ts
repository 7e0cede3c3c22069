import { path } from '#platform/paths.ts'

/** `of` is the id of a survey or of a source. */
export const paths = {
  list: path('/:commissioner/desk/flags'),
  whole: path('/:commissioner/desk/flags/:of'),
  comparisons: path('/:commissioner/desk/flags/:of/comparisons'),
  robots: path('/:commissioner/desk/flags/:of/robots'),
  group: path('/:commissioner/desk/flags/:of/groups/:group'),
  groupLeaving: path('/:commissioner/desk/flags/:of/groups/:group/leaving'),
  groupExclusion: path('/:commissioner/desk/flags/:of/groups/:group/exclusion'),
  groupReturn: path('/:commissioner/desk/flags/:of/groups/:group/return'),
  response: path('/:commissioner/desk/flags/:of/responses/:response'),
  responseLeaving: path('/:commissioner/desk/flags/:of/responses/:response/leaving'),
  responseExclusion: path('/:commissioner/desk/flags/:of/responses/:response/exclusion'),
  responseReturn: path('/:commissioner/desk/flags/:of/responses/:response/return'),
}
