import { findingPath, findingsById } from '#capabilities/findings'
import { historyOf } from '#platform/events.ts'
import { blank } from '#platform/forms.ts'
import { mayLook } from '#platform/roles.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { completeChange, dropChange, promiseChange } from '../actions/follow-change.ts'
import { isOpen } from '../change.ts'
import { dropForm, readChange, readCompletion } from '../forms.ts'
import { ChangePage } from '../pages/change.tsx'
import { ChangesPage } from '../pages/changes.tsx'
import { CompletionPage } from '../pages/completion.tsx'
import { NewChangePage } from '../pages/new-change.tsx'
import { paths } from '../paths.ts'
import { mayFollowChanges } from '../policy.ts'
import { countChanges, findChange, listChanges } from '../queries/changes.ts'
import { findDecision } from '../queries/decisions.ts'
import { listPutFindings } from '../queries/put-findings.ts'
import { firstPage, most } from './first-page.tsx'
import { reasonStep } from './reason-step.tsx'

export function changeRoutes(web: Web) {
  web.desk.get(paths.newChange, mayFollowChanges, async (ctx) => {
    const decision = await findDecision(ctx.db, ctx.params.decision)
    const findings = await listPutFindings(ctx, decision.id)
    return page(
      'Promise a change',
      <NewChangePage commissioner={ctx.params.commissioner} decision={decision} findings={findings} form={blank} />,
    )
  })

  web.desk.post(paths.newChange, mayFollowChanges, async (ctx) => {
    const decision = await findDecision(ctx.db, ctx.params.decision)
    const form = readChange(ctx.body)
    if (!form.ok) {
      const findings = await listPutFindings(ctx, decision.id)
      return invalid(
        'Promise a change',
        <NewChangePage commissioner={ctx.params.commissioner} decision={decision} findings={findings} form={form} />,
      )
    }
    const { finding, ...rest } = form.value
    await promiseChange(ctx, { decisionId: decision.id, findingId: finding || null, ...rest })
    return seeOther(paths.show(ctx.params))
  })

  web.desk.get(paths.changes, mayLook, async ({ db, today, params, query }) => {
    const show = query.show === 'done' || query.show === 'dropped' ? query.show : 'open'
    const { shown, next } = firstPage(
      await listChanges(db, { show, after: query.after, limit: most + 1 }),
      `${paths.changes(params)}?show=${show}`,
    )
    return page(
      'Changes',
      <ChangesPage
        commissioner={params.commissioner}
        today={today}
        show={show}
        counts={await countChanges(db, today)}
        changes={shown}
        next={next}
      />,
    )
  })

  web.desk.get(paths.change, mayLook, async (ctx) => {
    const change = await findChange(ctx.db, ctx.params.change)
    const { commissioner } = ctx.params
    const [finding] = change.findingId ? await findingsById(ctx.db, [change.findingId]) : []
    return page(
      change.title,
      <ChangePage
        commissioner={commissioner}
        today={ctx.today}
        change={change}
        decision={await findDecision(ctx.db, change.decisionId)}
        finding={finding ? { title: finding.title, href: findingPath({ commissioner, finding: finding.id }) } : null}
        mayFollow={mayFollowChanges(ctx.actor)}
        links={await ctx.slots.neighboursOf(ctx, 'change', 'desk', change.id)}
        happenings={await historyOf(ctx, [change.id])}
      />,
      { back: { href: paths.changes({ commissioner }), text: 'Changes' } },
    )
  })

  web.desk.get(paths.completion, mayFollowChanges, async ({ db, params }) => {
    const change = await findChange(db, params.change)
    return isOpen(change)
      ? page('Record that it is done', <CompletionPage commissioner={params.commissioner} change={change} form={blank} />)
      : seeOther(paths.change(params))
  })

  web.desk.post(paths.completion, mayFollowChanges, async (ctx) => {
    const change = await findChange(ctx.db, ctx.params.change)
    const form = readCompletion(ctx.body, ctx.today)
    if (!form.ok)
      return invalid('Record that it is done', <CompletionPage commissioner={ctx.params.commissioner} change={change} form={form} />)
    await completeChange(ctx, change.id, form.value)
    return seeOther(paths.change(ctx.params))
  })

  reasonStep(web, paths.drop, mayFollowChanges, async (ctx) => {
    const change = await findChange(ctx.db, ctx.params.change)
    const isPossible = isOpen(change)
    return {
      about: change.title,
      ...dropping,
      schema: dropForm,
      cancel: paths.change(ctx.params),
      isPossible,
      act: (given) => dropChange(ctx, change.id, given),
    }
  })
}

const dropping = {
  heading: 'It will not be done',
  question: 'Why will it not be done?',
  button: 'Drop this change',
  children: <p>Everyone will read your reason beside the promise. This cannot be undone.</p>,
}
