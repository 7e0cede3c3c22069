import { NotAllowed } from '#platform/errors.ts'
import { blank, read } from '#platform/forms.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { publishFinding } from '../actions/publish-finding.ts'
import { reviewFinding } from '../actions/review-finding.ts'
import { withdrawFinding } from '../actions/withdraw-finding.ts'
import { reviewForm, withdrawalForm } from '../forms.ts'
import { FindingReviewPage } from '../pages/finding-review.tsx'
import { FindingWithdrawalPage } from '../pages/finding-withdrawal.tsx'
import { paths } from '../paths.ts'
import { mayMakeFindings, mayPublishFindings, mayReview, mayReviewOthers } from '../policy.ts'
import { findFinding } from '../queries/findings.ts'

export function reviewingRoutes(web: Web) {
  // Who may depends on who made it, so each is asked again once the finding is known.
  web.desk.get(paths.review, mayReviewOthers, async ({ db, actor, params }) => {
    const finding = await findFinding(db, params.finding)
    if (!mayReview(actor, finding)) throw new NotAllowed()
    if (finding.withdrawal || finding.publication) return seeOther(paths.finding(params))
    return page('Review finding', <FindingReviewPage commissioner={params.commissioner} finding={finding} form={blank} />)
  })

  web.desk.post(paths.review, mayReviewOthers, async (ctx) => {
    const finding = await findFinding(ctx.db, ctx.params.finding)
    if (!mayReview(ctx.actor, finding)) throw new NotAllowed()
    const form = read(reviewForm, ctx.body)
    if (!form.ok)
      return invalid('Review finding', <FindingReviewPage commissioner={ctx.params.commissioner} finding={finding} form={form} />)
    await reviewFinding(ctx, finding.id, form.value)
    return seeOther(paths.finding(ctx.params))
  })

  web.desk.post(paths.publication, mayPublishFindings, async (ctx) => {
    await publishFinding(ctx, ctx.params.finding)
    return seeOther(paths.finding(ctx.params))
  })

  web.desk.get(paths.withdrawal, mayMakeFindings, async ({ db, params }) => {
    const finding = await findFinding(db, params.finding)
    if (finding.withdrawal) return seeOther(paths.finding(params))
    return page('Withdraw finding', <FindingWithdrawalPage commissioner={params.commissioner} finding={finding} form={blank} />)
  })

  web.desk.post(paths.withdrawal, mayMakeFindings, async (ctx) => {
    const finding = await findFinding(ctx.db, ctx.params.finding)
    const form = read(withdrawalForm, ctx.body)
    if (!form.ok)
      return invalid('Withdraw finding', <FindingWithdrawalPage commissioner={ctx.params.commissioner} finding={finding} form={form} />)
    await withdrawFinding(ctx, finding.id, form.value)
    return seeOther(paths.finding(ctx.params))
  })
}
