import { findFrame, listFrames, listThemes, themePath } from '#capabilities/themes'
import type { Context } from '#platform/context.ts'
import { type Body, filled, read } from '#platform/forms.ts'
import { mayLook } from '#platform/roles.ts'
import { invalid, page, type Reply, seeOther, type Web } from '#platform/web.tsx'
import { codeWords } from './actions/code-words.ts'
import { readComment } from './actions/read-comment.ts'
import { readWords } from './actions/read-words.ts'
import { removeCoding } from './actions/remove-coding.ts'
import { codingForm, readPlace, type StartInput, startForm } from './forms.ts'
import { AllCodedPage } from './pages/all-coded.tsx'
import { type ChosenCoding, CommentPage } from './pages/comment.tsx'
import { StartPage } from './pages/start.tsx'
import { WordsPage } from './pages/words.tsx'
import { paths } from './paths.ts'
import { mayCode } from './policy.ts'
import { findBatch, listBatches } from './queries/batches.ts'
import { findComment, findFirst, findProgress, findUncoded } from './queries/comments.ts'
import { isWithin } from './span.ts'

const here = (ctx: Context) => ctx.commissioner.slug
const backTo = (href: string) => ({ back: { href } })

export function routes(web: Web) {
  web.desk.get(paths.words, mayLook, async (ctx) => {
    const { last, ...facts } = await readWords(ctx, { theme: ctx.params.theme, after: ctx.query.after })
    const next = last && `${paths.words(ctx.params)}?after=${last}`
    return page(
      `What people said: ${facts.theme.name}`,
      <WordsPage commissioner={here(ctx)} next={next} {...facts} />,
      backTo(themePath(ctx.params)),
    )
  })

  web.desk.get(paths.coding, mayLook, async (ctx) => {
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

  web.desk.get(paths.batch, mayLook, async (ctx) => {
    const frame = await findFrame(ctx.db, ctx.params.frame)
    const batch = await findBatch(ctx.db, ctx.params.batch)
    const next = await findUncoded(ctx.db, batch, frame.id, ctx.query.after)
    if (next) return seeOther(`${paths.comment({ ...ctx.params, contribution: next })}${next === ctx.query.after ? '?said=last' : ''}`)
    const state = { progress: await findProgress(ctx.db, batch, frame.id), first: await findFirst(ctx.db, batch) }
    return page('Coding', <AllCodedPage commissioner={here(ctx)} batch={batch} frame={frame} {...state} />)
  })

  web.desk.get(paths.comment, mayLook, async (ctx) => showComment(ctx, { place: 'whole', themes: [], errors: {} }))

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
