import type { Configuration } from './configuration.ts'
import type { Commissioner, Context } from './context.ts'
import type { Json } from './digests.ts'
import type { Installation } from './installation.ts'

/** What a command has to say: JSON for programs, lines for people. */
export interface Answer {
  json: Json
  text: string
  /** The work was done and its answer is no: exit code 1, as when a history does not verify. */
  failed?: boolean
}

export interface Option {
  /** As commander writes it: '--source <name>' or '--labels <column...>'. */
  flags: string
  about: string
  required?: boolean
}

export type Options = Readonly<Record<string, string | boolean | string[] | undefined>>

/** Where a command works: one transaction at a time, with the person at the terminal as the operator. */
export interface Workplace {
  /** One transaction, bound to the commissioner with this slug; refused kindly when there is none. */
  within<T>(slug: string, work: (ctx: Context) => Promise<T>, binding?: { signingIn?: boolean; snapshot?: boolean }): Promise<T>
  /** Work whose many transactions are one: all of it is kept, or nothing. */
  atOnce<T>(work: (place: Workplace) => Promise<T>): Promise<T>
  /** Every commissioner of this installation. */
  commissioners(): Promise<Commissioner[]>
  addCommissioner(slug: string, name: string): Promise<Commissioner>
  /** The address people use, without a slash at the end: for links that are printed. */
  publicUrl: string
  /** The database itself, with its owner's way in: for the commands that run the house. */
  installation: Installation
  configuration: Configuration
  /** The bytes of a file, or of standard input for '-'. */
  open(file: string): NodeJS.ReadableStream
  write(line: string): void
  /** A bar on a terminal; nothing elsewhere. `done` of `total` units, total null while unknown. */
  progress(done: number, total: number | null): void
}

/** One command of `goldthread`, as docs/ promises it. It throws Refused when a rule or the data says no (exit 1). */
export interface Command {
  /** 'import contributions' */
  name: string
  /** Positional arguments: '<file>' */
  takes?: string
  about: string
  options?: readonly Option[]
  /** True for one that asks no database anything: its place has none. */
  pure?: boolean
  run(place: Workplace, args: readonly string[], options: Options): Promise<Answer>
}
