import { type Context, staffId } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { keepFile, type Upload } from '#platform/files.ts'
import type { PaperForm } from '../paper-form.ts'
import { mayKey } from '../policy.ts'
import { insertScan } from '../queries/keyings.ts'

/** Keep a scan or a photograph with the form it shows. It may show a name: staff alone can open it. */
export async function addScan(ctx: Context, form: PaperForm, upload: Upload) {
  allowOnly(mayKey(ctx.actor))
  const { id } = await keepFile(ctx, upload, { purpose: 'paper form', types: ['image', 'document'] })
  await insertScan(ctx.db, ctx.commissioner.id, form.id, id, { by: staffId(ctx.actor), at: ctx.now })
  await record(ctx, 'paper.scanned', form.id, { file: id }, { publicPagesStay: true })
}
