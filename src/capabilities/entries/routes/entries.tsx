import { findConsultation, findToAnswer } from '#capabilities/consultations'
import { contactFieldsOf, readContact } from '#capabilities/forms'
import { listOrganisations } from '#capabilities/organisations'
import { readAnswers } from '#capabilities/surveys'
import type { Context } from '#platform/context.ts'
import { NotFound } from '#platform/errors.ts'
import { type Body, blank, read } from '#platform/forms.ts'
import { isId } from '#platform/ids.ts'
import { mayLook } from '#platform/roles.ts'
import { dateParts } from '#platform/typed-dates.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { enterResponse } from '../actions/enter-response.ts'
import { takeOutEntry } from '../actions/take-out-entry.ts'
import { type Answerable, asEntered, lastDayOf, whenIsIt } from '../entry.ts'
import { hasTwoDays, readEntry, removalForm } from '../forms.ts'
import { EnterPage } from '../pages/enter.tsx'
import { HomePage } from '../pages/home.tsx'
import { ListPage } from '../pages/list.tsx'
import { RemovalPage } from '../pages/removal.tsx'
import { paths } from '../paths.ts'
import { mayEnter, mayRunTexts, mayTakeOut } from '../policy.ts'
import { consultationIdOf, listAnswerable } from '../queries/answerable.ts'
import { channelTotals, findEntry, listEntries } from '../queries/entries.ts'
import { isWay } from '../way.ts'

const most = 50

