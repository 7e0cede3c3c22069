import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, NotFound, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { type FileRules, keepFile, megabyte, removeFile, type Upload } from '#platform/files.ts'
import { newId } from '#platform/ids.ts'
import { mayRunConsultations } from '../policy.ts'
import type { DocumentKind } from '../proposal.ts'
import { findConsultation } from '../queries/find.ts'
import { deleteDocument, insertDocument, insertDocumentWithdrawal, listDocuments } from '../queries/proposals.ts'

export const documentRules: FileRules = { types: ['document', 'text', 'image'], largest: 20 * megabyte }

/** Add a document to read. To one that is published, it is added for all to see. */
export async function addDocument(
  ctx: Context,
  consultationId: string,
  { title, kind, file }: { title: string; kind: DocumentKind; file: Upload },
): Promise<string> {
  allowOnly(mayRunConsultations(ctx.actor))
  const consultation = await findConsultation(ctx.db, consultationId)
  const kept = await keepFile(ctx, file, { purpose: 'consultation document', ...documentRules })
  const id = newId()
  await insertDocument(ctx.db, ctx.commissioner.id, {
    id,
    consultationId,
    title,
    kind,
    fileId: kept.id,
    at: ctx.now,
    by: staffId(ctx.actor),
  })
  const isPublic = consultation.publication !== null
  await record(ctx, 'consultation.document-added', consultationId, { document: id, kind }, { publicPagesStay: !isPublic })
  return id
}

/** Take a document out. Of a draft nothing is left of it; of one that people may have read, its title and the reason stay on the page. */
export async function withdrawDocument(
  ctx: Context,
  consultationId: string,
  { documentId, reason }: { documentId: string; reason: string },
) {
  allowOnly(mayRunConsultations(ctx.actor))
  const consultation = await findConsultation(ctx.db, consultationId)
  const document = (await listDocuments(ctx.db, consultationId)).find(({ id }) => id === documentId)
  if (!document) throw new NotFound(`document ${documentId}`)
  refuseIf(document.withdrawal !== null, 'This document is withdrawn already')
  if (consultation.publication === null) {
    await deleteDocument(ctx.db, documentId)
    await removeFile(ctx, document.file.id)
    await record(ctx, 'consultation.document-removed', consultationId, { document: documentId }, { publicPagesStay: true })
    return
  }
  await insertDocumentWithdrawal(ctx.db, ctx.commissioner.id, { documentId, reason, at: ctx.now, by: staffId(ctx.actor) })
  await record(ctx, 'consultation.document-withdrawn', consultationId, { document: documentId })
}
