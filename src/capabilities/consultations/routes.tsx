import { findReceipt } from '#capabilities/contributions'
import { findSurvey, readAnswers } from '#capabilities/surveys'
import { NotFound } from '#platform/errors.ts'
import { historyOf } from '#platform/events.ts'
import { blank, filled, read } from '#platform/forms.ts'
import { isId } from '#platform/ids.ts'
import { mayLook } from '#platform/roles.ts'
import { invalid, page, type Reply, seeOther, type Web } from '#platform/web.tsx'
import { closeConsultation } from './actions/close.ts'
import { changeDraft, draftConsultation } from './actions/draft.ts'
import { publishConsultation } from './actions/publish.ts'
import { respond } from './actions/respond.ts'
import { isOpen } from './consultation.ts'
import { contactFields, readContact } from './contact.ts'
import { closureForm, readDraft, valuesOf } from './forms.ts'
import { ClosurePage } from './pages/closure.tsx'
import { DeskConsultationsPage } from './pages/desk-list.tsx'
import { DraftPage } from './pages/draft.tsx'
import { ConsultationsPage } from './pages/list.tsx'
import { NotOpenPage } from './pages/not-open.tsx'
import { PublicationPage } from './pages/publication.tsx'
import { ReceiptPage } from './pages/receipt.tsx'
import { RecordPage } from './pages/record.tsx'
import { RespondPage } from './pages/respond.tsx'
import { ConsultationPage } from './pages/show.tsx'
import { paths } from './paths.ts'
import { mayRunConsultations } from './policy.ts'
import { countResponses, findAnswered, findConsultation, findPublishedConsultation, findToAnswer, listSlugs } from './queries/find.ts'
import { listClosed, listConsultations, listCurrent } from './queries/list.ts'
import { typedBack } from './typed-back.ts'

const most = 50

export function routes(web: Web) {
  publicRoutes(web)
  deskRoutes(web)
}

function publicRoutes(web: Web) {
  web.public.get(paths.list, async ({ db, today, params, query }) => {
    const after = isId(query.after ?? '') ? (query.after ?? null) : null
    const closed = await listClosed(db, today, { after, limit: most + 1 })
    const last = closed.length > most ? closed[most - 1] : undefined
    const shown = { closed: closed.slice(0, most), next: last ? `${paths.list(params)}?after=${last.id}` : null, isFirst: after === null }
    const current = after === null ? await listCurrent(db, today) : []
    return page('Have your say', <ConsultationsPage commissioner={params.commissioner} today={today} current={current} {...shown} />)
  })

  web.public.get(paths.show, async (ctx) => {
    const { consultation, version } = await findToAnswer(ctx.db, ctx.params.slug)
    const neighbours = await ctx.slots.neighboursOf(ctx, 'consultation', 'public', consultation.id)
    const shown = { consultation, promise: version.promise, today: ctx.today, neighbours }
    return page(consultation.title, <ConsultationPage commissioner={ctx.params.commissioner} {...shown} />, {
      back: { href: paths.list(ctx.params), text: 'All consultations' },
    })
  })

  web.public.get(paths.respond, async ({ db, today, params }) => {
    const { consultation, version } = await findToAnswer(db, params.slug)
    if (!isOpen(consultation, today)) return seeOther(paths.show(params))
    const shown = { consultation, version, form: { values: {}, errors: {} } }
    return page(`Have your say: ${consultation.title}`, <RespondPage commissioner={params.commissioner} {...shown} />, {
      back: { href: paths.show(params) },
    })
  })

  web.open.post(paths.respond, async (ctx): Promise<Reply> => {
    const { db, body, params, today } = ctx
    const asked = String(body['survey-version'] ?? '')
    const { consultation, version } = await findToAnswer(db, params.slug, isId(asked) ? asked : null)
    if (!isOpen(consultation, today)) {
      const late = (
        <NotOpenPage commissioner={params.commissioner} consultation={consultation} today={today} typed={typedBack(version, body)} />
      )
      return { kind: 'page', status: 409, title: 'This consultation is not open', html: late }
    }
    const { answers, ...form } = readAnswers(version, body)
    const { contact, errors } = readContact(version.promise, consultation.places, body)
    if (!form.ok || Object.keys(errors).length > 0) {
      const beside = Object.fromEntries(contactFields.map((name) => [name, body[name] ?? '']))
      const again = { values: { ...form.values, ...beside }, errors: { ...form.errors, ...errors } }
      const shown = { consultation, version, form: again }
      return invalid(`Have your say: ${consultation.title}`, <RespondPage commissioner={params.commissioner} {...shown} />)
    }
    const code = await respond(ctx, { consultation, version, answers, contact })
    return seeOther(paths.receipt({ ...params, code }))
  })

  web.open.get(paths.receipt, async ({ db, params, today }) => {
    const consultation = await findPublishedConsultation(db, params.slug)
    const receipt = await findReceipt(db, params.code)
    const answered = receipt && (await findAnswered(db, receipt.responseId, consultation.surveyId))
    if (!answered) throw new NotFound('receipt')
    const shown = { consultation, today, ...answered, code: params.code.toUpperCase() }
    return page('We have your answers', <ReceiptPage commissioner={params.commissioner} {...shown} />)
  })
}

