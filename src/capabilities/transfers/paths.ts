import { path } from '#platform/paths.ts'

export const paths = {
  imports: path('/:commissioner/desk/surveys-import'),
  import: path('/:commissioner/desk/surveys-import/:id'),
  surveyFile: path('/:commissioner/desk/surveys/:id/files/:format'),
  exports: path('/:commissioner/desk/consultations/:id/exports'),
}
