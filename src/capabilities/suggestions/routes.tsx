import { keyOf, listBatches, readKey } from '#capabilities/codings'
import { findFrame, framePath, listThemes, readDown } from '#capabilities/themes'
import type { Context } from '#platform/context.ts'
import { historyOf } from '#platform/events.ts'
import { blank, type Form, read } from '#platform/forms.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { learnNow, suggestThere } from './actions/ask.ts'
import { dismissProposal } from './actions/dismiss-proposal.ts'
import { readProposal } from './actions/read-proposal.ts'
import { type BatchesInput, batchesForm } from './forms.ts'
import { FramePage } from './pages/frame.tsx'
import { ProposalPage } from './pages/proposal.tsx'
import { ProposalsPage } from './pages/proposals.tsx'
import { paths } from './paths.ts'
import { mayAskForSuggestions, maySeeSuggestions } from './policy.ts'
import { listSuggestedBatches } from './queries/batches.ts'
import { findModel } from './queries/models.ts'
import { findProgress } from './queries/progress.ts'
import { listProposals } from './queries/proposals.ts'
import { countDecided } from './queries/standing.ts'
import { countSuggested } from './queries/suggestions.ts'

const title = 'Suggestions'
const toFrame = (ctx: Context, frame: string) => paths.frame({ commissioner: ctx.commissioner.slug, frame })

export function routes(web: Web) {
  web.desk.get(paths.frame, maySeeSuggestions, (ctx) => show(ctx, ctx.params.frame, blank))

  web.desk.post(paths.learnings, mayAskForSuggestions, async (ctx) => {
    const frame = await findFrame(ctx.db, ctx.params.frame)
    await learnNow(ctx, frame.id)
    return seeOther(toFrame(ctx, frame.id))
  })

  web.desk.post(paths.batches, mayAskForSuggestions, async (ctx) => {
    const frame = await findFrame(ctx.db, ctx.params.frame)
    const form = read(batchesForm, ctx.body)
    if (!form.ok) return show(ctx, frame.id, form)
    const known = (await listBatches(ctx.db)).map(keyOf)
    if (!form.value.batch.every((key) => known.includes(key)))
      return show(ctx, frame.id, { ...form, errors: { batch: 'Choose surveys or sources from the list' } })
    await suggestThere(
      ctx,
      frame.id,
      form.value.batch.map((key) => readKey(key)!),
    )
    return seeOther(toFrame(ctx, frame.id))
  })

  web.desk.get(paths.proposals, maySeeSuggestions, async (ctx) => {
    const frame = await findFrame(ctx.db, ctx.params.frame)
    const proposals = await listProposals(ctx.db, frame.id)
    const shown = { commissioner: ctx.commissioner.slug, frame, proposals, mayAsk: mayAskForSuggestions(ctx.actor) }
    return page('New themes', <ProposalsPage {...shown} />, { back: { href: toFrame(ctx, frame.id), text: title } })
  })

  web.desk.get(paths.proposal, mayAskForSuggestions, async (ctx) => {
    const read = await readProposal(ctx, ctx.params)
    const back = { href: paths.proposals({ commissioner: ctx.commissioner.slug, frame: read.frame.id }), text: 'New themes' }
    return page(read.proposal.name, <ProposalPage commissioner={ctx.commissioner.slug} {...read} />, { back })
  })

  web.desk.post(paths.dismissal, mayAskForSuggestions, async (ctx) => {
    await dismissProposal(ctx, ctx.params.frame, ctx.params.proposal)
    return seeOther(paths.proposals({ commissioner: ctx.commissioner.slug, frame: ctx.params.frame }))
  })
}

async function show(ctx: Context, frameId: string, form: Form<BatchesInput>) {
  const frame = await findFrame(ctx.db, frameId)
  const model = await findModel(ctx.db, frame.id)
  const facts = {
    commissioner: ctx.commissioner.slug,
    frame,
    model,
    form,
    now: ctx.now,
    themes: readDown(await listThemes(ctx.db, frame.id, { retired: true })),
    progress: await findProgress(ctx.db, frame.id),
    decided: model ? model.comments : await countDecided(ctx.db, frame.id),
    suggested: await countSuggested(ctx.db, frame.id),
    proposals: (await listProposals(ctx.db, frame.id)).length,
    batches: await listBatches(ctx.db),
    used: new Set((await listSuggestedBatches(ctx.db, frame.id)).map(keyOf)),
    mayAsk: mayAskForSuggestions(ctx.actor),
    happenings: await historyOf(ctx, [frame.id]),
  }
  const answer = Object.keys(form.errors).length > 0 ? invalid : page
  return answer(`${title}: ${frame.title}`, <FramePage {...facts} />, {
    back: { href: framePath({ commissioner: ctx.commissioner.slug, frame: frame.id }), text: 'The frame' },
  })
}
