import type { Capability } from '#platform/slots.ts'
import { paths } from './paths.ts'
import { routes } from './routes.tsx'

export { addVariant, offerVariant, writeTexts } from './actions.ts'
export { ChooseVariant } from './pages/choose-variant.tsx'
export { InVariant } from './pages/in-variant.tsx'
export { RecordingPlayer } from './pages/recording.tsx'
export { listOffered } from './queries.ts'
export { inWordsOf, missingFrom } from './text-place.ts'
export type { Variant } from './variant.ts'

/** Where staff offer a survey in other languages and formats. */
export const variantsOf = paths.list

/** Where a recording is played from. */
export const recordingAddress = paths.recording

export const variants: Capability = {
  name: 'variants',
  routes,
  neighbours: [
    {
      on: 'survey',
      shell: 'desk',
      links: async (ctx, id) => [{ text: 'Languages and formats', href: paths.list({ commissioner: ctx.commissioner.slug, id }) }],
    },
  ],
  sentences: {
    'variant.added': () => 'Added this language or format',
    'variant.written': ({ texts }) => `Wrote its words: ${texts} texts`,
    'variant.recorded': () => 'Added a recording',
    'variant.offered': () => 'Offered it to people',
    'variant.withdrawn': () => 'Stopped offering it',
  },
}
