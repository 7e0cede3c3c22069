import { path } from '#platform/paths.ts'

export const paths = {
  frames: path('/:commissioner/desk/frames'),
  newFrame: path('/:commissioner/desk/frames/new'),
  frame: path('/:commissioner/desk/frames/:frame'),
  version: path('/:commissioner/desk/frames/:frame/versions/:number'),
  newTheme: path('/:commissioner/desk/frames/:frame/themes/new'),
  themes: path('/:commissioner/desk/frames/:frame/themes'),
  theme: path('/:commissioner/desk/themes/:theme'),
  wording: path('/:commissioner/desk/themes/:theme/wording'),
  place: path('/:commissioner/desk/themes/:theme/place'),
  retirement: path('/:commissioner/desk/themes/:theme/retirement'),
}
