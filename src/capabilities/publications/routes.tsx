import type { Web } from '#platform/web.tsx'
import { deskRoutes } from './routes/desk.tsx'
import { publicRoutes } from './routes/public.tsx'

export function routes(web: Web) {
  publicRoutes(web)
  deskRoutes(web)
}
