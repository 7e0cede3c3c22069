import type { Logger } from 'pino'
import type { AnyDb } from './db.ts'

export type Role = 'administrator' | 'engagement lead' | 'analyst' | 'approver' | 'auditor' | 'independent analyst'

export interface Staff {
  kind: 'staff'
  /** The membership: this account in this commissioner. */
  id: string
  name: string
  roles: readonly Role[]
}

/** Who is acting. `person` has opened a mailed link; `public` is anyone; `operator` is at the command line. */
export type Actor = Staff | { kind: 'person'; id: string } | { kind: 'public' } | { kind: 'operator' } | { kind: 'system' }

export interface Commissioner {
  id: string
  slug: string
  name: string
}

/** Everything one piece of work is given: a web request, a job, a command or a test. */
export interface Context {
  db: AnyDb
  commissioner: Commissioner
  actor: Actor
  now: Date
  /** The date in London, as 2026-09-30. */
  today: string
  /** Where people reach this installation, before a path; '' where it was not told, and then only paths are known. */
  publicUrl: string
  log: Logger
  /** Set by `record`: whether anything was, and whether the public pages kept in memory are to be dropped after commit. */
  done: { recorded: boolean; publicPagesChanged: boolean }
}

/** A membership's id where staff are acting; null for anyone else. */
export const staffId = (actor: Actor) => (actor.kind === 'staff' ? actor.id : null)
