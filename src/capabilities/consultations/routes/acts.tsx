import { isPreElection } from '#capabilities/calendars'
import { findSurvey } from '#capabilities/surveys'
import { DateInLondon, type Html } from '#design'
import type { Context, Staff } from '#platform/context.ts'
import { NotFound } from '#platform/errors.ts'
import { type Body, blank, type Form, type FormResult, filled, read } from '#platform/forms.ts'
import type { Path } from '#platform/paths.ts'
import { type As, invalid, page, seeOther, type Visit, type Web } from '#platform/web.tsx'
import { closeConsultation } from '../actions/close.ts'
import { correctConsultation } from '../actions/correct.ts'
import { withdrawDocument } from '../actions/documents.ts'
import { extendConsultation } from '../actions/extend.ts'
import { publishConsultation } from '../actions/publish.ts'
import { statePublicly } from '../actions/state.ts'
import { type Consultation, isFormal } from '../consultation.ts'
import { isStatementSubject, type StatementSubject } from '../course.ts'
import { closureForm, correctionForm, readExtension, readStatement, withdrawalForm } from '../forms.ts'
import { AskingPage } from '../pages/asking.tsx'
import { CorrectionPage } from '../pages/correction.tsx'
import { PublicationPage } from '../pages/publication.tsx'
import { paths } from '../paths.ts'
import { mayRunConsultations } from '../policy.ts'
import { findConsultation } from '../queries/find.ts'
import { listMissing } from '../queries/missing.ts'
import { findProposal, listDocuments } from '../queries/proposals.ts'

export function actRoutes(web: Web) {
  web.desk.get(paths.publication, mayRunConsultations, async (ctx) => {
    const { db, params, today } = ctx
    const consultation = await findConsultation(db, params.id)
    // What stands in the way is listed there, each thing with a link.
    if (consultation.publication || !(await isReady(ctx, consultation))) return seeOther(paths.record(params))
    return page('Publish this consultation', <PublicationPage consultation={consultation} today={today} params={params} />)
  })

  web.desk.post(paths.publication, mayRunConsultations, async (ctx) => {
    await publishConsultation(ctx, ctx.params.id)
    return seeOther(paths.record(ctx.params))
  })

  web.desk.get(paths.correction, mayRunConsultations, async ({ db, params }) => {
    const consultation = await findConsultation(db, params.id)
    const { feedbackHow } = await findProposal(db, consultation.id)
    const { summary, canChange, cannotChange, decides, otherWays } = consultation
    const form = filled<Record<string, string>>({ summary, canChange, cannotChange, decides, otherWays, feedbackHow })
    return page('Correct what it says', <CorrectionPage commissioner={params.commissioner} consultation={consultation} form={form} />, {
      width: 'reading',
    })
  })

  web.desk.post(paths.correction, mayRunConsultations, async (ctx) => {
    const consultation = await findConsultation(ctx.db, ctx.params.id)
    const form = read(correctionForm, ctx.body)
    if (!form.ok) {
      const html = <CorrectionPage commissioner={ctx.params.commissioner} consultation={consultation} form={form} />
      return invalid('Correct what it says', html, { width: 'reading' })
    }
    const { correction, ...words } = form.value
    await correctConsultation(ctx, consultation.id, { ...words, reason: correction })
    return seeOther(paths.record(ctx.params))
  })

  asking(web, paths.closure, async ({ consultation }) => ({
    title: `Close “${consultation.title}” early?`,
    says: (
      <p>
        Nobody will be able to answer any more, and it cannot be opened again. The answers you have stay. Whoever began to answer is told.
      </p>
    ),
    confirm: 'Close consultation',
    words: { name: 'reason', label: 'Why are you closing it early?', hint: 'Everyone will read this, with the date.' },
    read: (body) => read(closureForm, body),
    act: closeConsultation,
  }))

  asking(web, paths.extension, async ({ consultation }) => ({
    title: `Give people more time: “${consultation.title}”`,
    says: (
      <p>
        The last day to answer is <DateInLondon on={consultation.closesOn} />. The days of the decision, and of telling people what came of
        it, move by as many days. Whoever began to answer is told.
      </p>
    ),
    confirm: 'Give more time',
    words: { name: 'reason', label: 'Why are you giving more time?', hint: 'Everyone will read this, with both dates.' },
    date: { name: 'closesOn', label: 'The new last day to answer' },
    read: (body) => readExtension(body, consultation),
    act: extendConsultation,
  }))

  asking(web, paths.statement, async ({ consultation, ctx, params }) => {
    const { about } = params
    if (!isStatementSubject(about)) throw new NotFound(`statement ${about}`)
    const election = about === 'election' ? await isPreElection(ctx.db, ctx.today) : null
    const late = about === 'late-feedback'
    return {
      ...statements[about],
      says: election ? (
        <p>
          {election.name} lasts until the end of {<DateInLondon on={election.to} />}.
        </p>
      ) : (
        <></>
      ),
      ...(late && { date: { name: 'dueOn', label: 'The new day by which you will tell people' } }),
      read: (body) => readStatement(body, { needsDay: late, after: consultation.feedbackDueOn ?? consultation.closesOn }),
      act: (ctx, id, value) => statePublicly(ctx, id, { about, ...value }),
    }
  })

  asking(web, paths.withdrawal, async ({ consultation, ctx, params }) => {
    const document = (await listDocuments(ctx.db, consultation.id)).find(({ id, withdrawal }) => id === params.document && !withdrawal)
    if (!document) throw new NotFound(`document ${params.document}`)
    const withdraw = (ctx: Context, id: string, { reason }: { reason: string }) =>
      withdrawDocument(ctx, id, { documentId: document.id, reason })
    return consultation.publication === null
      ? {
          title: `Remove “${document.title}”?`,
          says: <p>Nobody has read it yet. Nothing of it is kept.</p>,
          confirm: 'Remove document',
          words: null,
          read: () => ({ ok: true, values: {}, errors: {}, value: { reason: '' } }),
          act: withdraw,
        }
      : {
          title: `Withdraw “${document.title}”?`,
          says: <p>People may have read it. Its title stays on the page, with your reason.</p>,
          confirm: 'Withdraw document',
          words: { name: 'reason', label: 'Why are you withdrawing it?', hint: 'Everyone will read this, with the date.' },
          read: (body) => read(withdrawalForm, body),
          act: withdraw,
        }
  })
}

