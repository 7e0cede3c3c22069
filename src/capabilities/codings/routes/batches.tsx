import { findFrame, listFrames } from '#capabilities/themes'
import { type Context, staffId } from '#platform/context.ts'
import { filled, read } from '#platform/forms.ts'
import { mayLook } from '#platform/roles.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { dealKeysAnew } from '../actions/deal-keys.ts'
import { findOwnCoder } from '../actions/find-coder.ts'
import { keyOf } from '../batch.ts'
import { type StartInput, startForm } from '../forms.ts'
import { AllCodedPage } from '../pages/all-coded.tsx'
import { OverviewPage } from '../pages/overview.tsx'
import { StartPage } from '../pages/start.tsx'
import { paths } from '../paths.ts'
import { mayCode } from '../policy.ts'
import { findBatch, listBatches } from '../queries/batches.ts'
import { findFirst } from '../queries/comments.ts'
import { findNext } from '../queries/next.ts'
import { findPlace } from '../queries/places.ts'
import { countBatch, findPace, findProgress, listTeam } from '../queries/progress.ts'
import { inAddress, readQueue } from '../queue.ts'

const here = (ctx: Context) => ctx.commissioner.slug

export function batchRoutes(web: Web) {
  web.desk.get(paths.coding, mayLook, async (ctx) => {
    // The form always sends a frame, if an empty one; a link to this page only proposes.
    const form =
      ctx.query.frame === undefined
        ? filled<StartInput>({ batch: ctx.query.of ?? '', frame: ctx.query.with ?? '', queue: ctx.query.queue ?? '' })
        : read(startForm, ctx.query)
    if (form.ok) {
      const { batch = '', frame = '', queue } = form.values
      return seeOther(`${paths.batch({ commissioner: here(ctx), frame, batch })}${inAddress(readQueue(queue))}`)
    }
    const choices = { batches: await listBatches(ctx.db), frames: await listFrames(ctx.db, { limit: 200 }), mayCode: mayCode(ctx.actor) }
    const drawn = <StartPage commissioner={here(ctx)} {...choices} form={form} />
    return Object.keys(form.errors).length > 0 ? invalid('Code comments', drawn) : page('Code comments', drawn)
  })

  web.desk.get(paths.batch, mayLook, async (ctx) => {
    const frame = await findFrame(ctx.db, ctx.params.frame)
    const batch = await findBatch(ctx.db, ctx.params.batch)
    const queue = readQueue(ctx.query.queue)
    const looking = { part: batch, frameId: frame.id, queue, reader: staffId(ctx.actor), now: ctx.now }
    const next = await findNext(ctx.db, { ...looking, after: ctx.query.after, from: await lastPlace(ctx, frame.id, batch.id) })
    if (next) {
      const said = next === ctx.query.after ? 'last' : undefined
      return seeOther(`${paths.comment({ ...ctx.params, contribution: next })}${inAddress(queue, { said })}`)
    }
    const progress = await findProgress(ctx.db, ctx.commissioner.id, { part: batch, frameId: frame.id, now: ctx.now })
    const state = { queue, progress, first: await findFirst(ctx.db, batch) }
    return page('Coding', <AllCodedPage commissioner={here(ctx)} batch={batch} frame={frame} {...state} />)
  })

  web.desk.get(paths.overview, mayLook, async (ctx) => {
    const frame = await findFrame(ctx.db, ctx.params.frame)
    const batch = await findBatch(ctx.db, ctx.params.batch)
    const coding = mayCode(ctx.actor)
    const coderId = coding ? await findOwnCoder(ctx) : null
    const facts = {
      progress: await countBatch(ctx.db, batch, frame.id),
      pace: coderId ? await findPace(ctx.db, { coderId, frameId: frame.id, today: ctx.today, now: ctx.now }) : null,
      team: coding ? await listTeam(ctx.db, batch, frame.id) : null,
      links: await ctx.slots.neighboursOf(ctx, 'batch', 'desk', `${keyOf(batch)} ${frame.id}`),
      mayCode: coding,
    }
    const queue = ctx.query.queue ?? ''
    return page('How far we are', <OverviewPage commissioner={here(ctx)} batch={batch} frame={frame} queue={queue} {...facts} />, {
      back: { href: paths.coding({ commissioner: here(ctx) }), text: 'Code comments' },
      ...(ctx.query.said && { banner: 'The keys are dealt anew' }),
    })
  })

  web.desk.post(paths.keys, mayCode, async (ctx) => {
    await findBatch(ctx.db, ctx.params.batch)
    await dealKeysAnew(ctx, ctx.params.frame)
    return seeOther(`${paths.overview(ctx.params)}?said=dealt`)
  })
}

/** Where this coder stopped: they go on with that comment, where it is not finished yet. */
async function lastPlace(ctx: Context, frameId: string, batchId: string) {
  const membershipId = staffId(ctx.actor)
  return membershipId ? (await findPlace(ctx.db, { frameId, batchId, membershipId }))?.contributionId : undefined
}
