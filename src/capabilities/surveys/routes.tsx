import type { Web } from '#platform/web.tsx'
import { arrangeRoutes } from './routes/arrange.tsx'
import { blockRoutes } from './routes/blocks.tsx'
import { builderRoutes } from './routes/builder.tsx'
import { lookRoutes } from './routes/look.tsx'
import { questionRoutes } from './routes/questions.tsx'

export function routes(web: Web) {
  builderRoutes(web)
  questionRoutes(web)
  arrangeRoutes(web)
  blockRoutes(web)
  lookRoutes(web)
}
