import { type Consultation, findPublishedConsultation, findToAnswer, isOpen } from '#capabilities/consultations'
import { listConsents } from '#capabilities/people'
import type { Context } from '#platform/context.ts'
import { file, page, type Reply, seeOther, type Web } from '#platform/web.tsx'
import { takeAnswersBack } from '../actions/take-back.ts'
import { ReceiptPage } from '../pages/receipt.tsx'
import { TakenBackPage } from '../pages/taken-back.tsx'
import { TooLatePage } from '../pages/too-late.tsx'
import { WithdrawalPage } from '../pages/withdrawal.tsx'
import { paths } from '../paths.ts'
import { type Answered, findAnswered, versionIn } from '../queries.ts'
import { receiptCopy } from '../receipt-copy.ts'
import { names, sheetOf } from '../sheet.ts'
import { isOnePage } from '../step.ts'
import { fits, givenOf, toldOf, typedOf } from '../told.ts'
import { drawSheet } from './draw-sheet.tsx'

interface Params {
  commissioner: string
  slug: string
  code: string
}

export function receiptRoutes(web: Web) {
  web.open.get(paths.receipt, async ({ db, params, today }) => {
    const { consultation, answered } = await find(db, params)
    if (!answered) return takenBack(params, consultation)
    const shown = { ...params, code: params.code.toUpperCase(), consultation, today, ...toldIn(answered) }
    return page('We have your answers', <ReceiptPage {...shown} />)
  })

  web.open.get(paths.copy, async ({ db, params, now, commissioner }) => {
    const { consultation, answered } = await find(db, params)
    if (!answered) return takenBack(params, consultation)
    const code = params.code.toUpperCase()
    return file(`receipt-${code}.pdf`, 'application/pdf', async function* () {
      yield await receiptCopy({ commissioner, consultation, code, madeAt: now, ...toldIn(answered) })
    })
  })

  web.open.get(paths.change, async (ctx) => {
    const { db, params, today } = ctx
    const { consultation, answered } = await find(db, params)
    if (!answered) return takenBack(params, consultation)
    if (!isOpen(consultation, today)) return tooLate(params, consultation)
    const { version: newest } = await findToAnswer(db, params.slug)
    const { before, place, responseId, variant } = answered
    const version = newest.promise === answered.version.promise && fits(newest, before) ? newest : answered.version
    const mayBeQuoted = (await listConsents(db, { responseId })).some(({ purpose, withdrawnAt }) => purpose === 'be quoted' && !withdrawnAt)
    const body = {
      ...typedOf(givenOf(version, before)),
      ...(place && { 'your-place': place }),
      ...(mayBeQuoted && { 'quote-me': 'yes' }),
      [names.replaces]: params.code,
      ...(variant && { [names.variant]: variant }),
      ...(!isOnePage(version) && { [names.step]: 'check' }),
    }
    const shown = await versionIn(db, version, variant ?? '')
    return drawSheet(ctx, { commissioner: params.commissioner, consultation, ...shown, sheet: sheetOf(version, body) })
  })

  web.open.get(paths.withdrawal, async ({ db, params, today }) => {
    const { consultation, answered } = await find(db, params)
    if (!answered) return takenBack(params, consultation)
    if (!isOpen(consultation, today)) return tooLate(params, consultation)
    return page('Take your answers back?', <WithdrawalPage {...params} consultation={consultation} />)
  })

  web.open.post(paths.withdrawal, async (ctx) => {
    const { consultation, answered } = await find(ctx.db, ctx.params)
    if (answered && !isOpen(consultation, ctx.today)) return tooLate(ctx.params, consultation)
    if (answered) await takeAnswersBack(ctx, consultation, answered.responseId)
    return seeOther(paths.receipt(ctx.params))
  })
}

async function find(db: Context['db'], { slug, code }: Params) {
  const consultation = await findPublishedConsultation(db, slug)
  return { consultation, answered: await findAnswered(db, consultation, code) }
}

const toldIn = ({ version, before, saidOn }: Answered) => ({
  saidOn,
  promise: version.promise,
  told: toldOf(version, givenOf(version, before))
    .flatMap((part) => part.told)
    .filter(({ said }) => said !== ''),
})

const takenBack = ({ commissioner }: Params, consultation: Consultation): Reply =>
  page('These answers do not count any more', <TakenBackPage commissioner={commissioner} consultation={consultation} />)

const tooLate = (params: Params, consultation: Consultation): Reply => ({
  kind: 'page',
  status: 409,
  title: 'You can no longer change your answers',
  html: <TooLatePage {...params} consultation={consultation} />,
})
