import { path } from '#platform/paths.ts'

export const paths = {
  list: path('/:commissioner/desk/analysis-packages'),
  add: path('/:commissioner/desk/analysis-packages/new'),
  show: path('/:commissioner/desk/analysis-packages/:id'),
  closure: path('/:commissioner/desk/analysis-packages/:id/closure'),
  acceptance: path('/:commissioner/desk/analysis-packages/:id/returns/:return/acceptance'),
  report: path('/:commissioner/desk/analysis-packages/:id/returns/:return/report'),
  mine: path('/:commissioner/desk/my-analysis'),
  own: path('/:commissioner/desk/my-analysis/:id'),
  download: path('/:commissioner/desk/my-analysis/:id/download'),
  handBack: path('/:commissioner/desk/my-analysis/:id/return'),
}
