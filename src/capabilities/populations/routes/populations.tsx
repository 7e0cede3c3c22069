import { NotFound, Refused } from '#platform/errors.ts'
import { historyOf } from '#platform/events.ts'
import { type Body, blank, type Form, read } from '#platform/forms.ts'
import { mayLook } from '#platform/roles.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { addBaselines, removeBaseline } from '../actions/baselines.ts'
import { takeHeadcount } from '../actions/headcount.ts'
import { characteristics } from '../baseline.ts'
import { createBaselineReader } from '../baseline-file.ts'
import { rowsOfUpload } from '../filed-row.ts'
import { type BaselineInput, baselineForm, type HeadcountInput, readHeadcount, removalForm } from '../forms.ts'
import { compareHeadcount, readCounts } from '../headcount.ts'
import { AddBaselinePage } from '../pages/add-baseline.tsx'
import { AddHeadcountPage } from '../pages/add-headcount.tsx'
import { BaselinePage } from '../pages/baseline.tsx'
import { HeadcountPage } from '../pages/headcount.tsx'
import { ListPage } from '../pages/list.tsx'
import { RemovalPage } from '../pages/removal.tsx'
import { paths } from '../paths.ts'
import { mayChangePopulations, mayPlanOutreach } from '../policy.ts'
import { findBaseline, listBaselines } from '../queries/baselines.ts'
import { findHeadcount, listHeadcounts } from '../queries/headcounts.ts'
import { listHeard } from '../queries/heard.ts'
import { listPlansAbout } from '../queries/outreach.ts'

const megabyte = 1024 * 1024
const files = { files: { largest: 10 * megabyte } }
const adding = 'Add a population'
const counting = 'Enter how many people are in each group'

