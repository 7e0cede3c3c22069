import { path } from '#platform/paths.ts'

export const paths = {
  words: path('/:commissioner/desk/themes/:theme/words'),
  coding: path('/:commissioner/desk/coding'),
  batch: path('/:commissioner/desk/coding/:frame/:batch'),
  overview: path('/:commissioner/desk/coding/:frame/:batch/overview'),
  keys: path('/:commissioner/desk/coding/:frame/:batch/keys'),
  undoing: path('/:commissioner/desk/coding/:frame/:batch/undoing'),
  comment: path('/:commissioner/desk/coding/:frame/:batch/:contribution'),
  codings: path('/:commissioner/desk/coding/:frame/:batch/:contribution/codings'),
  removal: path('/:commissioner/desk/coding/:frame/:batch/:contribution/codings/:coding/removal'),
  sentiment: path('/:commissioner/desk/coding/:frame/:batch/:contribution/sentiment'),
  marks: path('/:commissioner/desk/coding/:frame/:batch/:contribution/marks'),
  markRemoval: path('/:commissioner/desk/coding/:frame/:batch/:contribution/marks/removal'),
  alike: path('/:commissioner/desk/coding/:frame/:batch/:contribution/alike'),
}
