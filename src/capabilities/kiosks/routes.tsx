import { randomUUID } from 'node:crypto'
import { type Consultation, findToAnswer, isClosed, isOpen, listCurrent } from '#capabilities/consultations'
import { readAnswers, strangers } from '#capabilities/surveys'
import { NotFound, Refused } from '#platform/errors.ts'
import { historyOf } from '#platform/events.ts'
import { type Body, blank, read } from '#platform/forms.ts'
import { isId } from '#platform/ids.ts'
import { mayLook } from '#platform/roles.ts'
import { addDays } from '#platform/time.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { addKiosk, receiveFromKiosk, retireKiosk } from './actions.ts'
import { kioskForm, retirementForm, sendingForm, stateForm } from './forms.ts'
import { givenOn, onKiosk } from './kiosk.ts'
import { AddPage } from './pages/add.tsx'
import { AddedPage } from './pages/added.tsx'
import { KioskPage } from './pages/kiosk.tsx'
import { ListPage } from './pages/list.tsx'
import { RestingPage } from './pages/resting.tsx'
import { RetirementPage } from './pages/retirement.tsx'
import { ShowPage } from './pages/show.tsx'
import { ThanksPage } from './pages/thanks.tsx'
import { paths } from './paths.ts'
import { mayRunKiosks } from './policy.ts'
import { findByToken, findKiosk, listKiosks, upsertState } from './queries.ts'

export function routes(web: Web) {
  kioskRoutes(web)
  deskRoutes(web)
}

const bare = { bare: true, width: 'full' } as const

function kioskRoutes(web: Web) {
  web.open.get(paths.kiosk, async (ctx) => {
    const kiosk = await findByToken(ctx.db, ctx.params.token)
    const { consultation, version: whole } = await findToAnswer(ctx.db, kiosk.consultationSlug)
    const version = onKiosk(whole)
    const { title } = consultation
    if (!isOpen(consultation, ctx.today)) return page(title, <RestingPage title={title} isOver={isClosed(consultation, ctx.today)} />, bare)
    const shown = { consultation, version, sendingKey: randomUUID(), form: { values: {}, errors: {} } }
    return page(title, <KioskPage here={ctx.params} {...shown} />, { ...bare, scripts: ['kiosk'] })
  })

  web.open.post(paths.kiosk, async (ctx) => {
    const { body, db, params, today } = ctx
    const kiosk = await findByToken(db, params.token)
    const asked = one(body, 'survey-version')
    const { consultation, version: whole } = await findToAnswer(db, kiosk.consultationSlug, isId(asked) ? asked : null)
    const version = onKiosk(whole)
    const sending = read(sendingForm, { 'given-on': null as never, ...body })
    if (!sending.ok || strangers(version, body).length > 0)
      throw new Refused('These answers belong to another page. Start again on this kiosk.')
    const saidOn = saidInTime(consultation, sending.value['given-on'], today)
    if (saidOn === null) throw new Refused('The consultation is closed, and the time to send answers given before that has passed.')

    const { answers, ...form } = readAnswers(version, body)
    const sendingKey = sending.value['sending-key']
    if (!form.ok) {
      const again = { values: { ...form.values, 'quote-me': body['quote-me'] ?? '' }, errors: form.errors }
      return invalid(
        consultation.title,
        <KioskPage here={params} consultation={consultation} version={version} sendingKey={sendingKey} form={again} />,
        {
          ...bare,
          scripts: ['kiosk'],
        },
      )
    }
    await receiveFromKiosk(ctx, { kiosk, version, answers, sendingKey, saidOn, mayBeQuoted: one(body, 'quote-me') !== '' })
    return seeOther(paths.thanks(params))
  })

  web.open.get(paths.thanks, async ({ db, params }) => {
    await findByToken(db, params.token)
    return page('Thank you', <ThanksPage here={params} />, bare)
  })

  web.open.post(paths.state, async (ctx) => {
    const kiosk = await findByToken(ctx.db, ctx.params.token)
    const form = read(stateForm, ctx.body)
    if (!form.ok) throw new NotFound('state')
    await upsertState(ctx.db, ctx.commissioner.id, kiosk.id, { ...form.value, heardAt: ctx.now })
    return seeOther(paths.thanks(ctx.params))
  })
}

/** While it is open, today; afterwards only what the kiosk says was given in time. */
const saidInTime = (consultation: Consultation, said: string | null, today: string) => {
  if (isOpen(consultation, today)) return said !== null && said >= consultation.opensOn && said < today ? said : today
  if (consultation.closure || today < consultation.opensOn || said === null || said < consultation.opensOn) return null
  return givenOn(said, { today, closesOn: consultation.closesOn, addDays })
}

const one = (body: Body, name: string) => [body[name] ?? ''].flat().at(-1) ?? ''

function deskRoutes(web: Web) {
  web.desk.get(paths.list, mayLook, async ({ db, params, now, actor }) =>
    page('Kiosks', <ListPage commissioner={params.commissioner} kiosks={await listKiosks(db)} now={now} mayRun={mayRunKiosks(actor)} />),
  )

  web.desk.get(paths.add, mayRunKiosks, async ({ db, params, today }) =>
    page('Put up a kiosk', <AddPage commissioner={params.commissioner} consultations={await listCurrent(db, today)} form={blank} />, {
      back: { href: paths.list(params), text: 'Kiosks' },
    }),
  )

  web.desk.post(paths.list, mayRunKiosks, async (ctx) => {
    const { db, params, today } = ctx
    const form = read(kioskForm, ctx.body)
    if (!form.ok)
      return invalid(
        'Put up a kiosk',
        <AddPage commissioner={params.commissioner} consultations={await listCurrent(db, today)} form={form} />,
      )
    const { id, token } = await addKiosk(ctx, form.value)
    const address = paths.kiosk({ commissioner: params.commissioner, token })
    return page('The kiosk is ready', <AddedPage commissioner={params.commissioner} id={id} address={address} />)
  })

  web.desk.get(paths.show, mayLook, async (ctx) => {
    const kiosk = await findKiosk(ctx.db, ctx.params.id)
    const shown = { kiosk, now: ctx.now, mayRun: mayRunKiosks(ctx.actor), happenings: await historyOf(ctx, [kiosk.id]) }
    return page(kiosk.name, <ShowPage commissioner={ctx.params.commissioner} {...shown} />, {
      back: { href: paths.list(ctx.params), text: 'Kiosks' },
    })
  })

  web.desk.get(paths.retirement, mayRunKiosks, async ({ db, params }) => {
    const kiosk = await findKiosk(db, params.id)
    return page('Take it down', <RetirementPage commissioner={params.commissioner} kiosk={kiosk} form={blank} />, {
      back: { href: paths.show(params), text: kiosk.name },
    })
  })

  web.desk.post(paths.retirement, mayRunKiosks, async (ctx) => {
    const kiosk = await findKiosk(ctx.db, ctx.params.id)
    const form = read(retirementForm, ctx.body)
    if (!form.ok) return invalid('Take it down', <RetirementPage commissioner={ctx.params.commissioner} kiosk={kiosk} form={form} />)
    await retireKiosk(ctx, kiosk.id, form.value.reason)
    return seeOther(paths.show(ctx.params))
  })
}
