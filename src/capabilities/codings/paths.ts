import { path } from '#platform/paths.ts'

export const paths = {
  words: path('/:commissioner/desk/themes/:theme/words'),
  coding: path('/:commissioner/desk/coding'),
  batch: path('/:commissioner/desk/coding/:frame/:batch'),
  comment: path('/:commissioner/desk/coding/:frame/:batch/:contribution'),
  codings: path('/:commissioner/desk/coding/:frame/:batch/:contribution/codings'),
  removal: path('/:commissioner/desk/coding/:frame/:batch/:contribution/codings/:coding/removal'),
}
