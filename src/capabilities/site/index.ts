import type { Capability } from '#platform/slots.ts'
import { paths } from './paths.ts'
import { routes } from './routes.tsx'

export { frontPage } from './routes.tsx'

export const site: Capability = {
  name: 'site',
  routes,
  footerLinks: [
    { text: 'Words we use', href: (commissioner) => paths.words({ commissioner }) },
    { text: 'What we keep and why', href: (commissioner) => paths.privacy({ commissioner }) },
    { text: 'Accessibility', href: (commissioner) => paths.accessibility({ commissioner }) },
  ],
}
