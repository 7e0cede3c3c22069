import { mayLook } from '#platform/roles.ts'
import { page, type Web } from '#platform/web.tsx'
import { ListPage } from './pages/list.tsx'
import { paths } from './paths.ts'
import { listHeard } from './queries/sources.ts'
import { fileRoutes } from './routes/files.tsx'
import { samplingRoutes } from './routes/sampling.tsx'
import { showResults } from './routes/showing.tsx'
import { viewRoutes } from './routes/views.tsx'

export function routes(web: Web) {
  web.desk.get(paths.list, mayLook, async ({ db, params }) =>
    page(
      'Results',
      <ListPage commissioner={params.commissioner} surveys={await listHeard(db, 'survey')} sources={await listHeard(db, 'source')} />,
    ),
  )

  web.desk.get(paths.survey, mayLook, (ctx) => showResults(ctx, { surveyId: ctx.params.survey, sourceId: null }, ctx.query))
  web.desk.get(paths.source, mayLook, (ctx) => showResults(ctx, { surveyId: null, sourceId: ctx.params.source }, ctx.query))
  fileRoutes(web)
  viewRoutes(web)
  samplingRoutes(web)
}
