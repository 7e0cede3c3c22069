import { findBatch, listBatches } from '#capabilities/codings'
import { findFrame, listFrames } from '#capabilities/themes'
import type { Context, Staff } from '#platform/context.ts'
import { NotFound } from '#platform/errors.ts'
import { type Form, filled, read } from '#platform/forms.ts'
import { mayLook } from '#platform/roles.ts'
import { type As, file, invalid, page, type Visit, type Web } from '#platform/web.tsx'
import { compareCoders } from '../actions/compare-coders.ts'
import { type ComparisonInput, comparisonForm } from '../forms.ts'
import type { Decider } from '../measurement.ts'
import { ComparisonPage } from '../pages/comparison.tsx'
import { paths } from '../paths.ts'
import { listDeciders } from '../queries/comparisons.ts'
import { measuresFile } from '../report-file.ts'

const title = 'Compare two coders'
const unnamed = { coder: () => '', theme: () => '' }

export function comparisonRoutes(web: Web) {
  web.desk.get(paths.comparison, mayLook, async (ctx) => {
    const asked = ctx.query.batch === undefined ? null : read(comparisonForm, ctx.query)
    const found = asked?.ok ? await look(ctx, asked.value) : null
    const form: Form<ComparisonInput> = found
      ? { ok: found.ok, values: { ...asked!.values, ...found.values }, errors: found.errors }
      : (asked ?? filled<ComparisonInput>({ batch: ctx.query.of ?? '', frame: ctx.query.with ?? '' }))
    const compared = found?.both ? await compareCoders(ctx, found.part, found.both) : null
    const shown = {
      commissioner: ctx.params.commissioner,
      batches: await listBatches(ctx.db),
      frames: await listFrames(ctx.db, { limit: 200 }),
      form,
      deciders: found?.deciders ?? null,
      measured: compared?.measured ?? null,
      names: compared?.names ?? unnamed,
      file: `${paths.comparisonFile(ctx.params)}?${new URLSearchParams(form.values)}`,
    }
    const back = { back: { href: paths.list(ctx.params), text: 'Agreement' } }
    const drawn = <ComparisonPage {...shown} />
    return Object.keys(form.errors).length > 0 ? invalid(title, drawn, back) : page(title, drawn, back)
  })

  web.desk.get(paths.comparisonFile, mayLook, async (ctx) => {
    const asked = read(comparisonForm, ctx.query)
    const found = asked.ok ? await look(ctx, asked.value) : null
    if (!found?.both) throw new NotFound()
    const { measured, names } = await compareCoders(ctx, found.part, found.both)
    const text = measuresFile(measured, names)
    return file(`agreement-${ctx.today}.csv`, 'text/csv; charset=utf-8', async function* () {
      yield text
    })
  })
}

type Errors = Form<ComparisonInput>['errors']

/** Who decided about these comments, and which two were chosen; where there are only two, it is they. */
async function look({ db }: Context | (As<Staff> & Visit<string>), { batch, frame, one, other }: ComparisonInput) {
  const part = { frameId: (await findFrame(db, frame)).id, batch: await findBatch(db, batch) }
  const deciders = await listDeciders(db, part)
  const preset = one === '' && other === '' && deciders.length === 2
  const values = preset ? { one: deciders[0]!.coderId, other: deciders[1]!.coderId } : { one, other }
  const find = (id: string): Decider | undefined => deciders.find(({ coderId }) => coderId === id)
  const both = [find(values.one), find(values.other)] as const
  const isAsked = values.one !== '' || values.other !== ''
  const wrong = (decider: Decider | undefined, words: string) => (isAsked && !decider ? words : undefined)
  const errors: Errors = Object.fromEntries(
    Object.entries({ one: wrong(both[0], 'Choose one coder'), other: wrong(both[1], 'Choose the other coder') }).filter(
      ([, words]) => words,
    ),
  )
  return {
    part,
    deciders,
    values,
    errors,
    ok: isAsked && Object.keys(errors).length === 0,
    both: both[0] && both[1] ? ([both[0], both[1]] as const) : null,
  }
}
