import { mayWithhold, redactionPath } from '#capabilities/contributions'
import { findFrame } from '#capabilities/themes'
import { type Context, staffId } from '#platform/context.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import { type Body, read } from '#platform/forms.ts'
import { mayLook } from '#platform/roles.ts'
import { invalid, page, type Reply, seeOther, type Web } from '#platform/web.tsx'
import { codeAlike } from '../actions/code-alike.ts'
import { codeComment } from '../actions/code-comment.ts'
import { judgeSentiment } from '../actions/judge-sentiment.ts'
import { markComment, unmarkComment } from '../actions/mark-comment.ts'
import { readAlike } from '../actions/read-alike.ts'
import { readComment } from '../actions/read-comment.ts'
import { removeCoding } from '../actions/remove-coding.ts'
import { undoLast } from '../actions/undo-last.ts'
import { codingForm, markForm, sentimentForm } from '../forms.ts'
import { AlikePage } from '../pages/alike.tsx'
import { CommentPage } from '../pages/comment.tsx'
import type { ChosenCoding } from '../pages/open-comment.tsx'
import { paths } from '../paths.ts'
import { mayCode } from '../policy.ts'
import { findBatch } from '../queries/batches.ts'
import { findComment } from '../queries/comments.ts'
import { findNext } from '../queries/next.ts'
import { inAddress, readQueue } from '../queue.ts'

type At = { commissioner: string; frame: string; batch: string; contribution: string }
type Visiting = Context & { params: At; query: Readonly<Record<string, string>>; body: Body }

export function commentRoutes(web: Web) {
  web.desk.get(paths.comment, mayLook, async (ctx) => showComment(ctx, asItStands))

  web.desk.post(paths.codings, mayCode, async (ctx) => {
    const { frame, comment } = await findOpen(ctx)
    const form = read(codingForm, ctx.body)
    const again = (errors: ChosenCoding['errors']) =>
      showComment(ctx, {
        place: form.values.place ?? '',
        themes: [ctx.body.themes ?? []].flat(),
        sentiment: form.values.sentiment ?? '',
        errors,
      })
    if (!form.ok) return again(form.errors)
    const done = await codeComment(ctx, { frameId: frame.id, comment }, form.value)
    if ('errors' in done) return again(done.errors)
    return done.said === 'finished' ? goOn(ctx, frame.id) : backTo(ctx, done.said)
  })

  web.desk.post(paths.removal, mayCode, async (ctx) => {
    const { comment } = await findOpen(ctx)
    await removeCoding(ctx, comment.id, ctx.params.coding)
    return backTo(ctx, 'removed')
  })

  web.desk.post(paths.sentiment, mayCode, async (ctx) => {
    const { comment } = await findOpen(ctx)
    const form = read(sentimentForm, ctx.body)
    if (!form.ok) return showComment(ctx, { ...asItStands, errors: form.errors })
    await judgeSentiment(ctx, { contributionId: comment.id, value: Number(form.value.sentiment) })
    return backTo(ctx, 'felt')
  })

  for (const [path, act, said] of [
    [paths.marks, markComment, 'marked'],
    [paths.markRemoval, unmarkComment, 'unmarked'],
  ] as const)
    web.desk.post(path, mayCode, async (ctx) => {
      const { comment } = await findOpen(ctx)
      const form = read(markForm, ctx.body)
      if (!form.ok) throw new Refused('Choose one of the marks that the page offers')
      await act(ctx, { contributionId: comment.id, kind: form.value.kind })
      return backTo(ctx, said)
    })

  web.desk.get(paths.alike, mayCode, async (ctx) => {
    const facts = await readAlike(ctx, await findOpen(ctx))
    const suffix = inAddress(readQueue(ctx.query.queue))
    const addresses = { action: `${paths.alike(ctx.params)}${suffix}`, cancel: `${paths.comment(ctx.params)}${suffix}` }
    return page('Code others the same', <AlikePage {...facts} {...addresses} />, { back: { href: addresses.cancel } })
  })

  web.desk.post(paths.alike, mayCode, async (ctx) => {
    const { frame, batch, comment } = await findOpen(ctx)
    await codeAlike(ctx, { part: batch, frameId: frame.id, contributionId: comment.id })
    return goOn(ctx, frame.id, 'alike')
  })

  web.desk.post(paths.undoing, mayCode, async (ctx) => {
    const frame = await findFrame(ctx.db, ctx.params.frame)
    const batch = await findBatch(ctx.db, ctx.params.batch)
    const undone = await undoLast(ctx, frame.id)
    const from = [ctx.body.here ?? ''].flat().at(-1) ?? ''
    const landing = undone && (await isIn(ctx, batch, undone.contributionId)) ? undone.contributionId : from
    const params = { ...ctx.params, contribution: landing }
    const said = undone ? 'undone' : 'nothing-to-undo'
    const suffix = inAddress(readQueue(ctx.query.queue), { said })
    return seeOther(landing === '' ? `${paths.batch(params)}${suffix}` : `${paths.comment(params)}${suffix}`)
  })
}

