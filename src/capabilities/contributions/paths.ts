import { path } from '#platform/paths.ts'

export const paths = {
  list: path('/:commissioner/desk/contributions'),
  download: path('/:commissioner/desk/contributions/download'),
  show: path('/:commissioner/desk/contributions/:id'),
  withholding: path('/:commissioner/desk/contributions/:id/withholding'),
  withholdingLift: path('/:commissioner/desk/contributions/:id/withholdings/:withholding/lift'),
  redaction: path('/:commissioner/desk/contributions/:id/redaction'),
  files: path('/:commissioner/desk/answer-files/:survey'),
  file: path('/:commissioner/desk/answer-files/:survey/:file'),
  redactionLift: path('/:commissioner/desk/contributions/:id/redactions/:redaction/lift'),
}

/** What people said, narrowed to one survey or one source: for those who link here. */
export const listOf = (commissioner: string, narrowed: { survey?: string; source?: string }) =>
  `${paths.list({ commissioner })}?${new URLSearchParams(narrowed)}`
