import { path } from '#platform/paths.ts'

export const paths = {
  home: path('/:commissioner/desk/entries'),
  list: path('/:commissioner/desk/consultations/:id/entries'),
  enter: path('/:commissioner/desk/consultations/:id/entries/new'),
  removal: path('/:commissioner/desk/entries/:entry/removal'),
  texts: path('/:commissioner/desk/texts'),
  textLines: path('/:commissioner/desk/texts/lines'),
  textLineEnd: path('/:commissioner/desk/texts/lines/:line/end'),
  textSecret: path('/:commissioner/desk/texts/secret'),
  notify: path('/:commissioner/callbacks/notify/texts'),
}
