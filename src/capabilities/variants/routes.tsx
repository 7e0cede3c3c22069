import { findSurvey, type SurveyVersion } from '#capabilities/surveys'
import { ConfirmForm } from '#design'
import { NotFound } from '#platform/errors.ts'
import { historyOf } from '#platform/events.ts'
import { checkFile, findFile, megabyte } from '#platform/files.ts'
import { blank, read } from '#platform/forms.ts'
import { mayLook } from '#platform/roles.ts'
import { fileReply, invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { addRecording, addVariant, offerVariant, withdrawVariant, writeTexts } from './actions.ts'
import { readTexts, variantForm, withdrawalForm } from './forms.ts'
import { AddPage } from './pages/add.tsx'
import { ListPage } from './pages/list.tsx'
import { RecordingsPage } from './pages/recordings.tsx'
import { ShowPage } from './pages/show.tsx'
import { TextsPage } from './pages/texts.tsx'
import { WithdrawalPage } from './pages/withdrawal.tsx'
import { paths } from './paths.ts'
import { mayMakeVariants } from './policy.ts'
import { countByVariant, findVariant, isOffered, listVariants } from './queries.ts'
import { missingFrom, textPlaces } from './text-place.ts'
import { hasWords } from './variant.ts'

export function routes(web: Web) {
  lookingRoutes(web)
  makingRoutes(web)
}

function lookingRoutes(web: Web) {
  web.desk.get(paths.list, mayLook, async ({ db, params, actor }) => {
    const survey = await findSurvey(db, params.id)
    const variants = await listVariants(db, params.id)
    const missing = new Map(
      variants.map((variant) => [variant.code, hasWords(variant.kind) ? missingFrom(survey, variant.texts).length : 0]),
    )
    const shown = { title: survey.title, variants, missing, reach: await countByVariant(db, params.id), mayMake: mayMakeVariants(actor) }
    return page('Languages and formats', <ListPage here={params} {...shown} />, {
      back: { href: `/${params.commissioner}/desk/surveys/${params.id}`, text: 'Back to the questions' },
    })
  })

  web.desk.get(paths.show, mayLook, async (ctx) => {
    const { db, params } = ctx
    const variant = await findVariant(db, params.id, params.code)
    const missing = hasWords(variant.kind) ? missingFrom(await findSurvey(db, params.id), variant.texts) : []
    const responses = (await countByVariant(db, params.id)).get(params.code) ?? 0
    const shown = { variant, missing, responses, mayMake: mayMakeVariants(ctx.actor), happenings: await historyOf(ctx, [variant.id]) }
    return page(variant.name, <ShowPage here={params} {...shown} />, { back: { href: paths.list(params), text: 'Languages and formats' } })
  })

  web.open.get(paths.recording, async ({ db, actor, params }) => {
    if (actor.kind !== 'staff' && !(await isOffered(db, params.file))) throw new NotFound('recording')
    return fileReply(await findFile(db, params.file), 'to everyone')
  })
}

function makingRoutes(web: Web) {
  web.desk.get(paths.add, mayMakeVariants, async ({ db, params }) => {
    await findSurvey(db, params.id)
    return page('Add a language or format', <AddPage form={blank} action={paths.list(params)} />, { back: { href: paths.list(params) } })
  })

  web.desk.post(paths.list, mayMakeVariants, async (ctx) => {
    const form = read(variantForm, ctx.body)
    if (!form.ok) return invalid('Add a language or format', <AddPage form={form} action={paths.list(ctx.params)} />)
    await addVariant(ctx, ctx.params.id, form.value)
    return seeOther(paths.show({ ...ctx.params, code: form.value.code }))
  })

  web.desk.get(paths.texts, mayMakeVariants, async ({ db, params }) => {
    const variant = await findVariant(db, params.id, params.code)
    const places = textPlaces(await findSurvey(db, params.id))
    const shown = { variant, places, texts: variant.texts, errors: {}, action: paths.texts(params) }
    return page(`Words: ${variant.name}`, <TextsPage {...shown} />, { back: { href: paths.show(params), text: variant.name } })
  })

  web.desk.post(paths.texts, mayMakeVariants, async (ctx) => {
    const variant = await findVariant(ctx.db, ctx.params.id, ctx.params.code)
    const places = textPlaces(await findSurvey(ctx.db, ctx.params.id))
    const { texts, errors } = readTexts(places, ctx.body)
    const shown = { variant, places, texts, errors, action: paths.texts(ctx.params) }
    if (Object.keys(errors).length > 0) return invalid(`Words: ${variant.name}`, <TextsPage {...shown} />)
    await writeTexts(ctx, ctx.params.id, ctx.params.code, texts)
    return seeOther(paths.show(ctx.params))
  })

  web.desk.get(paths.recordings, mayMakeVariants, async ({ db, params }) => {
    const variant = await findVariant(db, params.id, params.code)
    const shown = { variant, parts: partsOf(await findSurvey(db, params.id)), chosen: '', errors: {} }
    return page(`Recordings: ${variant.name}`, <RecordingsPage here={params} {...shown} />, {
      back: { href: paths.show(params), text: variant.name },
    })
  })

  web.desk.post(
    paths.recordings,
    mayMakeVariants,
    async (ctx) => {
      const variant = await findVariant(ctx.db, ctx.params.id, ctx.params.code)
      const parts = partsOf(await findSurvey(ctx.db, ctx.params.id))
      const chosen = [ctx.body.part ?? ''].flat().at(-1) ?? ''
      const upload = ctx.files.recording?.[0]
      const rules = { types: [variant.kind === 'audio' ? ('audio' as const) : ('video' as const)], largest: 100 * megabyte }
      const checked = upload && (await checkFile(upload, rules))
      const mistake = !upload ? 'Choose a file' : checked && !checked.ok ? checked.mistake : undefined
      if (!upload || mistake || !parts.some(({ key }) => key === chosen)) {
        const shown = { variant, parts, chosen, errors: { ...(mistake && { recording: mistake }) } }
        return invalid(`Recordings: ${variant.name}`, <RecordingsPage here={ctx.params} {...shown} />)
      }
      await addRecording(ctx, ctx.params.id, ctx.params.code, chosen, upload)
      return seeOther(paths.recordings(ctx.params))
    },
    { files: { largest: 100 * megabyte } },
  )

  web.desk.get(paths.offer, mayMakeVariants, async ({ db, params }) => {
    const variant = await findVariant(db, params.id, params.code)
    const missing = hasWords(variant.kind) ? missingFrom(await findSurvey(db, params.id), variant.texts).length : 0
    return page(
      'Offer to people',
      <ConfirmForm
        question={`Offer ${variant.name} to people?`}
        action={paths.offer(params)}
        confirm="Offer it"
        cancel={{ href: paths.show(params) }}
      >
        <p>
          People can choose it at once.
          {missing > 0 && ` ${missing} texts are not written yet: there people read English.`}
        </p>
      </ConfirmForm>,
    )
  })

  web.desk.post(paths.offer, mayMakeVariants, async (ctx) => {
    await offerVariant(ctx, ctx.params.id, ctx.params.code)
    return seeOther(paths.show(ctx.params))
  })

  web.desk.get(paths.withdrawal, mayMakeVariants, async ({ db, params }) => {
    const { name } = await findVariant(db, params.id, params.code)
    return page('Stop offering it', <WithdrawalPage name={name} form={blank} action={paths.withdrawal(params)} />, {
      back: { href: paths.show(params) },
    })
  })

  web.desk.post(paths.withdrawal, mayMakeVariants, async (ctx) => {
    const { name } = await findVariant(ctx.db, ctx.params.id, ctx.params.code)
    const form = read(withdrawalForm, ctx.body)
    if (!form.ok) return invalid('Stop offering it', <WithdrawalPage name={name} form={form} action={paths.withdrawal(ctx.params)} />)
    await withdrawVariant(ctx, ctx.params.id, ctx.params.code, form.value.reason)
    return seeOther(paths.show(ctx.params))
  })
}

/** What can be recorded: the whole, and each question. */
const partsOf = ({ questions }: SurveyVersion) => [
  { key: '', text: 'The whole page' },
  ...questions.map(({ key, text }) => ({ key, text })),
]
