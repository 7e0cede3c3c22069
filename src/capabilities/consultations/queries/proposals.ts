import type { Choice, ConsultationDocument, Discarded, DocumentKind, Involvement, Proposal } from '../proposal.ts'
import { emptyProposal } from '../proposal.ts'
import type { Db } from './rows.ts'

/** What it sets out beside its summary; empty where nothing has been set out yet. */
export async function findProposal(db: Db, consultationId: string): Promise<Proposal> {
  const row = await db.selectFrom('consultation_proposals').selectAll().where('consultation_id', '=', consultationId).executeTakeFirst()
  if (!row) return emptyProposal
  return {
    options: row.options as Choice[],
    noOptions: row.no_options,
    discarded: row.discarded as Discarded[],
    noneDiscarded: row.none_discarded,
    involvement: row.involvement as Involvement[],
    noEquality: row.no_equality,
    noQuality: row.no_quality,
    noPrivacy: row.no_privacy,
    noDocument: row.no_document,
    shortPeriod: row.short_period,
    preElection: row.pre_election,
    notDecided: row.not_decided,
    decidesFrom: row.decides_from,
    notAVote: row.not_a_vote,
    feedbackHow: row.feedback_how,
    feedbackLate: row.feedback_late,
  }
}

/** Write all of it, in place of what was there. */
export async function putProposal(db: Db, commissionerId: string, consultationId: string, proposal: Proposal) {
  const columns = {
    options: JSON.stringify(proposal.options),
    no_options: proposal.noOptions,
    discarded: JSON.stringify(proposal.discarded),
    none_discarded: proposal.noneDiscarded,
    involvement: JSON.stringify(proposal.involvement),
    no_equality: proposal.noEquality,
    no_quality: proposal.noQuality,
    no_privacy: proposal.noPrivacy,
    no_document: proposal.noDocument,
    short_period: proposal.shortPeriod,
    pre_election: proposal.preElection,
    not_decided: proposal.notDecided,
    decides_from: proposal.decidesFrom,
    not_a_vote: proposal.notAVote,
    feedback_how: proposal.feedbackHow,
    feedback_late: proposal.feedbackLate,
  }
  await db
    .insertInto('consultation_proposals')
    .values({ commissioner_id: commissionerId, consultation_id: consultationId, ...columns })
    .onConflict((conflict) => conflict.columns(['commissioner_id', 'consultation_id']).doUpdateSet(columns))
    .execute()
}

/** Its documents in the order they were added, those that were withdrawn too. */
export async function listDocuments(db: Db, consultationId: string): Promise<ConsultationDocument[]> {
  const rows = await db
    .selectFrom('consultation_documents as d')
    .innerJoin('files as f', 'f.id', 'd.file_id')
    .leftJoin('consultation_document_withdrawals as w', 'w.document_id', 'd.id')
    .select(['d.id', 'd.title', 'd.kind', 'd.file_id', 'f.name', 'f.type', 'f.size', 'd.added_at', 'w.reason', 'w.withdrawn_at'])
    .where('d.consultation_id', '=', consultationId)
    .orderBy('d.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    kind: row.kind as DocumentKind,
    file: { id: row.file_id, name: row.name, type: row.type, size: row.size },
    addedAt: row.added_at,
    withdrawal: row.withdrawn_at && { reason: row.reason ?? '', at: row.withdrawn_at },
  }))
}

interface NewDocument {
  id: string
  consultationId: string
  title: string
  kind: DocumentKind
  fileId: string
  at: Date
  by: string | null
}

export async function insertDocument(db: Db, commissionerId: string, { id, consultationId, title, kind, fileId, at, by }: NewDocument) {
  await db
    .insertInto('consultation_documents')
    .values({
      commissioner_id: commissionerId,
      id,
      consultation_id: consultationId,
      title,
      kind,
      file_id: fileId,
      added_by: by,
      added_at: at,
    })
    .execute()
}

export async function deleteDocument(db: Db, id: string) {
  await db.deleteFrom('consultation_documents').where('id', '=', id).execute()
}

export async function insertDocumentWithdrawal(
  db: Db,
  commissionerId: string,
  { documentId, reason, at, by }: { documentId: string; reason: string; at: Date; by: string | null },
) {
  await db
    .insertInto('consultation_document_withdrawals')
    .values({ commissioner_id: commissionerId, document_id: documentId, reason, withdrawn_at: at, withdrawn_by: by })
    .execute()
}
