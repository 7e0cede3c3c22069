import type { Html } from './nhsuk/index.ts'

/** The golden thread, in order, and what each knot of it is called. */
export const threadKinds = {
  contribution: 'What people said',
  theme: 'Theme',
  finding: 'Finding',
  decision: 'Decision',
  change: 'Change',
  notice: 'Who was told',
} as const

export type ThreadKind = keyof typeof threadKinds

/** One knot, and what follows from it. The same id in two places is the same thing. */
export interface ThreadStep {
  id: string
  kind: ThreadKind
  text: string | Html
  href?: string
  /** A date, a state, a number: said small beside it. */
  note?: string | Html
  /** The one this page is about. */
  current?: boolean
  next?: readonly ThreadStep[]
}
