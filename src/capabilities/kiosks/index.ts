import type { Capability } from '#platform/slots.ts'
import { paths } from './paths.ts'
import { routes } from './routes.tsx'

export const kiosks: Capability = {
  name: 'kiosks',
  routes,
  desk: [{ door: 'Ask', text: 'Kiosks', href: (commissioner) => paths.list({ commissioner }) }],
  sentences: {
    'kiosk.added': () => 'Put up this kiosk',
    'kiosk.retired': () => 'Took this kiosk down',
  },
}
