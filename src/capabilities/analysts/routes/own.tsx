import { staffId } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { file, page, type Web } from '#platform/web.tsx'
import { endTaking, packedParts, takePackage } from '../actions/take-package.ts'
import { MinePage } from '../pages/mine.tsx'
import { OwnPage } from '../pages/own.tsx'
import { paths } from '../paths.ts'
import { mayAnalyse } from '../policy.ts'
import { findPackage, listPackages } from '../queries/packages.ts'
import { listReturns } from '../queries/returns.ts'

/** For an independent analyst: their own packages, and nothing else. */
export function ownRoutes(web: Web) {
  web.desk.get(paths.mine, mayAnalyse, async ({ db, actor, params }) =>
    page('Your analysis packages', <MinePage commissioner={params.commissioner} packages={await listPackages(db, actor.id)} />),
  )

  web.desk.get(paths.own, mayAnalyse, async (ctx) => {
    const pack = await findPackage(ctx.db, ctx.params.id, staffId(ctx.actor) ?? '')
    await record(ctx, 'analysis-package.read', pack.id, {}, { publicPagesStay: true })
    const shown = { pack, returns: await listReturns(ctx.db, pack.id), today: ctx.today }
    return page(pack.title, <OwnPage commissioner={ctx.params.commissioner} {...shown} />, {
      back: { href: paths.mine(ctx.params), text: 'Your analysis packages' },
    })
  })

  web.desk.post(paths.download, mayAnalyse, async (ctx) => {
    const pack = await takePackage(ctx, ctx.params.id)
    return file(`analysis-package-${ctx.today}.zip`, 'application/zip', (reading) => packedParts(reading, pack), {
      going: async () => {},
      ended: (aside, isWhole) => endTaking(aside, pack, isWhole),
    })
  })
}
