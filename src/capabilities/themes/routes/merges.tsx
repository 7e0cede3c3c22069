import type { Context } from '#platform/context.ts'
import { blank, type Form, filled, read } from '#platform/forms.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { findConsequences, findFindings } from '../actions/find-consequences.ts'
import { mergeTheme } from '../actions/merge-theme.ts'
import { reverseMerge } from '../actions/reverse-merge.ts'
import { type MergeInput, mergeForm, type RetirementInput, reversalForm } from '../forms.ts'
import type { Theme } from '../frame.ts'
import { MergePage } from '../pages/merge.tsx'
import { ReversalPage } from '../pages/reversal.tsx'
import { paths } from '../paths.ts'
import { mayShapeFrame } from '../policy.ts'
import { findMerge } from '../queries/merges.ts'
import { findTheme, listThemes } from '../queries/themes.ts'

export function mergeRoutes(web: Web) {
  web.desk.get(paths.merge, mayShapeFrame, async (ctx) => {
    const theme = await findTheme(ctx.db, ctx.params.theme)
    if (theme.retired) return seeOther(toTheme(ctx, theme.id))
    const { into } = ctx.query
    if (into === undefined) return page(`Merge ${theme.name}`, await drawn(ctx, theme, filled<MergeInput>({})), back(ctx, theme))
    const form: Form<MergeInput> = filled<MergeInput>({ into })
    const found = await otherThemes(ctx, theme)
    if (!found.some(({ id }) => id === into))
      return invalid(`Merge ${theme.name}`, await drawn(ctx, theme, { ...form, errors: { into: 'Choose a theme' } }), back(ctx, theme))
    return page(`Merge ${theme.name}`, await drawn(ctx, theme, form), back(ctx, theme))
  })

  web.desk.post(paths.merge, mayShapeFrame, async (ctx) => {
    const theme = await findTheme(ctx.db, ctx.params.theme)
    const form = read(mergeForm, ctx.body)
    if (!form.ok) return invalid(`Merge ${theme.name}`, await drawn(ctx, theme, form), back(ctx, theme))
    await mergeTheme(ctx, theme.id, { intoId: form.value.into, reason: form.value.note })
    return seeOther(toTheme(ctx, form.value.into))
  })

  web.desk.get(paths.reversal, mayShapeFrame, async (ctx) => {
    const facts = await findBoth(ctx)
    if (facts.merge.reversed) return seeOther(toTheme(ctx, facts.theme.id))
    return page('Take back a merge', <ReversalPage {...facts} form={blank} />, back(ctx, facts.into))
  })

  web.desk.post(paths.reversal, mayShapeFrame, async (ctx) => {
    const facts = await findBoth(ctx)
    const form = read(reversalForm, ctx.body)
    if (!form.ok)
      return invalid('Take back a merge', <ReversalPage {...facts} form={form as Form<RetirementInput>} />, back(ctx, facts.into))
    await reverseMerge(ctx, facts.merge.id, form.value.note)
    return seeOther(toTheme(ctx, facts.theme.id))
  })
}

const toTheme = (ctx: Context, theme: string) => paths.theme({ commissioner: ctx.commissioner.slug, theme })
const back = (ctx: Context, { id }: Theme) => ({ back: { href: toTheme(ctx, id) } })

const otherThemes = async (ctx: Context, theme: Theme) => (await listThemes(ctx.db, theme.frameId)).filter(({ id }) => id !== theme.id)

async function drawn(ctx: Context, theme: Theme, form: Form<MergeInput>) {
  const themes = await otherThemes(ctx, theme)
  const into = themes.find(({ id }) => id === form.values.into) ?? null
  const facts = {
    themes,
    into,
    consequences: into && (await findConsequences(ctx, [...themes, theme], theme, into)),
    findings: await findFindings(ctx, theme.id),
  }
  return <MergePage commissioner={ctx.commissioner.slug} theme={theme} form={form} {...facts} />
}

async function findBoth(ctx: Context & { params: { merge: string } }) {
  const merge = await findMerge(ctx.db, ctx.params.merge)
  return {
    commissioner: ctx.commissioner.slug,
    merge,
    theme: await findTheme(ctx.db, merge.themeId),
    into: await findTheme(ctx.db, merge.intoId),
  }
}
