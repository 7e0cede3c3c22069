import { findConsultation } from '#capabilities/consultations'
import { formatDate } from '#design'
import { blank, type Form, filled, read } from '#platform/forms.ts'
import { file, invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { findOpenBatch, invite, refuseUnlessInvited } from '../actions/invite.ts'
import { makeCodes } from '../actions/make-codes.ts'
import { withdrawBatch } from '../actions/withdraw-batch.ts'
import { mostCodes } from '../batch.ts'
import { codesForm, invitedForm, moreForm, withdrawalForm } from '../forms.ts'
import { CodesMadePage, CodesPage } from '../pages/codes.tsx'
import { MessagesPage } from '../pages/messages.tsx'
import { WithdrawalPage } from '../pages/withdrawal.tsx'
import { paths } from '../paths.ts'
import { mayInvite } from '../policy.ts'
import { codesIn, findBatch, isNameTaken } from '../queries/batches.ts'
import { countNewsReaders } from '../queries/letters.ts'

const nameTaken = 'There is a group of this name already. Choose another'
const allInvited = 'Everyone on this list was invited before'

export function makingRoutes(web: Web) {
  const toList = (here: { commissioner: string; id: string }) => ({ back: { href: paths.list(here), text: 'Invitations' } })

  web.desk.get(paths.codes, mayInvite, async (ctx) => {
    const consultation = await findConsultation(ctx.db, ctx.params.id)
    refuseUnlessInvited(ctx, consultation)
    const instruction = `Go to our website, open “Have your say”, choose “${consultation.title}” and type this code:`
    return page('Make codes for letters', <CodesPage here={ctx.params} form={filled({ instruction })} />, toList(ctx.params))
  })

  // The codes are the answer to the post itself: no address could show them again.
  web.desk.post(paths.codes, mayInvite, async (ctx) => {
    const { db, params, commissioner } = ctx
    const consultation = await findConsultation(db, params.id)
    const form = read(codesForm, ctx.body)
    if (!form.ok) return invalid('Make codes for letters', <CodesPage here={params} form={form} />)
    if (await isNameTaken(db, consultation.surveyId, form.value.name))
      return invalid('Make codes for letters', <CodesPage here={params} form={mistaken(form, { name: nameTaken })} />)
    const { id, codes } = await makeCodes(ctx, consultation, form.value)
    const { title, closesOn } = consultation
    const shown = { organisation: commissioner.name, title, lastDay: formatDate(closesOn), instruction: form.value.instruction, codes }
    return page('Your codes are ready', <CodesMadePage here={{ ...params, batch: id }} {...shown} />)
  })

  web.desk.post(paths.codesFile, mayInvite, async ({ db, params, body }) => {
    const { surveyId } = await findConsultation(db, params.id)
    const batch = await findBatch(db, surveyId, params.batch)
    const posted = [body.codes ?? ''].flat().join(' ').split(' ')
    const codes = await codesIn(db, batch.id, posted.slice(0, mostCodes))
    return file(`codes-${batch.id}.csv`, 'text/csv; charset=utf-8', async function* () {
      yield ['Code', ...codes, ''].join('\r\n')
    })
  })

  web.desk.get(paths.messages, mayInvite, async (ctx) => {
    refuseUnlessInvited(ctx, await findConsultation(ctx.db, ctx.params.id))
    const shown = { action: paths.messages(ctx.params), group: null, newsReaders: await countNewsReaders(ctx.db), form: blank }
    return page('Email links', <MessagesPage {...shown} />, toList(ctx.params))
  })

  web.desk.post(paths.messages, mayInvite, async (ctx) => {
    const { db, params } = ctx
    const consultation = await findConsultation(db, params.id)
    const form = read(invitedForm, ctx.body)
    const shown = { action: paths.messages(params), group: null, newsReaders: await countNewsReaders(db) }
    if (!form.ok) return invalid('Email links', <MessagesPage {...shown} form={form} />)
    if (await isNameTaken(db, consultation.surveyId, form.value.name))
      return invalid('Email links', <MessagesPage {...shown} form={mistaken(form, { name: nameTaken })} />)
    const done = await invite(ctx, consultation, form.value)
    if (!done) return invalid('Email links', <MessagesPage {...shown} form={mistaken(form, { addresses: allInvited })} />)
    return seeOther(`${paths.batch({ ...params, batch: done.batchId })}?${outcome(done)}`)
  })

  web.desk.get(paths.more, mayInvite, async (ctx) => {
    const { params, db } = ctx
    const consultation = await findConsultation(db, params.id)
    refuseUnlessInvited(ctx, consultation)
    const batch = await findOpenBatch(ctx, consultation.surveyId, params.batch)
    const shown = { action: paths.more(params), group: batch.name, newsReaders: await countNewsReaders(db), form: blank }
    return page('Add people', <MessagesPage {...shown} />, { back: { href: paths.batch(params), text: batch.name } })
  })

  web.desk.post(paths.more, mayInvite, async (ctx) => {
    const { params, db } = ctx
    const consultation = await findConsultation(db, params.id)
    const batch = await findBatch(db, consultation.surveyId, params.batch)
    const form = read(moreForm, ctx.body)
    const shown = { action: paths.more(params), group: batch.name, newsReaders: await countNewsReaders(db) }
    if (!form.ok) return invalid('Add people', <MessagesPage {...shown} form={form} />)
    const done = await invite(ctx, consultation, { ...form.value, batch })
    if (!done) return invalid('Add people', <MessagesPage {...shown} form={mistaken(form, { addresses: allInvited })} />)
    return seeOther(`${paths.batch(params)}?${outcome(done)}`)
  })

  web.desk.get(paths.withdrawal, mayInvite, async (ctx) => {
    const { surveyId } = await findConsultation(ctx.db, ctx.params.id)
    const batch = await findOpenBatch(ctx, surveyId, ctx.params.batch)
    return page('Take it back', <WithdrawalPage action={paths.withdrawal(ctx.params)} batch={batch} form={blank} />, {
      back: { href: paths.batch(ctx.params), text: batch.name },
    })
  })

  web.desk.post(paths.withdrawal, mayInvite, async (ctx) => {
    const consultation = await findConsultation(ctx.db, ctx.params.id)
    const form = read(withdrawalForm, ctx.body)
    if (!form.ok) {
      const batch = await findBatch(ctx.db, consultation.surveyId, ctx.params.batch)
      return invalid('Take it back', <WithdrawalPage action={paths.withdrawal(ctx.params)} batch={batch} form={form} />)
    }
    await withdrawBatch(ctx, consultation, ctx.params.batch, form.value.reason)
    return seeOther(paths.batch(ctx.params))
  })
}

/** A form that is right in itself, and wrong for what is there already. */
const mistaken = <T,>({ values }: Form<T>, errors: Form<T>['errors']): Form<T> => ({ ok: false, values, errors })

const outcome = ({ invited, hadOne, left }: { invited: number; hadOne: number; left: number }) =>
  new URLSearchParams({ invited: String(invited), had: String(hadOne), left: String(left) })