/** Populations, and people who were counted against them. */
export function populationRoutes(web: Web) {
  const back = (commissioner: string) => ({ back: { href: paths.list({ commissioner }), text: 'Who we heard from' } })

  web.desk.get(paths.list, mayLook, async ({ db, params, actor }) => {
    const shown = { heard: await listHeard(db), baselines: await listBaselines(db), mayChange: mayChangePopulations(actor) }
    return page('Who we heard from', <ListPage commissioner={params.commissioner} {...shown} />)
  })

  web.desk.get(paths.add, mayChangePopulations, async ({ params }) =>
    page(adding, <AddBaselinePage commissioner={params.commissioner} form={blank} />, { ...back(params.commissioner), width: 'reading' }),
  )

  web.desk.post(
    paths.list,
    mayChangePopulations,
    async (ctx) => {
      const { params } = ctx
      const form = read(baselineForm, ctx.body)
      const again = (errors: Form<BaselineInput & { file: string }>['errors']) =>
        invalid(
          adding,
          <AddBaselinePage
            commissioner={params.commissioner}
            form={{ ok: false, values: form.values, errors: { ...errors, ...form.errors } }}
          />,
          { ...back(params.commissioner), width: 'reading' },
        )
      const [upload] = ctx.files.file ?? []
      if (!upload) return again({ file: 'Choose a file' })
      if (!form.ok) return again({ file: 'Choose the file again' })
      try {
        const { added, already } = await addUploaded(ctx, upload.bytes, form.value)
        const [first] = added
        if (!first && already > 0) return again({ file: 'This population is here already' })
        return seeOther(added.length === 1 ? paths.baseline({ ...params, baseline: first!.id }) : paths.list(params))
      } catch (error) {
        // What is wrong with a file is for whoever chose it.
        if (error instanceof Refused) return again({ file: error.message })
        throw error
      }
    },
    files,
  )

  web.desk.get(paths.baseline, mayLook, async (ctx) => {
    const baseline = await findBaseline(ctx.db, ctx.params.baseline)
    const shown = {
      headcounts: await listHeadcounts(ctx.db, baseline.id),
      mayChange: mayChangePopulations(ctx.actor),
      happenings: await historyOf(ctx, [baseline.id]),
    }
    return page(
      baseline.title,
      <BaselinePage commissioner={ctx.params.commissioner} baseline={baseline} {...shown} />,
      back(ctx.params.commissioner),
    )
  })

  web.desk.get(paths.removal, mayChangePopulations, async ({ db, params }) => {
    const baseline = await findBaseline(db, params.baseline)
    if (baseline.removal !== null) return seeOther(paths.baseline(params))
    return page('Take this population out', <RemovalPage commissioner={params.commissioner} baseline={baseline} form={blank} />, {
      width: 'reading',
    })
  })

  web.desk.post(paths.removal, mayChangePopulations, async (ctx) => {
    const baseline = await findBaseline(ctx.db, ctx.params.baseline)
    const form = read(removalForm, ctx.body)
    if (!form.ok)
      return invalid('Take this population out', <RemovalPage commissioner={ctx.params.commissioner} baseline={baseline} form={form} />, {
        width: 'reading',
      })
    await removeBaseline(ctx, baseline.id, form.value.reason)
    return seeOther(paths.baseline(ctx.params))
  })

  web.desk.get(paths.addHeadcount, mayChangePopulations, async ({ db, params }) => {
    const baseline = await findBaseline(db, params.baseline)
    if (baseline.removal !== null) throw new NotFound('a population in use')
    return page(counting, <AddHeadcountPage commissioner={params.commissioner} baseline={baseline} form={blank} typed={{}} />, {
      width: 'reading',
    })
  })

  web.desk.post(
    paths.headcounts,
    mayChangePopulations,
    async (ctx) => {
      const { params, body } = ctx
      const baseline = await findBaseline(ctx.db, params.baseline)
      const form = readHeadcount(body)
      const [upload] = ctx.files.file ?? []
      const counts = readCounts(upload ? await linesOf(upload.bytes) : String(body.counts ?? ''))
      const again = (mistakes: Form<HeadcountInput>['errors'] = {}) => {
        const errors = { ...form.errors, ...mistakes }
        const shown = { baseline, form: { ok: false, values: form.values, errors }, typed: body as Body }
        return invalid(counting, <AddHeadcountPage commissioner={params.commissioner} {...shown} />, { width: 'reading' })
      }
      if ('mistake' in counts) return again({ counts: counts.mistake })
      if (!form.ok) return again()
      const { title, countedOn } = form.value
      if (countedOn > ctx.today) return again({ countedOn: 'The day they were counted must be today or earlier' })
      try {
        const headcount = await takeHeadcount(ctx, { baselineId: baseline.id, title, countedOn, ...counts })
        return seeOther(paths.headcount({ ...params, headcount }))
      } catch (error) {
        if (error instanceof Refused) return again({ counts: error.message })
        throw error
      }
    },
    { files: { largest: megabyte } },
  )

  web.desk.get(paths.headcount, mayLook, async (ctx) => {
    const headcount = await findHeadcount(ctx.db, ctx.params.headcount)
    const baseline = await findBaseline(ctx.db, headcount.baselineId)
    const comparison = compareHeadcount(headcount, baseline)
    if (!comparison) throw new NotFound('a comparison')
    const shown = {
      today: ctx.today,
      plans: await listPlansAbout(ctx.db, headcount.id),
      mayPlan: mayPlanOutreach(ctx.actor),
      happenings: await historyOf(ctx, [headcount.id]),
    }
    return page(
      headcount.title,
      <HeadcountPage commissioner={ctx.params.commissioner} headcount={headcount} comparison={comparison} {...shown} />,
      { back: { href: paths.baseline({ ...ctx.params, baseline: baseline.id }), text: baseline.title } },
    )
  })
}

async function addUploaded(ctx: Parameters<typeof addBaselines>[0], bytes: Uint8Array, input: BaselineInput) {
  const { boundary, areaName, ...rest } = input
  const reader = createBaselineReader({ ...rest, boundaryYear: boundary, area: areaName })
  for await (const one of rowsOfUpload(bytes)) {
    if ('reason' in one) throw new Refused(`Row ${one.row} cannot be read: ${one.reason}`)
    reader.row(one.row, one.cells)
  }
  const { drafts, leftOut, rejected } = reader.finish()
  const [wrong] = rejected
  if (wrong) throw new Refused(`Row ${wrong.row} cannot be read: ${wrong.reason}`)
  const [first] = leftOut
  if (first && (drafts.length === 0 || input.characteristic))
    throw new Refused(`${characteristics[first.characteristic]} cannot be used: ${first.reason}`)
  if (drafts.length === 0) throw new Refused('The file has no group of the areas you asked for')
  return addBaselines(ctx, drafts)
}

/** A file of counts as it would be typed. Its header, where it has one, has no number. */
async function linesOf(bytes: Uint8Array): Promise<string> {
  const lines = []
  for await (const one of rowsOfUpload(bytes))
    if ('cells' in one && /^\s*\d+\s*$/.test(one.cells[1] ?? '')) lines.push(`${one.cells[0]}: ${one.cells[1]?.trim()}`)
  return lines.join('\n')
}
