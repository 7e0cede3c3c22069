import { findConsultation } from '#capabilities/consultations'
import { readContact } from '#capabilities/forms'
import { findReleasedSurvey, findSurveyVersion, type SurveyVersion } from '#capabilities/surveys'
import type { Context } from '#platform/context.ts'
import { staffId } from '#platform/context.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import type { Body } from '#platform/forms.ts'
import { dateParts } from '#platform/typed-dates.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { keyForm, settleForm } from '../actions/key-form.ts'
import { numberForm } from '../actions/print-forms.ts'
import { readBeside } from '../forms.ts'
import { KeyingPage } from '../pages/keying.tsx'
import { SettlementPage } from '../pages/settlement.tsx'
import { differencesBetween, readKeying } from '../paper-form.ts'
import { paths } from '../paths.ts'
import { mayKey, maySettle } from '../policy.ts'
import { findForm, findFormToKey } from '../queries/forms.ts'
import { countKeyedBy } from '../queries/keyings.ts'
import { shownSerial } from '../serial.ts'

export function keyingRoutes(web: Web) {
  web.desk.get(paths.keying, mayKey, async (ctx) => {
    const { params, query } = ctx
    const version = await versionToKey(ctx, params.id, query.serial)
    const values: Body = { serial: query.serial ?? '', ...dateParts('receivedOn', query.came ?? ctx.today) }
    return draw(ctx, params, version, { values, errors: {} }, query.said)
  })

  web.desk.post(paths.keying, mayKey, async (ctx) => {
    const { body, db, params } = ctx
    const consultation = await findConsultation(db, params.id)
    const beside = readBeside(body)
    const form = beside.value ? await findFormToKey(db, consultation.id, beside.value.serial) : null
    const version = form ? await findSurveyVersion(db, form.versionId) : await versionToKey(ctx, params.id, undefined)
    const unknown = beside.value && !form ? { serial: 'We have no form of this number for this consultation' } : {}
    const read = readKeying(version, body)
    const contact = readContact(version.promise, consultation.places, body)
    const errors = { ...beside.errors, ...unknown, ...read.errors, ...contact.errors }
    if (!form || !beside.value || Object.keys(errors).length > 0) return draw(ctx, params, version, { values: body, errors })

    const outcome = await refusalAsMistake(() => keyForm(ctx, { consultation, version, form }, body, beside.value!.receivedOn))
    if (typeof outcome !== 'string') return draw(ctx, params, version, { values: body, errors: { serial: outcome.message } })
    const next = new URLSearchParams({ came: beside.value.receivedOn, said: `${form.serial} ${outcome}` })
    return seeOther(`${paths.keying(params)}?${next}`)
  })

  // Whoever asks for a number goes on with it.
  web.desk.post(paths.list, mayKey, async (ctx) => {
    const version = await versionToKey(ctx, ctx.params.id, undefined)
    const serial = await numberForm(ctx, ctx.params.id, version.id)
    return draw(ctx, ctx.params, version, { values: { ...ctx.body, serial: shownSerial(serial) }, errors: {} }, `${serial} numbered`)
  })

  web.desk.get(paths.settlement, maySettle, async (ctx) => {
    const { about, differences } = await toSettle(ctx, ctx.params)
    const shown = { ...about, differences, form: { values: about.form.keyings[0]!.typed, errors: {} } }
    return page('Settle a form', <SettlementPage here={ctx.params} {...shown} />, {
      back: { href: paths.form(ctx.params) },
      scripts: ['keying'],
    })
  })

  web.desk.post(paths.settlement, maySettle, async (ctx) => {
    const { about, differences } = await toSettle(ctx, ctx.params)
    const errors = {
      ...readKeying(about.version, ctx.body).errors,
      ...readContact(about.version.promise, about.consultation.places, ctx.body).errors,
    }
    if (Object.keys(errors).length > 0) {
      const shown = { ...about, differences, form: { values: ctx.body, errors } }
      return invalid('Settle a form', <SettlementPage here={ctx.params} {...shown} />, { scripts: ['keying'] })
    }
    await settleForm(ctx, about, ctx.body)
    return seeOther(paths.list(ctx.params))
  })
}

interface Typing {
  values: Body
  errors: Readonly<Record<string, string | undefined>>
}

async function draw(ctx: Context, here: { commissioner: string; id: string }, version: SurveyVersion, form: Typing, said?: string) {
  const consultation = await findConsultation(ctx.db, here.id)
  const today = await countKeyedBy(ctx.db, here.id, staffId(ctx.actor), ctx.today)
  const banner = said && outcomeWords(said)
  const extras = { back: { href: paths.list(here), text: 'Paper forms' }, scripts: ['keying'], ...(banner && { banner }) }
  const html = <KeyingPage here={here} consultation={consultation} version={version} form={form} today={today} />
  return Object.keys(form.errors).length > 0 ? invalid('Type a form', html, extras) : page('Type a form', html, extras)
}

const outcomes: Readonly<Record<string, string>> = {
  'keyed once': 'is saved. Somebody else types it again.',
  agreed: 'is done: both typings agree.',
  'to settle': 'is saved. The two typings differ, so it waits to be settled.',
  numbered: 'is a new number. Write it at the top of the paper.',
}

function outcomeWords(said: string) {
  const [serial = '', ...outcome] = said.split(' ')
  const words = outcomes[outcome.join(' ')]
  return words && /^[0-9A-Z]{7}$/.test(serial) ? `Form ${shownSerial(serial)} ${words}` : undefined
}

/** A rule that speaks of this form stands beside its number, with everything that was typed. */
async function refusalAsMistake<T>(work: () => Promise<T>): Promise<T | Refused> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
}

/** The version a form was printed from, or the one that people answer now. */
async function versionToKey(ctx: Context, consultationId: string, serial: string | undefined): Promise<SurveyVersion> {
  const consultation = await findConsultation(ctx.db, consultationId)
  const form = serial ? await findFormToKey(ctx.db, consultation.id, serial) : null
  const version = form ? await findSurveyVersion(ctx.db, form.versionId) : await findReleasedSurvey(ctx.db, consultation.surveyId)
  if (!version) throw new NotFound('There are no questions yet')
  return version
}

async function toSettle(ctx: Context, params: { id: string; serial: string }) {
  const form = await findForm(ctx.db, params.id, params.serial)
  const [first, second] = form.keyings
  if (form.settlement || !first || !second) throw new NotFound('There is nothing to settle')
  const version = await findSurveyVersion(ctx.db, form.versionId)
  const consultation = await findConsultation(ctx.db, params.id)
  return { about: { form, version, consultation }, differences: differencesBetween(version, first.typed, second.typed) }
}
