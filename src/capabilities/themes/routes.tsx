import type { Context } from '#platform/context.ts'
import { historyOf } from '#platform/events.ts'
import { type Body, blank, type Form, filled, read } from '#platform/forms.ts'
import { invalid, page, type Reply, seeOther, type Web } from '#platform/web.tsx'
import { addTheme } from './actions/add-theme.ts'
import { codeWords } from './actions/code-words.ts'
import { makeFrame } from './actions/make-frame.ts'
import { moveTheme } from './actions/move-theme.ts'
import { readComment } from './actions/read-comment.ts'
import { readTheme } from './actions/read-theme.ts'
import { removeCoding } from './actions/remove-coding.ts'
import { retireTheme } from './actions/retire-theme.ts'
import { rewordTheme } from './actions/reword-theme.ts'
import {
  codingForm,
  frameForm,
  type PlaceInput,
  placeForm,
  readPlace,
  retirementForm,
  type StartInput,
  startForm,
  type ThemeInput,
  themeForm,
  type WordingInput,
  wordingForm,
} from './forms.ts'
import { familyOf, isNameTaken, type Theme } from './frame.ts'
import { AllCodedPage } from './pages/all-coded.tsx'
import { type ChosenCoding, CommentPage } from './pages/comment.tsx'
import { FramePage } from './pages/frame.tsx'
import { FramesPage } from './pages/frames.tsx'
import { NewFramePage } from './pages/new-frame.tsx'
import { NewThemePage } from './pages/new-theme.tsx'
import { PlacePage } from './pages/place.tsx'
import { RetirementPage } from './pages/retirement.tsx'
import { StartPage } from './pages/start.tsx'
import { ThemePage } from './pages/theme.tsx'
import { VersionPage } from './pages/version.tsx'
import { WordingPage } from './pages/wording.tsx'
import { paths } from './paths.ts'
import { mayCode, maySeeThemes, mayShapeFrame } from './policy.ts'
import { findBatch, listBatches } from './queries/batches.ts'
import { findComment, findFirst, findProgress, findUncoded } from './queries/comments.ts'
import { countByTheme } from './queries/counts.ts'
import { findFrame, findVersion, listFrames, listVersions } from './queries/frames.ts'
import { findTheme, listThemes } from './queries/themes.ts'
import { isWithin } from './span.ts'

export function routes(web: Web) {
  frameRoutes(web)
  themeRoutes(web)
  codingRoutes(web)
}

const most = 50
const here = (ctx: Context) => ctx.commissioner.slug

function frameRoutes(web: Web) {
  web.desk.get(paths.frames, maySeeThemes, async (ctx) => {
    const frames = await listFrames(ctx.db, { before: ctx.query.before, limit: most + 1 })
    const next = frames.length > most ? `${paths.frames({ commissioner: here(ctx) })}?before=${frames[most - 1]!.id}` : null
    return page(
      'Frames',
      <FramesPage commissioner={here(ctx)} frames={frames.slice(0, most)} next={next} mayShape={mayShapeFrame(ctx.actor)} />,
    )
  })

  web.desk.get(paths.newFrame, mayShapeFrame, async (ctx) =>
    page('Make a frame', <NewFramePage commissioner={here(ctx)} form={blank} />, backTo(paths.frames({ commissioner: here(ctx) }))),
  )

  web.desk.post(paths.frames, mayShapeFrame, async (ctx) => {
    const form = read(frameForm, ctx.body)
    if (!form.ok) return invalid('Make a frame', <NewFramePage commissioner={here(ctx)} form={form} />)

    const { frameId } = await makeFrame(ctx, form.value)
    return seeOther(paths.frame({ commissioner: here(ctx), frame: frameId }))
  })

  web.desk.get(paths.frame, maySeeThemes, async (ctx) => {
    const frame = await findFrame(ctx.db, ctx.params.frame)
    const themes = await listThemes(ctx.db, frame.id, { retired: true })
    const happenings = await historyOf(ctx, [frame.id, ...themes.map(({ id }) => id)])
    const facts = {
      frame,
      happenings,
      counts: await countByTheme(ctx.db, frame.id),
      versions: await listVersions(ctx.db, frame.id),
      mayShape: mayShapeFrame(ctx.actor),
    }
    return page(
      frame.title,
      <FramePage commissioner={here(ctx)} themes={themes.filter((theme) => !theme.retired)} {...facts} />,
      backTo(paths.frames({ commissioner: here(ctx) })),
    )
  })

  web.desk.get(paths.version, maySeeThemes, async (ctx) => {
    const frame = await findFrame(ctx.db, ctx.params.frame)
    const version = await findVersion(ctx.db, frame.id, Number(ctx.params.number))
    const themes = await listThemes(ctx.db, frame.id, { version: version.number })
    return page(
      `${frame.title}: version ${version.number}`,
      <VersionPage commissioner={here(ctx)} frame={frame} version={version} themes={themes} />,
      backTo(paths.frame({ commissioner: here(ctx), frame: frame.id })),
    )
  })

  web.desk.get(paths.newTheme, mayShapeFrame, async (ctx) => {
    const frame = await findFrame(ctx.db, ctx.params.frame)
    const themes = await listThemes(ctx.db, frame.id)
    return page(
      'Add a theme',
      <NewThemePage commissioner={here(ctx)} frame={frame} themes={themes} form={blank} />,
      backTo(paths.frame({ commissioner: here(ctx), frame: frame.id })),
    )
  })

  web.desk.post(paths.themes, mayShapeFrame, async (ctx) => {
    const frame = await findFrame(ctx.db, ctx.params.frame)
    const themes = await listThemes(ctx.db, frame.id)
    const again = (form: Form<ThemeInput>) =>
      invalid('Add a theme', <NewThemePage commissioner={here(ctx)} frame={frame} themes={themes} form={form} />)
    const form = read(themeForm, ctx.body)
    if (!form.ok) return again(form)
    const { name, definition, parent: parentId } = form.value
    if (parentId !== null && !themes.some(({ id }) => id === parentId))
      return again({ ...form, errors: { parent: 'Choose a theme of this frame, or nothing' } })
    if (isNameTaken(themes, { name, parentId })) return again({ ...form, errors: { name: taken(name) } })

    await addTheme(ctx, { frameId: frame.id, name, definition, parentId })
    return seeOther(paths.frame({ commissioner: here(ctx), frame: frame.id }))
  })
}

