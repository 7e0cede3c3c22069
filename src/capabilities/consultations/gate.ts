import type { Question } from '#capabilities/surveys'
import type { Consultation } from './consultation.ts'
import { isShort, lastFeedbackDay } from './period.ts'
import type { ConsultationDocument, DocumentKind, Proposal } from './proposal.ts'

/** Where a missing thing is put right. */
export type Part = 'words' | 'options' | 'involvement' | 'assessments' | 'documents' | 'time' | 'decision' | 'ways' | 'questions'

export interface Missing {
  what: string
  /** The rule it comes from. */
  why: string
  part: Part
}

interface Held {
  consultation: Pick<Consultation, 'canChange' | 'cannotChange' | 'decides' | 'opensOn' | 'closesOn' | 'feedbackDueOn'>
  proposal: Proposal
  documents: readonly Pick<ConsultationDocument, 'kind' | 'withdrawal'>[]
  questions: readonly Pick<Question, 'type'>[]
  /** Pre-election periods that the days to answer touch. */
  preElection: readonly { from: string; to: string }[]
}

const formative = 'Gunning 1: people are asked while the decision can still change'
const reasons = 'Gunning 2: enough is said for people to understand and to answer'
const alternatives = 'Moseley v Haringey (2014): people may need to know what was set aside, and why'
const time = 'Gunning 3: people have time, twelve weeks unless there is a reason'
const considered = 'Gunning 4: what people say is taken into account, and they are told'
const principles = 'Consultation Principles (2018)'

/**
 * What a formal consultation lacks before people may be shown it, in the order its author meets it; nothing where it is ready.
 * The rules are R3 to R7: R v Brent LBC ex p Gunning (1985), R (Moseley) v Haringey LBC [2014] UKSC 56, the Cabinet Office's
 * Consultation Principles (2018) and the Compact (2010).
 */
export function missingFrom({ consultation, proposal, documents, questions, preElection }: Held): Missing[] {
  const has = (kind: DocumentKind) => documents.some((document) => document.kind === kind && document.withdrawal === null)
  const { opensOn, closesOn, feedbackDueOn } = consultation
  const preferred = proposal.options.filter((option) => option.preferred)
  const rules: [boolean, Part, string, string][] = [
    [consultation.canChange === '', 'words', 'What can change', formative],
    [consultation.cannotChange === '', 'words', 'What cannot change', reasons],
    [consultation.decides === '', 'words', 'Who decides', considered],

    [proposal.options.length === 0 && proposal.noOptions === '', 'options', 'The options, or why there are none yet', reasons],
    [preferred.some(({ reason }) => reason === ''), 'options', 'Why you prefer the option you prefer', reasons],
    [
      proposal.discarded.length === 0 && proposal.noneDiscarded === '',
      'options',
      'What you thought of and set aside, or why there is nothing',
      alternatives,
    ],

    [
      proposal.involvement.length === 0,
      'involvement',
      'How people were involved before',
      'Consultation Principles (2018), D: one part of involving people',
    ],
    [!has('involvement'), 'documents', 'A document that shows how people were involved before', `${principles}, D`],

    [
      !has('equality') && proposal.noEquality === '',
      'assessments',
      'The equality impact assessment, or why there is none',
      `${principles}, C; Equality Act 2010, section 149`,
    ],
    [
      !has('quality') && proposal.noQuality === '',
      'assessments',
      'The quality impact assessment, or why there is none',
      `${principles}, C`,
    ],
    [
      !has('privacy') && proposal.noPrivacy === '',
      'assessments',
      'The data protection impact assessment, or why there is none',
      'UK GDPR, Article 35',
    ],
    [!has('proposal') && proposal.noDocument === '', 'assessments', 'The proposal in full as a document, or why there is none', reasons],

    [isShort(consultation) && proposal.shortPeriod === '', 'time', 'Why people have less than twelve weeks', time],
    [
      preElection.some(({ from, to }) => from <= opensOn && opensOn <= to) && proposal.preElection === '',
      'time',
      'Why it opens in a pre-election period, or another day to open',
      `${principles}, K`,
    ],

    [!proposal.notDecided, 'decision', 'That the decision has not been made', formative],
    [proposal.decidesFrom === null, 'decision', 'The earliest day of the decision', formative],
    [
      proposal.decidesFrom !== null && proposal.decidesFrom <= closesOn,
      'decision',
      'A decision that comes after the last day to answer',
      considered,
    ],
    [!proposal.notAVote, 'decision', 'That it is not a vote', considered],
    [proposal.feedbackHow === '', 'decision', 'How you will tell people what came of it', considered],
    [feedbackDueOn === null, 'decision', 'The day by which you will tell them', `${principles}, J`],
    [
      feedbackDueOn !== null && feedbackDueOn <= closesOn,
      'decision',
      'A day to tell people that comes after the last day to answer',
      considered,
    ],
    [
      feedbackDueOn !== null && feedbackDueOn > lastFeedbackDay(closesOn) && proposal.feedbackLate === '',
      'decision',
      'Why telling people takes longer than twelve weeks',
      `${principles}, J`,
    ],

    [
      !questions.some(({ type }) => type === 'long-text'),
      'questions',
      'A question that people answer at length in their own words, so that there is room for what nobody thought of',
      'Compact (2010): alternatives are invited',
    ],
  ]
  return rules.flatMap(([missing, part, what, why]) => (missing ? [{ what, why, part }] : []))
}
