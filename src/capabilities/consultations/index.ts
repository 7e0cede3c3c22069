import { formatDate } from '#design'
import type { Capability } from '#platform/slots.ts'
import { addDays } from '#platform/time.ts'
import { lastDayOf } from './consultation.ts'
import { paths } from './paths.ts'
import { consultationOfSurvey } from './queries/find.ts'
import { listAwaitingFeedback, listBetween, listConsultations } from './queries/list.ts'
import { actRoutes } from './routes/acts.tsx'
import { deskRoutes } from './routes/desk.tsx'
import { publicRoutes } from './routes/public.tsx'
import { sectionRoutes } from './routes/sections.tsx'

export { closeConsultation } from './actions/close.ts'
export { addDocument } from './actions/documents.ts'
export { draftConsultation } from './actions/draft.ts'
export { extendConsultation } from './actions/extend.ts'
export { publishConsultation } from './actions/publish.ts'
export { setOutProposal } from './actions/set-out.ts'
export { type Consultation, isClosed, isOpen, type Kind, lastDayOf } from './consultation.ts'
export { Consultations } from './pages/list.tsx'
export { nounOf } from './proposal.ts'
export { consultationOfSurvey, findConsultation, findPublishedConsultation, findToAnswer } from './queries/find.ts'
export { listCurrent, listPromoted } from './queries/list.ts'
export type { SetOut } from './section.ts'

/** The public list of all. */
export const consultationsPage = paths.list

/** The public page of one, and where its questions are answered. */
export const showPath = paths.show
export const respondPath = paths.respond

/** Its page on the desk. */
export const recordPath = paths.record

export const consultations: Capability = {
  name: 'consultations',
  routes(web) {
    publicRoutes(web)
    deskRoutes(web)
    sectionRoutes(web)
    actRoutes(web)
  },
  desk: [{ door: 'Ask', text: 'Consultations', href: (commissioner) => paths.deskList({ commissioner }) }],
  publicLinks: [{ text: 'Have your say', href: (commissioner) => paths.list({ commissioner }) }],
  neighbours: [
    {
      on: 'commissioner',
      shell: 'desk',
      async links(ctx) {
        const soon = (await listAwaitingFeedback(ctx.db, ctx.today)).filter(({ feedbackDueOn }) => feedbackDueOn! <= addDays(ctx.today, 14))
        return soon.map(({ id, title, feedbackDueOn }) => ({
          text: `Say what came of it: ${title}`,
          href: paths.record({ commissioner: ctx.commissioner.slug, id }),
          hint: `${feedbackDueOn! < ctx.today ? 'Late: people were promised it by' : 'People were promised it by'} ${formatDate(feedbackDueOn!)}`,
        }))
      },
    },
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
  async calendarEntries(ctx, between) {
    return (await listBetween(ctx.db, between)).map((consultation) => ({
      id: consultation.id,
      title: consultation.title,
      startsOn: consultation.opensOn,
      endsOn: lastDayOf(consultation),
      communities: consultation.communities,
      organiser: ctx.commissioner.name,
      href: paths.show({ commissioner: ctx.commissioner.slug, slug: consultation.slug }),
    }))
  },
  sentences: {
    'consultation.drafted': () => 'Set it out',
    'consultation.changed': () => 'Changed what it says',
    'consultation.published': () => 'Published it',
    'consultation.closed': () => 'Closed it early',
    'consultation.extended': ({ to }) => `Gave people more time, until ${formatDate(String(to))}`,
    'consultation.corrected': ({ parts }) => `Corrected ${[parts].flat().join(', ')}`,
    'consultation.document-added': () => 'Added a document',
    'consultation.document-removed': () => 'Removed a document from the draft',
    'consultation.document-withdrawn': () => 'Withdrew a document',
    'consultation.election-explained': () => 'Said why it is promoted before an election',
    'consultation.feedback-explained': ({ dueOn }) => `Said why people are told later, and promised it by ${formatDate(String(dueOn))}`,
    'consultation.feedback-given': () => 'Said where people can read what came of it',
  },
}
