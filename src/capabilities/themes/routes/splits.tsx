import type { Context } from '#platform/context.ts'
import { type Body, blank, type Form } from '#platform/forms.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { readSorting } from '../actions/read-sorting.ts'
import { finishSplit, type Sorting, sortComments } from '../actions/sort-comments.ts'
import { splitTheme } from '../actions/split-theme.ts'
import type { SplitInput } from '../forms.ts'
import type { Theme } from '../frame.ts'
import { SortingPage } from '../pages/sorting.tsx'
import { SplitPage } from '../pages/split.tsx'
import { paths } from '../paths.ts'
import { readSplit } from '../planned-split.ts'
import { maySeeThemes, mayShapeFrame } from '../policy.ts'
import { countTogether } from '../queries/counts.ts'
import { findTheme, listThemes } from '../queries/themes.ts'

export function splitRoutes(web: Web) {
  const drawn = async (ctx: Context, theme: Theme, form: Form<SplitInput>) => (
    <SplitPage commissioner={ctx.commissioner.slug} theme={theme} comments={await countTogether(ctx.db, [theme.id])} form={form} />
  )

  web.desk.get(paths.split, mayShapeFrame, async (ctx) => {
    const theme = await findTheme(ctx.db, ctx.params.theme)
    if (theme.retired) return seeOther(paths.theme(ctx.params))
    return page(`Split ${theme.name}`, await drawn(ctx, theme, blank), { back: { href: paths.theme(ctx.params) } })
  })

  web.desk.post(paths.split, mayShapeFrame, async (ctx) => {
    const theme = await findTheme(ctx.db, ctx.params.theme)
    const form = readSplit(ctx.body, theme, await listThemes(ctx.db, theme.frameId))
    if (!form.ok) return invalid(`Split ${theme.name}`, await drawn(ctx, theme, form), { back: { href: paths.theme(ctx.params) } })
    const split = await splitTheme(ctx, theme.id, form.value)
    return seeOther(paths.sorting({ ...ctx.params, split }))
  })

  web.desk.get(paths.sorting, maySeeThemes, async (ctx) => {
    const facts = await readSorting(ctx, ctx.params.split, ctx.query.after)
    const drawnPage = <SortingPage commissioner={ctx.params.commissioner} mayShape={mayShapeFrame(ctx.actor)} {...facts} />
    const extras = { back: { href: paths.theme({ ...ctx.params, theme: facts.theme.id }) } }
    const count = /^\d{1,3}$/.test(ctx.query.sorted ?? '') ? Number(ctx.query.sorted) : null
    return page(`Sort comments: ${facts.theme.name}`, drawnPage, count === null ? extras : { ...extras, banner: sortedInWords(count) })
  })

  web.desk.post(paths.sorting, mayShapeFrame, async (ctx) => {
    const sortings = readSortings(ctx.body)
    if (sortings.length === 0) {
      const facts = await readSorting(ctx, ctx.params.split, undefined)
      const [first] = facts.comments
      const errors = first ? { [`to-${first.id}`]: 'Choose where at least one comment belongs' } : {}
      const props = { commissioner: ctx.params.commissioner, mayShape: true, chosen: {}, errors, ...facts }
      return invalid(`Sort comments: ${facts.theme.name}`, <SortingPage {...props} />)
    }
    const sorted = await sortComments(ctx, ctx.params.split, sortings)
    return seeOther(`${paths.sorting(ctx.params)}?sorted=${sorted}`)
  })

  web.desk.post(paths.closure, mayShapeFrame, async (ctx) => {
    await finishSplit(ctx, ctx.params.split)
    return seeOther(paths.sorting(ctx.params))
  })
}

const readSortings = (body: Body): Sorting[] =>
  Object.entries(body).flatMap(([name, value]) => {
    const [, contributionId] = /^to-(.+)$/.exec(name) ?? []
    const themeId = String([value].flat().at(-1))
    return contributionId !== undefined && themeId !== '' ? [{ contributionId, themeId }] : []
  })

const sortedInWords = (count: number) =>
  count === 0 ? 'Someone else has sorted these comments meanwhile' : count === 1 ? '1 comment sorted' : `${count} comments sorted`
