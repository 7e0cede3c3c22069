import type { Context } from '#platform/context.ts'
import { historyOf } from '#platform/events.ts'
import { blank, type Form, filled, read } from '#platform/forms.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { addTheme } from './actions/add-theme.ts'
import { makeFrame } from './actions/make-frame.ts'
import { moveTheme } from './actions/move-theme.ts'
import { retireTheme } from './actions/retire-theme.ts'
import { rewordTheme } from './actions/reword-theme.ts'
import {
  frameForm,
  type PlaceInput,
  placeForm,
  retirementForm,
  type ThemeInput,
  themeForm,
  type WordingInput,
  wordingForm,
} from './forms.ts'
import { familyOf, isNameTaken, type Theme } from './frame.ts'
import { FramePage } from './pages/frame.tsx'
import { FramesPage } from './pages/frames.tsx'
import { NewFramePage } from './pages/new-frame.tsx'
import { NewThemePage } from './pages/new-theme.tsx'
import { PlacePage } from './pages/place.tsx'
import { RetirementPage } from './pages/retirement.tsx'
import { ThemePage } from './pages/theme.tsx'
import { VersionPage } from './pages/version.tsx'
import { WordingPage } from './pages/wording.tsx'
import { paths } from './paths.ts'
import { maySeeThemes, mayShapeFrame } from './policy.ts'
import { countByTheme, countUnder } from './queries/counts.ts'
import { findFrame, findVersion, listFrames, listVersions } from './queries/frames.ts'
import { findTheme, listThemes, listWordings } from './queries/themes.ts'

export function routes(web: Web) {
  frameRoutes(web)
  themeRoutes(web)
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
      links: await ctx.slots.neighboursOf(ctx, 'frame', 'desk', frame.id),
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
    const theme = await findTheme(ctx.db, ctx.params.theme)
    const themes = await listThemes(ctx.db, theme.frameId)
    const facts = {
      frame: await findFrame(ctx.db, theme.frameId),
      parent: themes.find((other) => other.id === theme.parentId) ?? null,
      below: themes.filter((other) => other.parentId === theme.id),
      count: await countUnder(ctx.db, theme.id),
      wordings: await listWordings(ctx.db, theme.id),
      mayShape: mayShapeFrame(ctx.actor),
      neighbours: await ctx.slots.neighboursOf(ctx, 'theme', 'desk', theme.id),
      happenings: await historyOf(ctx, [theme.id, theme.frameId]),
    }
    const back = backTo(paths.frame({ commissioner: here(ctx), frame: theme.frameId }))
    return page(theme.name, <ThemePage commissioner={here(ctx)} theme={theme} {...facts} />, back)
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

const backTo = (href: string) => ({ back: { href } })
const toTheme = (ctx: Context, { id }: Theme) => paths.theme({ commissioner: here(ctx), theme: id })
const taken = (name: string) => `There is already a theme called ${name} in the same place: choose another name`
