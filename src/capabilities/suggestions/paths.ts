import { path } from '#platform/paths.ts'

export const paths = {
  frame: path('/:commissioner/desk/suggestions/:frame'),
  learnings: path('/:commissioner/desk/suggestions/:frame/learnings'),
  batches: path('/:commissioner/desk/suggestions/:frame/batches'),
  proposals: path('/:commissioner/desk/suggestions/:frame/new-themes'),
  proposal: path('/:commissioner/desk/suggestions/:frame/new-themes/:proposal'),
  dismissal: path('/:commissioner/desk/suggestions/:frame/new-themes/:proposal/dismissal'),
}
