import { path } from '#platform/paths.ts'

/** `kind` is surveys or sources, and `id` one of theirs; `dimension` is 'question:<key>' or 'place'. */
export const paths = {
  list: path('/:commissioner/desk/populations'),
  add: path('/:commissioner/desk/populations/new'),
  baseline: path('/:commissioner/desk/populations/baselines/:baseline'),
  removal: path('/:commissioner/desk/populations/baselines/:baseline/removal'),
  addHeadcount: path('/:commissioner/desk/populations/baselines/:baseline/headcounts/new'),
  headcounts: path('/:commissioner/desk/populations/baselines/:baseline/headcounts'),
  headcount: path('/:commissioner/desk/populations/headcounts/:headcount'),
  heard: path('/:commissioner/desk/populations/:kind/:id'),
  match: path('/:commissioner/desk/populations/:kind/:id/:dimension'),
  outreach: path('/:commissioner/desk/outreach'),
  addPlan: path('/:commissioner/desk/outreach/new'),
  plan: path('/:commissioner/desk/outreach/:plan'),
  closure: path('/:commissioner/desk/outreach/:plan/closure'),
}
