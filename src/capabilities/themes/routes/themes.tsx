import type { Context } from '#platform/context.ts'
import { historyOf } from '#platform/events.ts'
import { blank, type Form, filled, read } from '#platform/forms.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { addTheme } from '../actions/add-theme.ts'
import { moveTheme } from '../actions/move-theme.ts'
import { retireTheme } from '../actions/retire-theme.ts'
import { rewordTheme } from '../actions/reword-theme.ts'
import { type PlaceInput, placeForm, retirementForm, type ThemeInput, themeForm, type WordingInput, wordingForm } from '../forms.ts'
import { familyOf, isNameTaken, type Theme } from '../frame.ts'
import { NewThemePage } from '../pages/new-theme.tsx'
import { PlacePage } from '../pages/place.tsx'
import { RetirementPage } from '../pages/retirement.tsx'
import { ThemePage } from '../pages/theme.tsx'
import { WordingPage } from '../pages/wording.tsx'
import { paths } from '../paths.ts'
import { maySeeThemes, mayShapeFrame } from '../policy.ts'
import { countTogether, countUnder } from '../queries/counts.ts'
import { findFrame } from '../queries/frames.ts'
import { listMergesOf } from '../queries/merges.ts'
import { countSorting } from '../queries/sorting.ts'
import { findOpenSplit } from '../queries/splits.ts'
import { findTheme, listThemes, listWordings } from '../queries/themes.ts'

export function themeRoutes(web: Web) {
  web.desk.get(paths.newTheme, mayShapeFrame, async (ctx) => {
    const frame = await findFrame(ctx.db, ctx.params.frame)
    const themes = await listThemes(ctx.db, frame.id)
    return page(
      'Add a theme',
      <NewThemePage commissioner={here(ctx)} frame={frame} themes={themes} form={filled({ name: ctx.query.name ?? '' })} />,
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
    const { parent: parentId, ...wording } = form.value
    if (parentId !== null && !themes.some(({ id }) => id === parentId))
      return again({ ...form, errors: { parent: 'Choose a theme of this frame, or nothing' } })
    if (isNameTaken(themes, { name: wording.name, parentId })) return again({ ...form, errors: { name: taken(wording.name) } })

    await addTheme(ctx, { frameId: frame.id, parentId, ...wording })
    return seeOther(paths.frame({ commissioner: here(ctx), frame: frame.id }))
  })

  web.desk.get(paths.theme, maySeeThemes, async (ctx) => {
    const theme = await findTheme(ctx.db, ctx.params.theme)
    const themes = await listThemes(ctx.db, theme.frameId, { retired: true })
    const inUse = themes.filter((other) => !other.retired)
    const facts = {
      frame: await findFrame(ctx.db, theme.frameId),
      parent: inUse.find((other) => other.id === theme.parentId) ?? null,
      below: inUse.filter((other) => other.parentId === theme.id),
      count: await countUnder(ctx.db, theme.id),
      together: await countTogether(ctx.db, [...familyOf(themes, theme.id)]),
      wordings: await listWordings(ctx.db, theme.id),
      merges: await mergesOf(ctx, theme, themes),
      split: await splitOf(ctx, theme),
      mayShape: mayShapeFrame(ctx.actor),
      neighbours: await ctx.slots.neighboursOf(ctx, 'theme', 'desk', theme.id),
      happenings: await historyOf(ctx, [theme.id, theme.frameId]),
    }
    const back = backTo(paths.frame({ commissioner: here(ctx), frame: theme.frameId }))
    return page(theme.name, <ThemePage commissioner={here(ctx)} theme={theme} {...facts} />, back)
  })

  web.desk.get(paths.wording, mayShapeFrame, async (ctx) => {
    const theme = await findTheme(ctx.db, ctx.params.theme)
    const { name, definition, includes, excludes, examples } = theme
    return page(
      `Reword ${name}`,
      <WordingPage commissioner={here(ctx)} theme={theme} form={filled({ name, definition, includes, excludes, examples })} />,
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

const here = (ctx: Context) => ctx.commissioner.slug
const backTo = (href: string) => ({ back: { href } })
const toTheme = (ctx: Context, { id }: Theme) => paths.theme({ commissioner: here(ctx), theme: id })
const taken = (name: string) => `There is already a theme called ${name} in the same place: choose another name`

async function mergesOf(ctx: Context, theme: Theme, themes: readonly Theme[]) {
  const merges = await listMergesOf(ctx.db, theme.id)
  return merges.flatMap((merge) => {
    const other = themes.find(({ id }) => id === (merge.themeId === theme.id ? merge.intoId : merge.themeId))
    return other ? [{ ...merge, other }] : []
  })
}

async function splitOf(ctx: Context, theme: Theme) {
  const split = theme.retired ? undefined : await findOpenSplit(ctx.db, theme.id)
  const { left } = split ? await countSorting(ctx.db, split) : { left: 0 }
  return split && left > 0 ? { id: split.id, left } : null
}
