import { listStandingFindings } from '#capabilities/findings'
import type { Context } from '#platform/context.ts'
import { historyOf } from '#platform/events.ts'
import { blank, filled, read } from '#platform/forms.ts'
import { mayLook } from '#platform/roles.ts'
import { dateParts } from '#platform/typed-dates.ts'
import { invalid, page, type Reply, seeOther, type Web } from '#platform/web.tsx'
import { draftDecision, rewordDecision } from '../actions/draft-decision.ts'
import { publishDecision } from '../actions/publish-decision.ts'
import { putFinding } from '../actions/put-finding.ts'
import { type Decision, whyNotPublish } from '../decision.ts'
import { putForm, readWording, type WordingInput } from '../forms.ts'
import { ListPage } from '../pages/list.tsx'
import { PublicationPage } from '../pages/publication.tsx'
import { DecisionPage } from '../pages/show.tsx'
import { WordingPage } from '../pages/wording.tsx'
import { paths } from '../paths.ts'
import { mayAnswer, mayDraft, mayFollowChanges, mayPublish } from '../policy.ts'
import { listChangesOf } from '../queries/changes.ts'
import { findDecision, isSlugTaken, listDecisions } from '../queries/decisions.ts'
import { listPutFindings } from '../queries/put-findings.ts'
import { firstPage, most } from './first-page.tsx'

export function draftRoutes(web: Web) {
  web.desk.get(paths.list, mayLook, async ({ db, actor, params, query }) => {
    const { shown, next } = firstPage(await listDecisions(db, { after: query.after, limit: most + 1 }), paths.list(params))
    return page('Decisions', <ListPage commissioner={params.commissioner} decisions={shown} next={next} mayDraft={mayDraft(actor)} />)
  })

  const drafting = (commissioner: string) => ({
    heading: 'Draft a decision',
    action: paths.draft({ commissioner }),
    button: 'Keep draft',
    publicList: paths.published({ commissioner }),
  })

  web.desk.get(paths.draft, mayDraft, async ({ params }) =>
    page('Draft a decision', <WordingPage {...drafting(params.commissioner)} form={blank} />),
  )

  web.desk.post(paths.draft, mayDraft, async (ctx) => {
    const form = await readWording(ctx.body, (slug) => isSlugTaken(ctx.db, slug, null))
    if (!form.ok) return invalid('Draft a decision', <WordingPage {...drafting(ctx.params.commissioner)} form={form} />)
    return seeOther(paths.show({ ...ctx.params, decision: await draftDecision(ctx, form.value) }))
  })

  const rewording = (params: { commissioner: string; decision: string }) => ({
    heading: 'Change the words of the decision',
    action: paths.wording(params),
    button: 'Keep these words',
    publicList: paths.published(params),
  })

  web.desk.get(paths.wording, mayDraft, async ({ db, params }) => {
    const decision = await findDecision(db, params.decision)
    if (decision.publishedAt) return seeOther(paths.show(params))
    const { title, slug, question, decidedBy, decidedOn } = decision
    const form = filled<WordingInput>({ title, slug, question, decidedBy, ...dateParts('decidedOn', decidedOn) })
    return page('Change the words', <WordingPage {...rewording(params)} form={form} />)
  })

  web.desk.post(paths.wording, mayDraft, async (ctx) => {
    const decision = await findDecision(ctx.db, ctx.params.decision)
    const form = await readWording(ctx.body, (slug) => isSlugTaken(ctx.db, slug, decision.id))
    if (!form.ok) return invalid('Change the words', <WordingPage {...rewording(ctx.params)} form={form} />)
    await rewordDecision(ctx, decision.id, form.value)
    return seeOther(paths.show(ctx.params))
  })

  web.desk.get(paths.show, mayLook, async (ctx) => showDecision(ctx, await findDecision(ctx.db, ctx.params.decision), {}))

  web.desk.post(paths.findings, mayDraft, async (ctx) => {
    const decision = await findDecision(ctx.db, ctx.params.decision)
    const form = read(putForm, ctx.body)
    if (!form.ok) return showDecision(ctx, decision, form.errors)
    await putFinding(ctx, { decisionId: decision.id, findingId: form.value.finding })
    return seeOther(paths.show(ctx.params))
  })

  web.desk.get(paths.publication, mayPublish, async (ctx) => {
    const decision = await findDecision(ctx.db, ctx.params.decision)
    const findings = await listPutFindings(ctx, decision.id)
    if (whyNotPublish(decision, findings).length > 0) return seeOther(paths.show(ctx.params))
    return page('Publish decision', <PublicationPage commissioner={ctx.params.commissioner} decision={decision} findings={findings} />)
  })

  web.desk.post(paths.publication, mayPublish, async (ctx) => {
    await publishDecision(ctx, ctx.params.decision)
    return seeOther(paths.show(ctx.params))
  })
}

async function showDecision(ctx: Context, decision: Decision, errors: { finding?: string }): Promise<Reply> {
  const { actor, today } = ctx
  const commissioner = ctx.commissioner.slug
  const findings = await listPutFindings(ctx, decision.id)
  const put = new Set(findings.map(({ findingId }) => findingId))
  const standing = decision.publishedAt === null && mayDraft(actor) ? await listStandingFindings(ctx.db, 500) : []
  const html = (
    <DecisionPage
      commissioner={commissioner}
      today={today}
      decision={decision}
      findings={findings}
      changes={await listChangesOf(ctx.db, [decision.id])}
      toPut={standing.filter(({ id }) => !put.has(id))}
      whyNot={whyNotPublish(decision, findings)}
      may={{ draft: mayDraft(actor), answer: mayAnswer(actor), publish: mayPublish(actor), promise: mayFollowChanges(actor) }}
      errors={errors}
      links={await ctx.slots.neighboursOf(ctx, 'decision', 'desk', decision.id)}
      happenings={await historyOf(ctx, [decision.id])}
    />
  )
  const back = { back: { href: paths.list({ commissioner }), text: 'Decisions' } }
  return errors.finding ? invalid(decision.title, html, back) : page(decision.title, html, back)
}
