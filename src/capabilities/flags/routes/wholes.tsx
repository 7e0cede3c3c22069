import { isId } from '#platform/ids.ts'
import { addJob } from '#platform/jobs.ts'
import { page, seeOther, type Web } from '#platform/web.tsx'
import { comparing } from '../jobs.ts'
import { ListPage } from '../pages/list.tsx'
import { RobotsPage } from '../pages/robots.tsx'
import { WholePage } from '../pages/whole.tsx'
import { paths } from '../paths.ts'
import { maySeeFlags, maySettleFlags } from '../policy.ts'
import { findLastComparison } from '../queries/alike.ts'
import { listGroups } from '../queries/groups.ts'
import { integrityLine } from '../queries/integrity.ts'
import { countSuspects, listSuspects } from '../queries/robots.ts'
import { findWhole, listFlagged } from '../queries/wholes.ts'

const most = 50

export function wholeRoutes(web: Web) {
  web.desk.get(paths.list, maySeeFlags, async ({ db, params, query }) => {
    const found = await listFlagged(db, { before: keyIn(query.before), limit: most + 1 })
    const next = found[most] ? `${paths.list(params)}?before=${found[most - 1]!.id}` : null
    return page('Flags', <ListPage commissioner={params.commissioner} wholes={found.slice(0, most)} next={next} />)
  })

  web.desk.get(paths.whole, maySeeFlags, async ({ db, params, query, actor }) => {
    const { whole, title } = await findWhole(db, params.of)
    const groups = await listGroups(db, whole, { before: keyIn(query.before), limit: most + 1 })
    const shown = {
      here: params,
      title,
      groups: groups.slice(0, most),
      next: groups[most] ? `${paths.whole(params)}?before=${groups[most - 1]!.id}` : null,
      robots: await countSuspects(db, whole),
      integrity: whole.surveyId === null ? null : await integrityLine(db, whole.surveyId),
      compared: await findLastComparison(db, whole),
      maySettle: maySettleFlags(actor),
    }
    const banner = query.comparing === 'yes' ? 'The answers are being compared. Open this page again in a minute.' : undefined
    return page(`Flags: ${title}`, <WholePage {...shown} />, {
      back: { href: paths.list(params), text: 'All flags' },
      ...(banner && { banner }),
    })
  })

  web.desk.post(paths.comparisons, maySettleFlags, async (ctx) => {
    const { whole } = await findWhole(ctx.db, ctx.params.of)
    await addJob(ctx, comparing, whole, { key: `compare ${ctx.params.of}` })
    return seeOther(`${paths.whole(ctx.params)}?comparing=yes`)
  })

  web.desk.get(paths.robots, maySeeFlags, async ({ db, params, query }) => {
    const { whole, title } = await findWhole(db, params.of)
    const suspects = await listSuspects(db, whole, { after: keyIn(query.after), limit: most + 1 })
    const next = suspects[most] ? `${paths.robots(params)}?after=${suspects[most - 1]!.responseId}` : null
    return page(title, <RobotsPage here={params} title={title} suspects={suspects.slice(0, most)} next={next} />, {
      back: { href: paths.whole(params), text: 'All flags of this survey' },
      width: 'reading',
    })
  })
}

const keyIn = (asked: string | undefined) => (isId(asked ?? '') ? asked! : null)
