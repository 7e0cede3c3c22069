import { listOffered } from '#capabilities/variants'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import { document, fileReply, page, type Web } from '#platform/web.tsx'
import { atomOf } from '../feed.ts'
import { ConsultationsPage } from '../pages/list.tsx'
import { ConsultationPage } from '../pages/show.tsx'
import { paths } from '../paths.ts'
import { findCourse, listLastExtended } from '../queries/course.ts'
import { findPublishedConsultation, findToAnswer } from '../queries/find.ts'
import { listClosed, listCurrent, listPromoted } from '../queries/list.ts'
import { findProposal, listDocuments } from '../queries/proposals.ts'

const most = 50

export function publicRoutes(web: Web) {
  web.public.get(paths.list, async ({ db, today, params, query }) => {
    const after = isId(query.after ?? '') ? (query.after ?? null) : null
    const words = (query.q ?? '').trim().slice(0, 100)
    const closed = await listClosed(db, today, { after, limit: most + 1, words })
    const last = closed.length > most ? closed[most - 1] : undefined
    const search = words && `&q=${encodeURIComponent(words)}`
    const shown = {
      closed: closed.slice(0, most),
      next: last ? `${paths.list(params)}?after=${last.id}${search}` : null,
      isFirst: after === null,
      words,
    }
    const current = after === null ? await listCurrent(db, today, words) : []
    return page('Have your say', <ConsultationsPage commissioner={params.commissioner} today={today} current={current} {...shown} />)
  })

  web.public.get(paths.feed, async ({ db, today, params, commissioner, publicUrl }) => {
    const extended = await listLastExtended(db)
    const consultations = [...(await listPromoted({ db, today })), ...(await listClosed(db, today, { after: null, limit: most }))]
    const entries = consultations.map((consultation) => ({
      consultation,
      href: publicUrl + paths.show({ ...params, slug: consultation.slug }),
      extendedAt: extended.get(consultation.id) ?? null,
    }))
    const addresses = { href: publicUrl + paths.feed(params), pageHref: publicUrl + paths.list(params) }
    return document(
      'application/atom+xml; charset=utf-8',
      atomOf({ title: `Have your say: ${commissioner.name}`, id: commissioner.id, ...addresses, entries, today }),
    )
  })

  web.public.get(paths.show, async (ctx) => {
    const { consultation, version } = await findToAnswer(ctx.db, ctx.params.slug)
    const shown = {
      consultation,
      proposal: await findProposal(ctx.db, consultation.id),
      documents: await listDocuments(ctx.db, consultation.id),
      course: await findCourse(ctx.db, consultation.id),
      promise: version.promise,
      variants: await listOffered(ctx.db, version.surveyId),
      today: ctx.today,
      neighbours: await ctx.slots.neighboursOf(ctx, 'consultation', 'public', consultation.id),
    }
    return page(consultation.title, <ConsultationPage commissioner={ctx.params.commissioner} {...shown} />, {
      back: { href: paths.list(ctx.params), text: 'All consultations' },
    })
  })

  web.public.get(paths.document, async ({ db, params }) => {
    const consultation = await findPublishedConsultation(db, params.slug)
    const found = (await listDocuments(db, consultation.id)).find(({ id }) => id === params.document)
    if (!found || found.withdrawal) throw new NotFound('document')
    return fileReply(found.file)
  })
}