export function entryRoutes(web: Web) {
  web.desk.get(paths.home, mayLook, async ({ db, params, today, actor }) => {
    const all = await listAnswerable(db, today)
    const isLate = ({ closesOn, closedEarlyAt }: Answerable) => closedEarlyAt !== null || closesOn < today
    const shown = { open: all.filter((one) => !isLate(one)), late: all.filter(isLate) }
    return page('Enter answers', <HomePage commissioner={params.commissioner} {...shown} mayRunTexts={mayRunTexts(actor)} />)
  })

  web.desk.get(paths.list, mayLook, async (ctx) => {
    const { db, params, query, today, actor } = ctx
    const consultation = await findConsultation(db, params.id)
    const before = isId(query.before ?? '') ? query.before : undefined
    const found = await listEntries(db, consultation.surveyId, { before, limit: most + 1 })
    const entries = found.slice(0, most)
    const last = found.length > most ? entries.at(-1) : undefined
    const shown = {
      consultation,
      when: whenIsIt(consultation, today),
      lastDay: lastDayOf(consultation),
      entries,
      next: last ? `${paths.list(params)}?before=${last.id}` : null,
      totals: await channelTotals(db, consultation.surveyId),
      names: await ctx.slots.staffNames(ctx, [...new Set(entries.flatMap(({ enteredBy }) => enteredBy ?? []))]),
      mayEnter: mayEnter(actor),
      mayTakeOut: mayTakeOut(actor),
    }
    return page(`Enter answers: ${consultation.title}`, <ListPage commissioner={params.commissioner} {...shown} />, {
      back: { href: paths.home(params), text: 'Enter answers' },
    })
  })

  /** What is to be filled in, by the way it came; not found before it opens and after the last day to enter. */
  async function toEnter(ctx: Context, id: string, asked: string, versionId: string | null) {
    const way = asked.replace('-', ' ')
    const draft = await findConsultation(ctx.db, id)
    const when = whenIsIt(draft, ctx.today)
    if (!isWay(way) || when === 'too early' || when === 'too late') throw new NotFound('a way to enter')
    const { consultation, version } = await findToAnswer(ctx.db, draft.slug, versionId)
    return { consultation, version: asEntered(version), way, late: when === 'late', lastDay: lastDayOf(consultation) }
  }
  const extras = (params: { commissioner: string; id: string }) => ({ back: { href: paths.list(params) }, width: 'reading' as const })

  web.desk.get(paths.enter, mayEnter, async (ctx) => {
    const { params, query, today } = ctx
    const entering = await toEnter(ctx, params.id, query.way ?? '', null)
    // The day that nobody has to look up: of a letter that is when it came.
    const values: Body = entering.late ? {} : dateParts(hasTwoDays(entering.way) ? 'typed-received' : 'typed-said', today)
    const receipt = /^[A-Z0-9-]{4,40}$/.test(query.receipt ?? '') ? (query.receipt ?? null) : null
    const shown = { ...entering, form: { values, errors: {} }, receipt }
    return page(
      `Enter answers: ${entering.consultation.title}`,
      <EnterPage commissioner={params.commissioner} {...shown} />,
      extras(params),
    )
  })

  web.desk.post(paths.list, mayEnter, async (ctx) => {
    const { db, params, body, today } = ctx
    const asked = String(body['survey-version'] ?? '')
    const entering = await toEnter(ctx, params.id, String(body['typed-way'] ?? ''), isId(asked) ? asked : null)
    const { consultation, version, way, late, lastDay } = entering
    const { answers, ...questions } = readAnswers(version, body)
    const beside = readEntry(body, { way, opensOn: consultation.opensOn, lastDay, today, late })
    // Of a room nobody is known, and nobody there agreed to anything for the others.
    const { contact, errors } = way === 'event' ? readContact('anonymous', [], {}) : readContact(version.promise, consultation.places, body)
    const named = String(body['typed-organisation'] ?? '').trim()
    const organisation = named && way !== 'event' ? (await listOrganisations(db)).find((one) => isCalled(one, named)) : undefined
    const unknown = named &&
      way !== 'event' &&
      !organisation && {
        'typed-organisation': `We have no organisation “${named}” on our list. Check the spelling, or add it under Organisations`,
      }
    if (!questions.ok || !beside.ok || Object.keys(errors).length > 0 || unknown) {
      const typed = Object.fromEntries(
        Object.entries(body).filter(([name]) => name.startsWith('typed-') || contactFieldsOf(version.promise).includes(name)),
      )
      const form = { values: { ...questions.values, ...typed }, errors: { ...beside.errors, ...unknown, ...questions.errors, ...errors } }
      return invalid(
        `Enter answers: ${consultation.title}`,
        <EnterPage commissioner={params.commissioner} {...entering} form={form} receipt={null} />,
        extras(params),
      )
    }
    const { receipt } = await enterResponse(ctx, {
      consultation,
      version,
      way,
      answers,
      input: beside.value,
      organisationId: organisation?.id ?? null,
      contact,
    })
    return seeOther(`${paths.enter(params)}?${new URLSearchParams({ way: way.replace(' ', '-'), receipt })}`)
  })

  web.desk.get(paths.removal, mayTakeOut, async ({ db, params }) => {
    const entry = await findEntry(db, params.entry)
    const cancel = paths.list({ ...params, id: await consultationIdOf(db, entry.surveyId) })
    return page('Take an entry out', <RemovalPage commissioner={params.commissioner} entry={entry} form={blank} cancel={cancel} />, {
      back: { href: cancel },
      width: 'reading',
    })
  })

  web.desk.post(paths.removal, mayTakeOut, async (ctx) => {
    const { db, params } = ctx
    const entry = await findEntry(db, params.entry)
    const list = paths.list({ ...params, id: await consultationIdOf(db, entry.surveyId) })
    const form = read(removalForm, ctx.body)
    if (!form.ok)
      return invalid('Take an entry out', <RemovalPage commissioner={params.commissioner} entry={entry} form={form} cancel={list} />, {
        back: { href: list },
        width: 'reading',
      })
    await takeOutEntry(ctx, entry.id, form.value)
    return seeOther(list)
  })
}

const isCalled = ({ name, code }: { name: string; code: string | null }, wanted: string) =>
  name.toLowerCase() === wanted.toLowerCase() || code?.toLowerCase() === wanted.toLowerCase()
