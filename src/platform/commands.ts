import type { Context } from './context.ts'
import type { Json } from './digests.ts'

/** What a command has to say: JSON for programs, lines for people. */
export interface Answer {
  json: Json
  text: string
}

export interface Option {
  /** As commander writes it: '--source <name>' or '--labels <column...>'. */
  flags: string
  about: string
  required?: boolean
}

export type Options = Readonly<Record<string, string | boolean | string[] | undefined>>

/** Where a command works. `pure` needs no database; the others are given one transaction at a time. */
interface Workplace {
  /** One transaction, bound to the commissioner with this slug; refused kindly when there is none. */
  within<T>(slug: string, work: (ctx: Context) => Promise<T>): Promise<T>
  /** Every commissioner of this installation. */
  commissioners(): Promise<{ id: string; slug: string; name: string }[]>
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
  pure?: boolean
  run(place: Workplace, args: readonly string[], options: Options): Promise<Answer>
}

export type { Workplace }
