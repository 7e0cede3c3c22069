import { takeCodings } from '#capabilities/codings'
import { findFrame, takeThemes } from '#capabilities/themes'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, NotFound, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import type { Package } from '../package.ts'
import { mayMakePackages } from '../policy.ts'
import { findPackage } from '../queries/packages.ts'
import { insertAcceptance, listReturns, lockPackage, readReturn } from '../queries/returns.ts'

/** From now on what came back counts, as the codings of a coder named after the analyst and the package. New themes join the frame. */
export async function acceptReturn(ctx: Context, packageId: string, returnId: string) {
  allowOnly(mayMakePackages(ctx.actor))
  await lockPackage(ctx.db, packageId)
  const pack = await findPackage(ctx.db, packageId)
  const returns = await listReturns(ctx.db, packageId)
  const found = returns.find(({ id }) => id === returnId)
  if (!found) throw new NotFound(`return ${returnId}`)
  refuseIf(
    returns.some(({ acceptedAt }) => acceptedAt !== null),
    'A return of this package was accepted already, and one is all that counts',
  )
  const analyst = (await ctx.slots.staffNames(ctx, [pack.analystId])).get(pack.analystId) ?? 'Independent analyst'
  const coder = `${analyst}: ${pack.title} (${packageId.slice(-6)})`
  const { frameId, themeIds } = await themesFor(ctx, pack, coder, found.newThemes)
  const { codings, sentiments } = await readReturn(ctx.db, returnId)
  await insertAcceptance(ctx.db, ctx.commissioner.id, { packageId, returnId, by: staffId(ctx.actor), at: ctx.now })
  const rows = await takeCodings(ctx, {
    coder,
    frameId,
    finished: [...new Set(codings.map(({ contributionId }) => contributionId))],
    codings: codings.flatMap(({ contributionId, themeId, newTheme, start, end }) => {
      const id = themeId ?? (newTheme === null ? undefined : themeIds.get(newTheme))
      return id === undefined ? [] : [{ contributionId, themeId: id, span: start === null || end === null ? null : { start, end } }]
    }),
    sentiments,
  })
  await record(
    ctx,
    'analysis-package.accepted',
    packageId,
    { return: returnId, codings: rows.length, sentiments: sentiments.length },
    { rows },
  )
}

async function themesFor(ctx: Context, { frameId }: Package, coder: string, fresh: readonly string[]) {
  if (frameId === null) return takeThemes(ctx, coder, fresh)
  if (fresh.length === 0) return { frameId, themeIds: new Map<string, string>() }
  const taken = await takeThemes(ctx, (await findFrame(ctx.db, frameId)).title, fresh)
  refuseIf(taken.frameId !== frameId, 'Two frames have the same name. Rename one of them, then accept the return.')
  return taken
}
