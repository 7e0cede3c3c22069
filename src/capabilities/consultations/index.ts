import type { Capability } from '#platform/slots.ts'
import { paths } from './paths.ts'
import { consultationOfSurvey } from './queries/find.ts'
import { listConsultations } from './queries/list.ts'
import { routes } from './routes.tsx'

export { closeConsultation } from './actions/close.ts'
export { draftConsultation } from './actions/draft.ts'
export { publishConsultation } from './actions/publish.ts'
export { type Consultation, isClosed, isOpen } from './consultation.ts'
export { Consultations } from './pages/list.tsx'
export { consultationOfSurvey, findPublishedConsultation } from './queries/find.ts'
export { listCurrent } from './queries/list.ts'

/** The public list of all. */
export const consultationsPage = paths.list

export const consultations: Capability = {
  name: 'consultations',
  routes,
  desk: [{ door: 'Ask', text: 'Consultations', href: (commissioner) => paths.deskList({ commissioner }) }],
  publicLinks: [{ text: 'Have your say', href: (commissioner) => paths.list({ commissioner }) }],
  neighbours: [
    {
      on: 'survey',
      shell: 'desk',
      async links(ctx, surveyId) {
        const consultation = await consultationOfSurvey(ctx.db, surveyId)
        if (!consultation) return []
        return [{ text: consultation.title, href: paths.record({ commissioner: ctx.commissioner.slug, id: consultation.id }) }]
      },
    },
  ],
  lists: [
    {
      kind: 'consultation',
      list: async (ctx) =>
        (await listConsultations(ctx.db, { limit: 500 })).map(({ id, title, publication }) => ({
          id,
          label: title,
          at: publication?.at ?? null,
        })),
    },
  ],
  sentences: {
    'consultation.drafted': () => 'Set it out',
    'consultation.changed': () => 'Changed what it says',
    'consultation.published': () => 'Published it',
    'consultation.closed': () => 'Closed it early',
  },
}