function themeRoutes(web: Web) {
  web.desk.get(paths.theme, maySeeThemes, async (ctx) => {
    const { last, ...facts } = await readTheme(ctx, { theme: ctx.params.theme, after: ctx.query.after })
    const next = last && `${toTheme(ctx, facts.theme)}?after=${last}`
    const back = backTo(paths.frame({ commissioner: here(ctx), frame: facts.frame.id }))
    return page(facts.theme.name, <ThemePage commissioner={here(ctx)} next={next} {...facts} />, back)
  })

  web.desk.get(paths.wording, mayShapeFrame, async (ctx) => {
    const theme = await findTheme(ctx.db, ctx.params.theme)
    return page(
      `Reword ${theme.name}`,
      <WordingPage commissioner={here(ctx)} theme={theme} form={filled({ name: theme.name, definition: theme.definition })} />,
      backTo(toTheme(ctx, theme)),
    )
  })

  web.desk.post(paths.wording, mayShapeFrame, async (ctx) => {
    const theme = await findTheme(ctx.db, ctx.params.theme)
    const again = (form: Form<WordingInput>) =>
      invalid(`Reword ${theme.name}`, <WordingPage commissioner={here(ctx)} theme={theme} form={form} />)
    const form = read(wordingForm, ctx.body)
    if (!form.ok) return again(form)
    const beside = { name: form.value.name, parentId: theme.parentId, exceptId: theme.id }
    if (isNameTaken(await listThemes(ctx.db, theme.frameId), beside)) return again({ ...form, errors: { name: taken(form.value.name) } })

    await rewordTheme(ctx, theme.id, form.value)
    return seeOther(toTheme(ctx, theme))
  })

  const placesFor = async (ctx: Context, theme: Theme) => {
    const themes = await listThemes(ctx.db, theme.frameId)
    const family = familyOf(themes, theme.id)
    return themes.filter(({ id }) => !family.has(id))
  }

  web.desk.get(paths.place, mayShapeFrame, async (ctx) => {
    const theme = await findTheme(ctx.db, ctx.params.theme)
    const form = filled<PlaceInput>({ parent: theme.parentId ?? '' })
    return page(
      `Move ${theme.name}`,
      <PlacePage commissioner={here(ctx)} theme={theme} themes={await placesFor(ctx, theme)} form={form} />,
      backTo(toTheme(ctx, theme)),
    )
  })

  web.desk.post(paths.place, mayShapeFrame, async (ctx) => {
    const theme = await findTheme(ctx.db, ctx.params.theme)
    const form = read(placeForm, ctx.body)
    if (!form.ok)
      return invalid(
        `Move ${theme.name}`,
        <PlacePage commissioner={here(ctx)} theme={theme} themes={await placesFor(ctx, theme)} form={form} />,
      )

    await moveTheme(ctx, theme.id, { parentId: form.value.parent, note: form.value.note })
    return seeOther(toTheme(ctx, theme))
  })

  web.desk.get(paths.retirement, mayShapeFrame, async (ctx) => {
    const theme = await findTheme(ctx.db, ctx.params.theme)
    return page(
      `Put ${theme.name} away`,
      <RetirementPage commissioner={here(ctx)} theme={theme} form={blank} />,
      backTo(toTheme(ctx, theme)),
    )
  })

  web.desk.post(paths.retirement, mayShapeFrame, async (ctx) => {
    const theme = await findTheme(ctx.db, ctx.params.theme)
    const form = read(retirementForm, ctx.body)
    if (!form.ok) return invalid(`Put ${theme.name} away`, <RetirementPage commissioner={here(ctx)} theme={theme} form={form} />)

    await retireTheme(ctx, theme.id, form.value.note)
    return seeOther(toTheme(ctx, theme))
  })
}

