/** One breach of the rules of the house. */
export interface Fault {
  /** The rule, worded to follow "It is a fault when…". */
  rule: string
  /** The file or folder, from the root of the project. */
  where: string
  /** What was found there. */
  found?: string
}

/** A file of ours, by its path from the root, and its text. */
export interface SourceFile {
  path: string
  text: string
}
