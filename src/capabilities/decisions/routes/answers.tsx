import type { Context } from '#platform/context.ts'
import { NotFound } from '#platform/errors.ts'
import { blank, filled, read } from '#platform/forms.ts'
import { invalid, page, type Reply, seeOther, type Web } from '#platform/web.tsx'
import { answerFinding } from '../actions/answer-finding.ts'
import { takeOffFinding } from '../actions/put-finding.ts'
import type { Decision, PutFinding } from '../decision.ts'
import { answerForm, removalForm } from '../forms.ts'
import { AnswerPage } from '../pages/answer.tsx'
import { paths } from '../paths.ts'
import { mayAnswer, mayDraft } from '../policy.ts'
import { listAnswersTo } from '../queries/answers.ts'
import { findDecision } from '../queries/decisions.ts'
import { listPutFindings } from '../queries/put-findings.ts'
import { reasonStep } from './reason-step.tsx'

export function answerRoutes(web: Web) {
  web.desk.get(paths.answer, mayAnswer, async (ctx) => {
    const { decision, finding } = await findPut(ctx, ctx.params)
    if (decision.publishedAt) return seeOther(paths.show(ctx.params))
    const { outcome, reason } = finding.answer ?? {}
    return answerPage(ctx, decision, finding, outcome ? filled({ outcome, reason: reason ?? '' }) : blank)
  })

  web.desk.post(paths.answer, mayAnswer, async (ctx) => {
    const { decision, finding } = await findPut(ctx, ctx.params)
    const form = read(answerForm, ctx.body)
    if (!form.ok) return answerPage(ctx, decision, finding, form)
    await answerFinding(ctx, { decisionId: decision.id, findingId: finding.findingId, ...form.value })
    return seeOther(paths.show(ctx.params))
  })

  reasonStep(web, paths.removal, mayDraft, async (ctx) => {
    const { decision, finding } = await findPut(ctx, ctx.params)
    return {
      about: finding.title,
      ...takingOff,
      schema: removalForm,
      cancel: paths.show(ctx.params),
      isPossible: decision.publishedAt === null,
      act: (given) => takeOffFinding(ctx, { decisionId: decision.id, findingId: finding.findingId, ...given }),
    }
  })
}

const takingOff = {
  heading: 'Take this finding off the decision',
  question: 'Why does it come off?',
  button: 'Take it off',
  children: <p>The decision will not answer it. It cannot be put to this decision again, and what was answered stays in the history.</p>,
}

async function findPut(ctx: Context, params: { decision: string; finding: string }) {
  const decision = await findDecision(ctx.db, params.decision)
  const finding = (await listPutFindings(ctx, decision.id)).find(({ findingId }) => findingId === params.finding)
  if (!finding) throw new NotFound('finding of this decision')
  return { decision, finding }
}

async function answerPage(
  ctx: Context,
  decision: Decision,
  finding: PutFinding,
  form: Parameters<typeof AnswerPage>[0]['form'],
): Promise<Reply> {
  const earlier = await listAnswersTo(ctx.db, decision.id, finding.findingId)
  const staff = await ctx.slots.staffNames(ctx, [...new Set(earlier.flatMap(({ answeredBy }) => answeredBy ?? []))])
  const named = earlier.map((answer) => ({ ...answer, by: staff.get(answer.answeredBy ?? '') ?? 'An operator' }))
  const html = <AnswerPage commissioner={ctx.commissioner.slug} decision={decision} finding={finding} earlier={named} form={form} />
  return Object.keys(form.errors).length > 0 ? invalid('Answer a finding', html) : page('Answer a finding', html)
}
