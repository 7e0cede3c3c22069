import { isPreElection } from '#capabilities/calendars'
import { findSurvey } from '#capabilities/surveys'
import type { Context } from '#platform/context.ts'
import { historyOf } from '#platform/events.ts'
import { filled } from '#platform/forms.ts'
import { isId } from '#platform/ids.ts'
import { mayLook } from '#platform/roles.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { changeDraft, draftConsultation } from '../actions/draft.ts'
import { beginnings, isBeginning } from '../beginning.ts'
import { type Consultation, isFormal, isOpen } from '../consultation.ts'
import { type DraftInput, readDraft, valuesOf } from '../forms.ts'
import { BeginningPage } from '../pages/beginning.tsx'
import { DeskConsultationsPage } from '../pages/desk-list.tsx'
import { DraftPage } from '../pages/draft.tsx'
import { RecordPage } from '../pages/record.tsx'
import { paths } from '../paths.ts'
import { mayRunConsultations } from '../policy.ts'
import { findCourse } from '../queries/course.ts'
import { countResponses, findConsultation, listSlugs } from '../queries/find.ts'
import { isHushed, listAwaitingFeedback, listConsultations } from '../queries/list.ts'
import { listMissing } from '../queries/missing.ts'

const most = 50
const reading = { width: 'reading' } as const

export function deskRoutes(web: Web) {
  web.desk.get(paths.deskList, mayLook, async ({ db, params, query, today, actor }) => {
    const before = isId(query.before ?? '') ? query.before : undefined
    const found = await listConsultations(db, { before, limit: most + 1 })
    const last = found.length > most ? found[most - 1] : undefined
    const next = last ? `${paths.deskList(params)}?before=${last.id}` : null
    const shown = {
      consultations: found.slice(0, most),
      awaiting: await listAwaitingFeedback(db, today),
      today,
      mayRun: mayRunConsultations(actor),
      next,
      isFirst: !before,
    }
    return page('Consultations', <DeskConsultationsPage commissioner={params.commissioner} {...shown} />)
  })

  const newDraft = (commissioner: string) => ({
    heading: 'Set it out',
    action: paths.deskList({ commissioner }),
    button: 'Save draft',
    publicList: paths.list({ commissioner }),
  })

  web.desk.get(paths.deskNew, mayRunConsultations, async ({ params, query }) => {
    const beginning = query.beginning
    if (!isBeginning(beginning))
      return page('How do you want to ask people?', <BeginningPage commissioner={params.commissioner} />, {
        back: { href: paths.deskList(params) },
        ...reading,
      })
    const form = filled<DraftInput>({ kind: beginnings[beginning].kind })
    return page('Set it out', <DraftPage {...newDraft(params.commissioner)} beginning={beginning} form={form} />, {
      back: { href: paths.deskNew(params) },
      ...reading,
    })
  })

  web.desk.post(paths.deskList, mayRunConsultations, async (ctx) => {
    const { commissioner } = ctx.params
    const typed = String(ctx.body.beginning ?? '')
    const beginning = isBeginning(typed) ? typed : 'survey'
    const form = readDraft(ctx.body, { slugsTaken: await listSlugs(ctx.db, null) })
    if (!form.ok) return invalid('Set it out', <DraftPage {...newDraft(commissioner)} beginning={beginning} form={form} />, reading)

    const questions = beginnings[beginning].questions(form.value.title)
    const id = await draftConsultation(ctx, { ...form.value, questions })
    return seeOther(paths.record({ commissioner, id }))
  })

  web.desk.get(paths.record, mayLook, async (ctx) => {
    const consultation = await findConsultation(ctx.db, ctx.params.id)
    const survey = await findSurvey(ctx.db, consultation.surveyId)
    const by = [consultation.publication?.by, consultation.closure?.by].filter((id) => id != null)
    const isDraft = consultation.publication === null
    const shown = {
      consultation,
      survey,
      course: await findCourse(ctx.db, consultation.id),
      missing: isDraft && isFormal(consultation) ? await listMissing(ctx, consultation, survey.questions) : [],
      hushed: await hushOf(ctx, consultation),
      responses: await countResponses(ctx.db, consultation.surveyId),
      names: await ctx.slots.staffNames(ctx, by),
      neighbours: await ctx.slots.neighboursOf(ctx, 'consultation', 'desk', consultation.id),
      happenings: await historyOf(ctx, [consultation.id, consultation.surveyId]),
    }
    return page(
      consultation.title,
      <RecordPage commissioner={ctx.params.commissioner} today={ctx.today} mayRun={mayRunConsultations(ctx.actor)} {...shown} />,
      { back: { href: paths.deskList(ctx.params) } },
    )
  })

  const draft = (params: { commissioner: string; id: string }) => ({
    heading: 'Change what it says',
    action: paths.draft(params),
    button: 'Save draft',
    publicList: paths.list(params),
  })

  web.desk.get(paths.draft, mayRunConsultations, async ({ db, params }) => {
    const consultation = await findConsultation(db, params.id)
    const { promise } = await findSurvey(db, consultation.surveyId)
    return page('Change what it says', <DraftPage {...draft(params)} form={filled(valuesOf(consultation, promise))} />, {
      back: { href: paths.record(params) },
      ...reading,
    })
  })

  web.desk.post(paths.draft, mayRunConsultations, async (ctx) => {
    const { params } = ctx
    const { id } = await findConsultation(ctx.db, params.id)
    const form = readDraft(ctx.body, { slugsTaken: await listSlugs(ctx.db, id) })
    if (!form.ok) return invalid('Change what it says', <DraftPage {...draft(params)} form={form} />, reading)

    await changeDraft(ctx, id, form.value)
    return seeOther(paths.record(params))
  })
}

/** The election because of which nothing draws people's eyes to it today. */
async function hushOf(ctx: Context, consultation: Consultation) {
  const election = isOpen(consultation, ctx.today) ? await isPreElection(ctx.db, ctx.today) : null
  return election && (await isHushed(ctx.db, consultation.id)) ? election : null
}
