import type { Batch } from '#capabilities/codings'
import { findFrame } from '#capabilities/themes'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import type { PackageInput } from '../forms.ts'
import { mayMakePackages } from '../policy.ts'
import { listDocuments } from '../queries/contents.ts'
import { insertPackage, listAnalysts, numberResponses } from '../queries/packages.ts'

/** Make a package of a survey or source for one independent analyst. Its responses are numbered now, and keep their numbers. */
export async function makePackage(ctx: Context, { kind, id: of }: Pick<Batch, 'kind' | 'id'>, given: PackageInput): Promise<string> {
  allowOnly(mayMakePackages(ctx.actor))
  const analysts = await listAnalysts(ctx.db)
  refuseIf(!analysts.some(({ id }) => id === given.analyst), 'This person is not an independent analyst here. Choose another.')
  if (given.frame !== null) await findFrame(ctx.db, given.frame)
  const offered = kind === 'survey' ? await listDocuments(ctx.db, { surveyId: of }) : []
  const whole = { id: newId(), surveyId: kind === 'survey' ? of : null, sourceId: kind === 'source' ? of : null }
  const documents = offered.filter(({ id }) => given.documents.includes(id)).map(({ id }) => id)
  const { title, purpose, agreement } = given
  await insertPackage(
    ctx.db,
    {
      ...whole,
      commissionerId: ctx.commissioner.id,
      frameId: given.frame,
      analystId: given.analyst,
      title,
      purpose,
      agreement,
      startsOn: given.starts,
      endsOn: given.ends,
      madeAt: ctx.now,
      madeBy: staffId(ctx.actor),
    },
    documents,
  )
  await numberResponses(ctx.db, ctx.commissioner.id, whole)
  const detail = { of, analyst: given.analyst, frame: given.frame, from: given.starts, until: given.ends, documents }
  await record(ctx, 'analysis-package.made', whole.id, detail, { publicPagesStay: true })
  return whole.id
}