async function isReady(ctx: Context, consultation: Consultation) {
  const { questions } = await findSurvey(ctx.db, consultation.surveyId)
  return questions.length > 0 && (!isFormal(consultation) || (await listMissing(ctx, consultation, questions)).length === 0)
}

const everyone = 'Everyone will read this, with the date.'
const statements: Readonly<
  Record<StatementSubject, { title: string; confirm: string; words: { name: string; label: string; hint: string } }>
> = {
  election: {
    title: 'Promote it before an election',
    confirm: 'Publish the reason',
    words: { name: 'words', label: 'Why can it not wait until after the election?', hint: everyone },
  },
  'late-feedback': {
    title: 'Say that you will tell people later',
    confirm: 'Publish the reason',
    words: { name: 'words', label: 'Why will it be later than you promised?', hint: everyone },
  },
  'feedback-given': {
    title: 'Say where people can read what came of it',
    confirm: 'Publish',
    words: { name: 'words', label: 'What you told people, where and when', hint: everyone },
  },
}

interface Step<Value> {
  title: string
  says: Html
  confirm: string
  words: Parameters<typeof AskingPage>[0]['words']
  date?: { name: string; label: string }
  read(body: Body): FormResult<Value>
  act(ctx: Context, id: string, value: Value): Promise<unknown>
}

/** A page that asks once, and the act that follows. */
function asking<P extends string, Value>(
  web: Web,
  path: Path<P>,
  find: (of: { consultation: Consultation; ctx: Context; params: Visit<P>['params'] }) => Promise<Step<Value>>,
) {
  const stepOf = async (ctx: As<Staff> & Visit<P>) => {
    const params = ctx.params as Visit<P>['params'] & { commissioner: string; id: string }
    const consultation = await findConsultation(ctx.db, params.id)
    const step = await find({ consultation, ctx, params })
    const { title, says, confirm, words, date } = step
    const draw = (form: Form<Record<string, string>>) => (
      <AskingPage
        heading={title}
        action={(path as unknown as (params: object) => string)(params)}
        confirm={confirm}
        cancel={paths.record(params)}
        form={form}
        words={words}
        {...(date && { date })}
      >
        {says}
      </AskingPage>
    )
    return { ...step, draw, params, consultation }
  }

  web.desk.get(path, mayRunConsultations, async (ctx) => {
    const step = await stepOf(ctx)
    return page(step.title, step.draw(blank))
  })

  web.desk.post(path, mayRunConsultations, async (ctx) => {
    const step = await stepOf(ctx)
    const form = step.read(ctx.body)
    if (!form.ok) return invalid(step.title, step.draw(form as Form<Record<string, string>>))
    await step.act(ctx, step.consultation.id, form.value)
    return seeOther(paths.record(step.params))
  })
}
