import type { Capability } from '#platform/slots.ts'
import { commands } from './commands.ts'
import { paths } from './paths.ts'
import { routes } from './routes.tsx'

export { addOrganisation } from './actions/add-organisation.ts'
export { listOrganisations } from './queries/organisations.ts'

export const organisations: Capability = {
  name: 'organisations',
  routes,
  commands,
  desk: [{ door: 'People', text: 'Organisations', href: (commissioner) => paths.list({ commissioner }) }],
  sentences: {
    'organisation.added': () => 'Added it',
    'commissioner.practices-imported': ({ imported, already }) =>
      `Brought in the NHS list of practices: ${imported} new or changed, ${already} as before`,
  },
}
