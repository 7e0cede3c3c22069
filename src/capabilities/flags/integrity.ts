/** What was looked for in the answers to a survey, what was found, and what was done about it. Every number counts responses that were not taken back. */
export interface Integrity {
  /** Those with any flag, and those of them that nobody has looked at yet. */
  flagged: number
  waiting: number
  /** Those set aside, by the reason the public may read, the most first. */
  setAside: { reason: string; count: number }[]
  /** Those that count and say nearly the same as another, and how many texts they share between them. */
  campaigns: { people: number; texts: number }
  /** Those that count and may be sent by robots, or more than once by one person. */
  robots: number
  repeated: number
}

/** What of it is published. A number is null where it is too small to be shown. */
export interface PublishedIntegrity {
  setAside: readonly { reason: string; count: number | null }[]
  campaigns: { people: number | null; texts: number | null }
}