function deskRoutes(web: Web) {
  web.desk.get(paths.deskList, mayLook, async ({ db, params, query, today, actor }) => {
    const before = isId(query.before ?? '') ? query.before : undefined
    const found = await listConsultations(db, { before, limit: most + 1 })
    const last = found.length > most ? found[most - 1] : undefined
    const next = last ? `${paths.deskList(params)}?before=${last.id}` : null
    const shown = { consultations: found.slice(0, most), today, mayRun: mayRunConsultations(actor), next, isFirst: !before }
    return page('Consultations', <DeskConsultationsPage commissioner={params.commissioner} {...shown} />)
  })

  const newDraft = (commissioner: string) => ({
    heading: 'Set out a consultation',
    action: paths.deskList({ commissioner }),
    button: 'Save draft',
    publicList: paths.list({ commissioner }),
  })

  web.desk.get(paths.deskNew, mayRunConsultations, async ({ params }) =>
    page('Set out a consultation', <DraftPage {...newDraft(params.commissioner)} form={blank} />, {
      back: { href: paths.deskList(params) },
      width: 'reading',
    }),
  )

  web.desk.post(paths.deskList, mayRunConsultations, async (ctx) => {
    const { commissioner } = ctx.params
    const form = readDraft(ctx.body, { slugsTaken: await listSlugs(ctx.db, null) })
    if (!form.ok) return invalid('Set out a consultation', <DraftPage {...newDraft(commissioner)} form={form} />, { width: 'reading' })

    const id = await draftConsultation(ctx, form.value)
    return seeOther(paths.record({ commissioner, id }))
  })

  web.desk.get(paths.record, mayLook, async (ctx) => {
    const consultation = await findConsultation(ctx.db, ctx.params.id)
    const survey = await findSurvey(ctx.db, consultation.surveyId)
    const by = [consultation.publication?.by, consultation.closure?.by].filter((id) => id != null)
    const shown = {
      consultation,
      survey,
      responses: await countResponses(ctx.db, consultation.surveyId),
      names: await ctx.slots.staffNames(ctx, by),
      neighbours: await ctx.slots.neighboursOf(ctx, 'consultation', 'desk', consultation.id),
      happenings: await historyOf(ctx, [consultation.id, consultation.surveyId]),
    }
    return page(
      consultation.title,
      <RecordPage commissioner={ctx.params.commissioner} today={ctx.today} mayRun={mayRunConsultations(ctx.actor)} {...shown} />,
    )
  })

  const oldDraft = (params: { commissioner: string; id: string }) => ({
    heading: 'Change what it says',
    action: paths.draft(params),
    button: 'Save changes',
    publicList: paths.list(params),
  })

  web.desk.get(paths.draft, mayRunConsultations, async ({ db, params }) => {
    const consultation = await findConsultation(db, params.id)
    if (consultation.publication) return seeOther(paths.record(params))
    const { promise } = await findSurvey(db, consultation.surveyId)
    const form = filled(valuesOf(consultation, promise))
    return page('Change what it says', <DraftPage {...oldDraft(params)} form={form} />, {
      back: { href: paths.record(params) },
      width: 'reading',
    })
  })

  web.desk.post(paths.draft, mayRunConsultations, async (ctx) => {
    const { id } = await findConsultation(ctx.db, ctx.params.id)
    const form = readDraft(ctx.body, { slugsTaken: await listSlugs(ctx.db, id) })
    if (!form.ok) return invalid('Change what it says', <DraftPage {...oldDraft(ctx.params)} form={form} />, { width: 'reading' })

    await changeDraft(ctx, id, form.value)
    return seeOther(paths.record(ctx.params))
  })

  web.desk.get(paths.publication, mayRunConsultations, async ({ db, params, today }) => {
    const consultation = await findConsultation(db, params.id)
    if (consultation.publication) return seeOther(paths.record(params))
    return page('Publish this consultation', <PublicationPage consultation={consultation} today={today} params={params} />)
  })

  web.desk.post(paths.publication, mayRunConsultations, async (ctx) => {
    await publishConsultation(ctx, ctx.params.id)
    return seeOther(paths.record(ctx.params))
  })

  web.desk.get(paths.closure, mayRunConsultations, async ({ db, params }) => {
    const consultation = await findConsultation(db, params.id)
    return page(
      'Close this consultation early',
      <ClosurePage commissioner={params.commissioner} consultation={consultation} form={blank} />,
    )
  })

  web.desk.post(paths.closure, mayRunConsultations, async (ctx) => {
    const consultation = await findConsultation(ctx.db, ctx.params.id)
    const form = read(closureForm, ctx.body)
    if (!form.ok)
      return invalid(
        'Close this consultation early',
        <ClosurePage commissioner={ctx.params.commissioner} consultation={consultation} form={form} />,
      )

    await closeConsultation(ctx, consultation.id, form.value)
    return seeOther(paths.record(ctx.params))
  })
}
