import type { Staff } from '#platform/context.ts'
import { NotFound } from '#platform/errors.ts'
import type { Body } from '#platform/forms.ts'
import { type As, file, type Web } from '#platform/web.tsx'
import { takeResults } from '../actions/take-results.ts'
import type { Basis } from '../basis.ts'
import { paths } from '../paths.ts'
import { mayTakeResults } from '../policy.ts'
import { sheetOfPage, sheetOfView } from '../result-sheet.ts'
import { readView } from '../result-view.ts'
import { sheetFormats } from '../sheet-file.ts'
import { describeView } from '../view-description.ts'
import { countShown } from './counting.tsx'
import { titleOf } from './showing.tsx'

export function fileRoutes(web: Web) {
  web.desk.get(paths.surveyFile, mayTakeResults, (ctx) => takeFile(ctx, { surveyId: ctx.params.survey, sourceId: null }, ctx.query))
  web.desk.get(paths.sourceFile, mayTakeResults, (ctx) => takeFile(ctx, { surveyId: null, sourceId: ctx.params.source }, ctx.query))
}

async function takeFile(ctx: As<Staff>, basis: Basis, query: Body) {
  const title = await titleOf(ctx, basis)
  const name = String(query.format)
  const format = Object.hasOwn(sheetFormats, name) ? sheetFormats[name] : undefined
  if (!format) throw new NotFound('format')
  const view = readView(query)
  const counted = await countShown(ctx, basis, view)
  const { byName } = counted.known
  const described = describeView({
    view,
    byName,
    responses: counted.responses,
    at: ctx.now,
    weighting: counted.weighting,
  })
  const about = {
    title,
    view,
    byName,
    facts: [
      ['results of', title],
      ['how this was counted', described],
      ['taken out by', ctx.actor.name],
      ['taken out at', ctx.now.toISOString()],
    ],
  } as const
  const sheet = counted.kind === 'one' ? sheetOfView(about, counted.view) : sheetOfPage(about, counted.page)
  await takeResults(ctx, basis, { format: name, view, figures: sheet.rows.length })
  const written = await format.write(sheet)
  return file(`results-${ctx.today}.${format.ending}`, format.type, async function* () {
    yield written
  })
}
