import { keyOf } from '#capabilities/codings'
import type { Capability } from '#platform/slots.ts'
import { paths } from './paths.ts'
import { mayAnalyse, mayMakePackages } from './policy.ts'
import { ownRoutes } from './routes/own.tsx'
import { packageRoutes } from './routes/packages.tsx'
import { returnRoutes } from './routes/returns.tsx'

export const analysts: Capability = {
  name: 'analysts',
  routes(web) {
    packageRoutes(web)
    ownRoutes(web)
    returnRoutes(web)
  },
  desk: [
    { door: 'Make sense', text: 'Independent analysis', href: (commissioner) => paths.list({ commissioner }) },
    { door: 'Make sense', text: 'Your analysis packages', href: (commissioner) => paths.mine({ commissioner }), may: mayAnalyse },
  ],
  neighbours: (['survey', 'source'] as const).map((kind) => ({
    on: `${kind} results`,
    shell: 'desk' as const,
    links: async ({ commissioner: { slug: commissioner }, actor }, id) =>
      mayMakePackages(actor) ? [{ text: 'Independent analysis', href: `${paths.add({ commissioner })}?of=${keyOf({ kind, id })}` }] : [],
  })),
  sentences: {
    'analysis-package.made': ({ from, until }) => `Made it, to be open from ${from} until ${until}`,
    'analysis-package.read': () => 'Looked at it',
    'analysis-package.downloaded': () => 'Began to download it',
    'analysis-package.download-finished': () => 'Downloaded it whole',
    'analysis-package.download-failed': () => 'A download broke off',
    'analysis-package.taken-back': () => 'Took access back',
    'analysis-package.returned': ({ codings }) => `Returned ${Number(codings).toLocaleString('en-GB')} lines of codings`,
    'analysis-package.accepted': ({ codings }) => `Accepted what was returned: ${Number(codings).toLocaleString('en-GB')} codings count`,
    'analysis-package.report-read': () => 'Saved the report',
  },
}
