import type { Web } from '#platform/web.tsx'
import { makingRoutes } from './routes/making.tsx'
import { publicRoutes } from './routes/public.tsx'
import { readingRoutes } from './routes/reading.tsx'
import { reviewingRoutes } from './routes/reviewing.tsx'

export function routes(web: Web) {
  makingRoutes(web)
  readingRoutes(web)
  reviewingRoutes(web)
  publicRoutes(web)
}