function codingRoutes(web: Web) {
  web.desk.get(paths.coding, maySeeThemes, async (ctx) => {
    // The form always sends a frame, if an empty one; a link to this page only proposes.
    const form =
      ctx.query.frame === undefined
        ? filled<StartInput>({ batch: ctx.query.of ?? '', frame: ctx.query.with ?? '' })
        : read(startForm, ctx.query)
    if (form.ok) return seeOther(paths.batch({ commissioner: here(ctx), frame: form.values.frame ?? '', batch: form.values.batch ?? '' }))
    const choices = { batches: await listBatches(ctx.db), frames: await listFrames(ctx.db, { limit: 200 }), mayCode: mayCode(ctx.actor) }
    const drawn = <StartPage commissioner={here(ctx)} {...choices} form={form} />
    return Object.keys(form.errors).length > 0 ? invalid('Code comments', drawn) : page('Code comments', drawn)
  })

  web.desk.get(paths.batch, maySeeThemes, async (ctx) => {
    const frame = await findFrame(ctx.db, ctx.params.frame)
    const batch = await findBatch(ctx.db, ctx.params.batch)
    const next = await findUncoded(ctx.db, batch, frame.id, ctx.query.after)
    if (next) return seeOther(`${paths.comment({ ...ctx.params, contribution: next })}${next === ctx.query.after ? '?said=last' : ''}`)
    const state = { progress: await findProgress(ctx.db, batch, frame.id), first: await findFirst(ctx.db, batch) }
    return page('Coding', <AllCodedPage commissioner={here(ctx)} batch={batch} frame={frame} {...state} />)
  })

  web.desk.get(paths.comment, maySeeThemes, async (ctx) => showComment(ctx, { place: 'whole', themes: [], errors: {} }))

  web.desk.post(paths.codings, mayCode, async (ctx) => {
    const batch = await findBatch(ctx.db, ctx.params.batch)
    const comment = await findComment(ctx.db, batch, ctx.params.contribution)
    const themes = await listThemes(ctx.db, (await findFrame(ctx.db, ctx.params.frame)).id)
    const form = read(codingForm, ctx.body)
    const again = (errors: ChosenCoding['errors']) =>
      showComment(ctx, { place: form.values.place ?? '', themes: [ctx.body.themes ?? []].flat(), errors })
    if (!form.ok) return again(form.errors)
    const span = readPlace(form.value.place) ?? null
    if (span !== null && !isWithin(comment.words, span)) return again({ place: 'Choose words that are in the comment' })
    if (!form.value.themes.every((wanted) => themes.some(({ id }) => id === wanted)))
      return again({ themes: 'Choose a theme from this frame' })

    const made = await codeWords(ctx, { contributionId: comment.id, span, themeIds: form.value.themes })
    return seeOther(`${paths.comment(ctx.params)}?said=${made.length > 0 ? 'coded' : 'already'}`)
  })

  web.desk.post(paths.removal, mayCode, async (ctx) => {
    const batch = await findBatch(ctx.db, ctx.params.batch)
    const comment = await findComment(ctx.db, batch, ctx.params.contribution)
    await removeCoding(ctx, comment.id, ctx.params.coding)
    return seeOther(`${paths.comment(ctx.params)}?said=removed`)
  })
}

const banners: Readonly<Record<string, string>> = {
  coded: 'Coded',
  already: 'You had already coded these words like that',
  removed: 'Removed',
  last: 'This is the only comment left to code',
}

type Visiting = Context & {
  params: { frame: string; batch: string; contribution: string }
  query: Readonly<Record<string, string>>
  body: Body
}

async function showComment(ctx: Visiting, chosen: ChosenCoding): Promise<Reply> {
  const drawn = <CommentPage commissioner={here(ctx)} chosen={chosen} {...(await readComment(ctx, ctx.params))} />
  const extras = { ...backTo(paths.coding({ commissioner: here(ctx) })), scripts: ['coding'] }
  const banner = banners[ctx.query.said ?? '']
  const isWrong = Object.keys(chosen.errors).length > 0
  return isWrong ? invalid('Code a comment', drawn, extras) : page('Code a comment', drawn, { ...extras, ...(banner && { banner }) })
}

const backTo = (href: string) => ({ back: { href } })
const toTheme = (ctx: Context, { id }: Theme) => paths.theme({ commissioner: here(ctx), theme: id })
const taken = (name: string) => `There is already a theme called ${name} in the same place: choose another name`
