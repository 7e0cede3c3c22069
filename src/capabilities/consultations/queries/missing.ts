import { weighDates } from '#capabilities/calendars'
import type { Question } from '#capabilities/surveys'
import type { Context } from '#platform/context.ts'
import type { Consultation } from '../consultation.ts'
import { type Missing, missingFrom } from '../gate.ts'
import { findProposal, listDocuments } from './proposals.ts'

/** What a formal consultation lacks, as it stands today. */
export async function listMissing(
  { db, today, actor }: Pick<Context, 'db' | 'today' | 'actor'>,
  found: Consultation,
  questions: readonly Question[],
): Promise<Missing[]> {
  // Published after the day it was to open, it opens today, and people have so much less time. An operator brings in what has happened already.
  const isLate = found.opensOn < today && actor.kind !== 'operator'
  const consultation = isLate ? { ...found, opensOn: today } : found
  const proposal = await findProposal(db, consultation.id)
  const documents = await listDocuments(db, consultation.id)
  const { preElection } = await weighDates(db, consultation)
  return missingFrom({ consultation, proposal, documents, questions, preElection })
}
