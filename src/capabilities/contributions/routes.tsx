import { findSurvey } from '#capabilities/surveys'
import { historyOf, record } from '#platform/events.ts'
import { findFile } from '#platform/files.ts'
import { blank, read } from '#platform/forms.ts'
import { file, fileReply, invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { criteriaOf, recordExport } from './actions/export-contributions.ts'
import { liftRedaction, redactWords } from './actions/redact.ts'
import { liftWithholding, withhold } from './actions/withhold.ts'
import { exportedLines } from './exported-row.ts'
import { liftForm, lookingForm, redactionForm, withholdingForm } from './forms.ts'
import { FilesPage } from './pages/files.tsx'
import { LiftPage } from './pages/lift.tsx'
import { ListPage } from './pages/list.tsx'
import { RedactionPage } from './pages/redaction.tsx'
import { ShowPage } from './pages/show.tsx'
import { WithholdingPage } from './pages/withholding.tsx'
import { paths } from './paths.ts'
import { mayExport, mayRead, mayReadWithheld, mayWithhold } from './policy.ts'
import { exportRows } from './queries/export.ts'
import { findAnswerFile, listFiles } from './queries/files.ts'
import { isHeld } from './queries/held.ts'
import { findListed, listOrigins, listReadable, listWithheldFromEveryone } from './queries/list.ts'
import { findRedactionOf, findWithholdingOf, findWords, listRedactions, listWithholdings } from './queries/withhold.ts'
import { placesOf } from './redaction.ts'

const pageSize = 50
const notThere = 'Those words are not in it. Enter them exactly as they stand, with their capitals.'

export function routes(web: Web) {
  fileRoutes(web)
  web.desk.get(paths.list, mayRead, async (ctx) => {
    const { db, commissioner, actor, query } = ctx
    const looking = lookingForm.parse(query)
    const rows = await listReadable(db, looking, pageSize + 1)
    const contributions = rows.slice(0, pageSize)
    const { after: _, ...criteria } = looking
    const given = Object.entries(criteria).filter((entry): entry is [string, string] => entry[1] !== undefined)
    const next =
      rows.length > pageSize
        ? `${paths.list({ commissioner: commissioner.slug })}?${new URLSearchParams([...given, ['after', contributions.at(-1)?.id ?? '']])}`
        : null
    const props = {
      commissioner: commissioner.slug,
      contributions,
      withheld: looking.hidden === 'withheld' && !looking.after ? await listWithheldFromEveryone(db) : [],
      origins: await listOrigins(db),
      looking,
      next,
      mayExport: mayExport(actor),
      links: looking.source ? await ctx.slots.neighboursOf(ctx, 'source', 'desk', looking.source) : [],
    }
    if (contributions.length > 0)
      await record(
        ctx,
        'contributions.read',
        commissioner.id,
        { ...criteriaOf(looking), count: contributions.length },
        { publicPagesStay: true },
      )
    return page('What people said', <ListPage {...props} />, { width: 'reading' })
  })

  web.desk.post(paths.download, mayExport, async (ctx) => {
    const looking = lookingForm.parse(ctx.body)
    await recordExport(ctx, looking)
    // The mark at its start tells a spreadsheet that the file is UTF-8.
    return file(`what-people-said-${ctx.today}.csv`, 'text/csv; charset=utf-8', async function* ({ db }) {
      yield '\uFEFF'
      yield* exportedLines(exportRows(db, looking))
    })
  })

  web.desk.get(paths.show, mayRead, async (ctx) => {
    const { db, actor, params } = ctx
    const commissioner = ctx.commissioner.slug
    const contribution = await findListed(db, params.id)
    const words = mayReadWithheld(actor) ? ((await findWords(db, params.id))?.words ?? null) : contribution.words
    const props = {
      commissioner,
      contribution,
      words,
      isHeld: words === null && (await isHeld(db, params.id)),
      withholdings: await listWithholdings(db, params.id),
      redactions: await listRedactions(db, params.id),
      mayWithhold: mayWithhold(actor),
      links: await ctx.slots.neighboursOf(ctx, 'contribution', 'desk', params.id),
      happenings: await historyOf(ctx, [params.id]),
    }
    await record(ctx, 'contributions.read', ctx.commissioner.id, { contribution: params.id, count: 1 }, { publicPagesStay: true })
    return page('What someone said', <ShowPage {...props} />, {
      back: { href: paths.list({ commissioner }), text: 'What people said' },
      width: 'reading',
    })
  })

  web.desk.get(paths.withholding, mayWithhold, async ({ db, commissioner, params: { id } }) => {
    const { words } = await findWords(db, id)
    return page('Withhold what someone said', <WithholdingPage commissioner={commissioner.slug} id={id} words={words} form={blank} />)
  })

  web.desk.post(paths.withholding, mayWithhold, async (ctx) => {
    const { db, commissioner, params, body } = ctx
    const { words } = await findWords(db, params.id)
    const form = read(withholdingForm, body)
    if (!form.ok)
      return invalid(
        'Withhold what someone said',
        <WithholdingPage commissioner={commissioner.slug} id={params.id} words={words} form={form} />,
      )
    await withhold(ctx, params.id, form.value)
    return seeOther(paths.show({ commissioner: commissioner.slug, id: params.id }))
  })

  web.desk.get(paths.redaction, mayWithhold, async ({ db, commissioner, params: { id }, query }) => {
    const { words } = await findWords(db, id)
    const shown = { commissioner: commissioner.slug, id, words: words ?? '', back: backWithin(commissioner.slug, query.back) }
    return page('Remove words', <RedactionPage {...shown} form={blank} />, shown.back ? { back: { href: shown.back } } : {})
  })

  web.desk.post(paths.redaction, mayWithhold, async (ctx) => {
    const { db, commissioner, params, body } = ctx
    const { words } = await findWords(db, params.id)
    const form = read(redactionForm, body)
    const typed = form.values.words?.trim() ?? ''
    if (!form.ok || placesOf(words ?? '', typed).length === 0) {
      const absent = typed !== '' && placesOf(words ?? '', typed).length === 0 && { words: notThere }
      const shown = {
        commissioner: commissioner.slug,
        id: params.id,
        words: words ?? '',
        back: backWithin(commissioner.slug, body.back),
        form: { ...form, errors: { ...absent, ...form.errors } },
      }
      return invalid('Remove words', <RedactionPage {...shown} />)
    }
    await redactWords(ctx, params.id, form.value)
    return seeOther(backWithin(commissioner.slug, body.back) ?? paths.show({ commissioner: commissioner.slug, id: params.id }))
  })

  const toLiftWithholding = { title: 'Let it be read again', says: 'Those who could read it before can read it again.' }
  web.desk.get(paths.withholdingLift, mayWithhold, async ({ db, commissioner, params }) => {
    await findWithholdingOf(db, params)
    return page(
      toLiftWithholding.title,
      <LiftPage {...toLiftWithholding} action={paths.withholdingLift({ ...params, commissioner: commissioner.slug })} form={blank} />,
    )
  })
  web.desk.post(paths.withholdingLift, mayWithhold, async (ctx) => {
    const { params, commissioner } = ctx
    await findWithholdingOf(ctx.db, params)
    const form = read(liftForm, ctx.body)
    const action = paths.withholdingLift({ ...params, commissioner: commissioner.slug })
    if (!form.ok) return invalid(toLiftWithholding.title, <LiftPage {...toLiftWithholding} action={action} form={form} />)
    await liftWithholding(ctx, params.withholding, form.value)
    return seeOther(paths.show({ commissioner: commissioner.slug, id: params.id }))
  })

  const toLiftRedaction = { title: 'Put the words back', says: 'Everyone who may read it will read these words again.' }
  web.desk.get(paths.redactionLift, mayWithhold, async ({ db, commissioner, params }) => {
    await findRedactionOf(db, params)
    return page(
      toLiftRedaction.title,
      <LiftPage {...toLiftRedaction} action={paths.redactionLift({ ...params, commissioner: commissioner.slug })} form={blank} />,
    )
  })
  web.desk.post(paths.redactionLift, mayWithhold, async (ctx) => {
    const { params, commissioner } = ctx
    await findRedactionOf(ctx.db, params)
    const form = read(liftForm, ctx.body)
    const action = paths.redactionLift({ ...params, commissioner: commissioner.slug })
    if (!form.ok) return invalid(toLiftRedaction.title, <LiftPage {...toLiftRedaction} action={action} form={form} />)
    await liftRedaction(ctx, params.redaction, form.value)
    return seeOther(paths.show({ commissioner: commissioner.slug, id: params.id }))
  })
}

/** A page of this desk to come back to; null for anything else that an address may hold. */
const backWithin = (commissioner: string, back: string | string[] | undefined) =>
  typeof back === 'string' && back.startsWith(`/${commissioner}/desk/`) && /^[\w/?=&.%-]+$/.test(back) && !back.includes('..') ? back : null

function fileRoutes(web: Web) {
  web.desk.get(paths.files, mayRead, async (ctx) => {
    const { survey, commissioner } = ctx.params
    const { title, questions } = await findSurvey(ctx.db, survey)
    const found = await listFiles(ctx.db, survey, { after: ctx.query.after, limit: pageSize + 1 })
    const files = found.slice(0, pageSize)
    const next = found.length > pageSize ? `${paths.files(ctx.params)}?after=${files.at(-1)?.id}` : null
    if (files.length > 0) await record(ctx, 'answer-files.listed', survey, { count: files.length }, { publicPagesStay: true })
    const shown = { survey, title, files, next, questions: new Map(questions.map(({ key, text }) => [key, text])) }
    return page('Files people sent', <FilesPage commissioner={commissioner} {...shown} />)
  })

  web.desk.get(paths.file, mayExport, async (ctx) => {
    const found = await findAnswerFile(ctx.db, ctx.params.survey, ctx.params.file)
    await record(ctx, 'answer-file.read', found.id, { survey: ctx.params.survey, response: found.responseId }, { publicPagesStay: true })
    return fileReply(await findFile(ctx.db, found.id))
  })
}
