export interface Extension {
  from: string
  to: string
  reason: string
  at: Date
}

export interface Correction {
  part: string
  before: string
  reason: string
  at: Date
}

export const statementSubjects = ['election', 'late-feedback', 'feedback-given'] as const
/** What is said in public once people have read the page. */
export type StatementSubject = (typeof statementSubjects)[number]
export const isStatementSubject = (about: string): about is StatementSubject => statementSubjects.some((subject) => subject === about)

export interface Statement {
  about: StatementSubject
  words: string
  /** The new day feedback is due, where it is late. */
  dueOn: string | null
  at: Date
}

/** Everything that was done to a published consultation in public, the first first. */
export interface Course {
  extensions: readonly Extension[]
  corrections: readonly Correction[]
  statements: readonly Statement[]
}

export const isFeedbackGiven = ({ statements }: Pick<Course, 'statements'>) => statements.some(({ about }) => about === 'feedback-given')
