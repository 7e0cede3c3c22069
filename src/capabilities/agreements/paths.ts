import { path } from '#platform/paths.ts'

export const paths = {
  list: path('/:commissioner/desk/agreements'),
  comparison: path('/:commissioner/desk/agreements/comparison'),
  comparisonFile: path('/:commissioner/desk/agreements/comparison.csv'),
  newRound: path('/:commissioner/desk/agreements/rounds/new'),
  rounds: path('/:commissioner/desk/agreements/rounds'),
  round: path('/:commissioner/desk/agreements/rounds/:round'),
  closure: path('/:commissioner/desk/agreements/rounds/:round/closure'),
  measuresFile: path('/:commissioner/desk/agreements/rounds/:round/measures.csv'),
  answersFile: path('/:commissioner/desk/agreements/rounds/:round/answers.csv'),
  differences: path('/:commissioner/desk/agreements/rounds/:round/differences'),
  difference: path('/:commissioner/desk/agreements/rounds/:round/differences/:contribution'),
  settlements: path('/:commissioner/desk/agreements/rounds/:round/differences/:contribution/settlements'),
}
