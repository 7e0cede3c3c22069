import { type Consultation, consultationOfSurvey } from '#capabilities/consultations'
import type { Context } from '#platform/context.ts'
import { NotFound } from '#platform/errors.ts'
import { historyOf } from '#platform/events.ts'
import { mayLook } from '#platform/roles.ts'
import { page, type Reply, type Web } from '#platform/web.tsx'
import type { Basis } from './basis.ts'
import { ListPage } from './pages/list.tsx'
import { ResultsPage } from './pages/results.tsx'
import { paths } from './paths.ts'
import { countBeside } from './queries/count-beside.ts'
import { countOnce } from './queries/kept-counts.ts'
import { findBasisTitle, listHeard } from './queries/sources.ts'
import { trueTables } from './result-table.ts'

export function routes(web: Web) {
  web.desk.get(paths.list, mayLook, async ({ db, params }) =>
    page(
      'Results',
      <ListPage commissioner={params.commissioner} surveys={await listHeard(db, 'survey')} sources={await listHeard(db, 'source')} />,
    ),
  )

  web.desk.get(paths.survey, mayLook, (ctx) => showResults(ctx, { surveyId: ctx.params.survey, sourceId: null }))
  web.desk.get(paths.source, mayLook, (ctx) => showResults(ctx, { surveyId: null, sourceId: ctx.params.source }))
}

async function showResults(ctx: Context, basis: Basis): Promise<Reply> {
  const title = await findBasisTitle(ctx.db, basis)
  if (title === undefined) throw new NotFound('survey or source')
  const id = basis.surveyId ?? basis.sourceId
  const consultation = basis.surveyId === null ? null : await consultationOfSurvey(ctx.db, basis.surveyId)
  return page(
    `Results: ${title}`,
    <ResultsPage
      title={title}
      tables={trueTables(await countOnce(ctx, basis))}
      beside={basis.surveyId === null ? null : await countBeside(ctx, basis.surveyId)}
      acts={await ctx.slots.neighboursOf(ctx, basis.surveyId === null ? 'source results' : 'survey results', 'desk', id)}
      links={consultation ? await linksOf(ctx, consultation) : []}
      happenings={await historyOf(ctx, [id])}
    />,
    { back: { href: paths.list({ commissioner: ctx.commissioner.slug }), text: 'Results' } },
  )
}

async function linksOf(ctx: Context, { id, title }: Consultation) {
  const commissioner = ctx.commissioner.slug
  const others = (await ctx.slots.neighboursOf(ctx, 'consultation', 'desk', id)).filter(({ text }) => text !== 'Results')
  return [{ text: `The consultation: ${title}`, href: `/${commissioner}/desk/consultations/${id}` }, ...others]
}
