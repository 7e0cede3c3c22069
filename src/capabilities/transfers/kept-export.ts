import type { ExportFormat } from './exported-file.ts'

/** All answers to a survey on their way out of the house. */
export interface Export {
  id: string
  surveyId: string
  format: ExportFormat
  withSetAside: boolean
  /** How many responses there were to write. */
  expected: number
}

/** How far the last that was heard of it says it is. */
export type ExportStep = 'under way' | 'whole' | 'broken off'

/** An export and the last that was heard of it. */
export interface KeptExport extends Export {
  by: string | null
  at: Date
  written: number
  step: ExportStep
  heardAt: Date
}
