import { type Batch, findBatch, keyOf, listBatches } from '#capabilities/codings'
import { findFrame, listFrames } from '#capabilities/themes'
import type { Context } from '#platform/context.ts'
import { historyOf } from '#platform/events.ts'
import { type Body, blank, type Form, read } from '#platform/forms.ts'
import { mayLook } from '#platform/roles.ts'
import { dateTyped } from '#platform/typed-dates.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { closePackage } from '../actions/close-package.ts'
import { findWhole } from '../actions/find-whole.ts'
import { makePackage } from '../actions/make-package.ts'
import { closureForm, type PackageInput, packageForm } from '../forms.ts'
import { columnsFor } from '../package-column.ts'
import { neverIn } from '../package-note.ts'
import { AddPage } from '../pages/add.tsx'
import { ChoosePage } from '../pages/choose.tsx'
import { ClosurePage } from '../pages/closure.tsx'
import { ListPage } from '../pages/list.tsx'
import { ShowPage } from '../pages/show.tsx'
import { paths } from '../paths.ts'
import { mayMakePackages } from '../policy.ts'
import { countContents, listDocuments, listQuestions } from '../queries/contents.ts'
import { findPackage, listAnalysts, listPackages } from '../queries/packages.ts'
import { listReturns } from '../queries/returns.ts'

const title = 'Make an analysis package'

/** For staff: who was given what, until when, and what they did with it. */
export function packageRoutes(web: Web) {
  web.desk.get(paths.list, mayLook, async (ctx) => {
    const packages = await listPackages(ctx.db)
    const names = await ctx.slots.staffNames(ctx, [...new Set(packages.map(({ analystId }) => analystId))])
    const shown = { packages, names, today: ctx.today, mayMake: mayMakePackages(ctx.actor) }
    return page('Independent analysis', <ListPage commissioner={ctx.params.commissioner} {...shown} />)
  })

  web.desk.get(paths.add, mayMakePackages, async (ctx) => {
    const back = { back: { href: paths.list(ctx.params), text: 'Independent analysis' } }
    if (ctx.query.of === undefined) {
      const batches = (await listBatches(ctx.db)).map((batch) => ({ ...batch, key: keyOf(batch) }))
      return page(title, <ChoosePage commissioner={ctx.params.commissioner} batches={batches} />, back)
    }
    const batch = await findBatch(ctx.db, ctx.query.of)
    return page(title, <AddPage {...(await offered(ctx, batch))} form={blank} chosen={[]} />, back)
  })

  web.desk.post(paths.add, mayMakePackages, async (ctx) => {
    const batch = await findBatch(ctx.db, ctx.query.of ?? '')
    const form = readPackage(ctx.body)
    if (!form.ok) {
      const chosen = [ctx.body.documents ?? []].flat()
      return invalid(title, <AddPage {...(await offered(ctx, batch))} form={form} chosen={chosen} />)
    }
    return seeOther(paths.show({ ...ctx.params, id: await makePackage(ctx, batch, form.value) }))
  })

  web.desk.get(paths.show, mayLook, async (ctx) => {
    const pack = await findPackage(ctx.db, ctx.params.id)
    const names = await ctx.slots.staffNames(ctx, [pack.analystId])
    const shown = {
      pack,
      of: (await findWhole(ctx, pack)).title,
      analyst: names.get(pack.analystId) ?? 'Someone who left',
      frame: pack.frameId === null ? null : (await findFrame(ctx.db, pack.frameId)).title,
      documents: pack.surveyId === null ? [] : await listDocuments(ctx.db, { surveyId: pack.surveyId, packageId: pack.id }),
      returns: await listReturns(ctx.db, pack.id),
      today: ctx.today,
      mayMake: mayMakePackages(ctx.actor),
      happenings: await historyOf(ctx, [pack.id]),
    }
    return page(pack.title, <ShowPage commissioner={ctx.params.commissioner} {...shown} />, {
      back: { href: paths.list(ctx.params), text: 'Independent analysis' },
    })
  })

  web.desk.get(paths.closure, mayMakePackages, async ({ db, params }) => {
    const pack = await findPackage(db, params.id)
    return page('Take access back', <ClosurePage commissioner={params.commissioner} pack={pack} form={blank} />, {
      back: { href: paths.show(params), text: pack.title },
    })
  })

  web.desk.post(paths.closure, mayMakePackages, async (ctx) => {
    const pack = await findPackage(ctx.db, ctx.params.id)
    const form = read(closureForm, ctx.body)
    if (!form.ok) return invalid('Take access back', <ClosurePage commissioner={ctx.params.commissioner} pack={pack} form={form} />)
    await closePackage(ctx, pack.id, form.value.reason)
    return seeOther(paths.show(ctx.params))
  })
}

/** What was typed, with its dates put together; and on the page again as it was typed. */
function readPackage(body: Body) {
  const dates = { starts: dateTyped(body, 'starts'), ends: dateTyped(body, 'ends') }
  const form = read(packageForm, { ...body, ...dates } as Body)
  return { ...form, values: { ...form.values, ...body } as Form<PackageInput>['values'] }
}

async function offered(ctx: Context, batch: Omit<Batch, 'comments'>) {
  const whole = { surveyId: batch.kind === 'survey' ? batch.id : null, sourceId: batch.kind === 'source' ? batch.id : null }
  const { columns, leftOut } = columnsFor(await listQuestions(ctx.db, whole))
  return {
    commissioner: ctx.commissioner.slug,
    of: keyOf(batch),
    title: batch.title,
    contents: {
      ...(await countContents(ctx.db, whole)),
      choices: columns.flatMap(({ label, values }) => (values === null ? [] : [label])),
      leftOut: [...neverIn, ...leftOut],
    },
    analysts: await listAnalysts(ctx.db),
    frames: await listFrames(ctx.db),
    documents: whole.surveyId === null ? [] : await listDocuments(ctx.db, { surveyId: whole.surveyId }),
  }
}
