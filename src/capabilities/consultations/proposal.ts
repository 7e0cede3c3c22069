import type { Kind } from './consultation.ts'

/** One of the things that could be done. */
export interface Choice {
  title: string
  description: string
  /** We would choose it as things stand. */
  preferred: boolean
  /** Why it is preferred; empty where it is not. */
  reason: string
}

/** What was thought of and is not proposed. */
export interface Discarded {
  title: string
  why: string
}

/** How people were involved before there was a proposal. */
export interface Involvement {
  what: string
  when: string
  who: string
  /** What the proposal owes to it. */
  changed: string
}

/** What a fair consultation sets out beside its summary. A list that is empty has a reason in its place. */
export interface Proposal {
  options: readonly Choice[]
  noOptions: string
  discarded: readonly Discarded[]
  noneDiscarded: string
  involvement: readonly Involvement[]
  noEquality: string
  noQuality: string
  noPrivacy: string
  noDocument: string
  shortPeriod: string
  preElection: string
  /** Its author says that the decision has not been made. */
  notDecided: boolean
  /** The earliest day of the decision. */
  decidesFrom: string | null
  /** Its author agrees that the page says so. */
  notAVote: boolean
  feedbackHow: string
  /** Why feedback will take longer than twelve weeks. */
  feedbackLate: string
}

export const emptyProposal: Proposal = {
  options: [],
  noOptions: '',
  discarded: [],
  noneDiscarded: '',
  involvement: [],
  noEquality: '',
  noQuality: '',
  noPrivacy: '',
  noDocument: '',
  shortPeriod: '',
  preElection: '',
  notDecided: false,
  decidesFrom: null,
  notAVote: false,
  feedbackHow: '',
  feedbackLate: '',
}

/** As people read it on the page of a formal consultation. */
export const notAVote =
  'This is not a vote. The number of people who want something does not settle it: your reasons matter as much, and so does what we do not know yet.'

export const documentKinds = ['proposal', 'involvement', 'equality', 'quality', 'privacy', 'other'] as const
export type DocumentKind = (typeof documentKinds)[number]

export const documentKindNames: Readonly<Record<DocumentKind, string>> = {
  proposal: 'The proposal in full',
  involvement: 'Evidence of how people were involved before',
  equality: 'Equality impact assessment',
  quality: 'Quality impact assessment',
  privacy: 'Data protection impact assessment',
  other: 'Something else',
}

export interface ConsultationDocument {
  id: string
  title: string
  kind: DocumentKind
  file: { id: string; name: string; type: string; size: number }
  addedAt: Date
  withdrawal: { reason: string; at: Date } | null
}

export const kindNames: Readonly<Record<Kind, string>> = {
  'formal consultation': 'Formal consultation',
  survey: 'Survey',
  'quick poll': 'Quick poll',
  'comment card': 'Comment card',
}

/** The words for this kind in a sentence: “this survey is closed”. */
export const nounOf = (kind: Kind) => (kind === 'formal consultation' ? 'consultation' : kind)