const asItStands: ChosenCoding = { place: 'whole', themes: [], sentiment: null, errors: {} }

const banners: Readonly<Record<string, string>> = {
  coded: 'Coded',
  already: 'You had already coded these words like that',
  removed: 'Removed',
  felt: 'Kept how it feels',
  finished: 'Finished. This is the next comment',
  alike: 'All coded the same. This is the next comment',
  marked: 'Marked',
  unmarked: 'The mark is taken off',
  undone: 'Undone',
  'nothing-to-undo': 'There is nothing to undo',
  last: 'This is the only comment left to code',
}

/** What an address names, as far as a coder may read it. */
async function findOpen(ctx: Visiting) {
  const frame = await findFrame(ctx.db, ctx.params.frame)
  const batch = await findBatch(ctx.db, ctx.params.batch)
  return { frame, batch, comment: await findComment(ctx.db, batch, ctx.params.contribution) }
}

async function isIn(ctx: Context, batch: Parameters<typeof findComment>[1], contributionId: string) {
  try {
    await findComment(ctx.db, batch, contributionId)
    return true
  } catch (error) {
    if (error instanceof NotFound) return false
    throw error
  }
}

const backTo = (ctx: Visiting, said: string) => seeOther(`${paths.comment(ctx.params)}${inAddress(readQueue(ctx.query.queue), { said })}`)

/** To the next comment of the queue, or to the page that says that none is left. */
async function goOn(ctx: Visiting, frameId: string, said = 'finished') {
  const queue = readQueue(ctx.query.queue)
  const part = await findBatch(ctx.db, ctx.params.batch)
  const { contribution, ...params } = ctx.params
  const next = await findNext(ctx.db, { part, frameId, queue, reader: staffId(ctx.actor), now: ctx.now, after: contribution })
  return seeOther(
    next ? `${paths.comment({ ...params, contribution: next })}${inAddress(queue, { said })}` : `${paths.batch(params)}${inAddress(queue)}`,
  )
}

async function showComment(ctx: Visiting, chosen: ChosenCoding): Promise<Reply> {
  const commissioner = ctx.commissioner.slug
  const queue = readQueue(ctx.query.queue)
  const open = await readComment(ctx, ctx.params, queue)
  const back = `${paths.comment(ctx.params)}${inAddress(queue)}`
  const redaction = mayWithhold(ctx.actor) ? redactionPath(commissioner, open.comment.id, back) : null
  const drawn = <CommentPage commissioner={commissioner} chosen={chosen} redaction={redaction} {...open} />
  const extras = { back: { href: paths.coding({ commissioner }) }, scripts: ['coding'] }
  const banner = banners[ctx.query.said ?? '']
  const isWrong = Object.keys(chosen.errors).length > 0
  return isWrong ? invalid('Code a comment', drawn, extras) : page('Code a comment', drawn, { ...extras, ...(banner && { banner }) })
}
