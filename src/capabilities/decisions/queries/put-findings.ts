import { consultationOfSurvey, isClosed } from '#capabilities/consultations'
import { type Finding, findingsById } from '#capabilities/findings'
import type { Context } from '#platform/context.ts'
import type { PutFinding } from '../decision.ts'
import { listCurrentAnswers, listPutIds } from './answers.ts'

type Reading = Pick<Context, 'db' | 'today'>

/** The findings a decision must answer, each with its answer and with what stands in the way of publishing. */
export async function listPutFindings(ctx: Reading, decisionId: string): Promise<PutFinding[]> {
  const findings = await findingsById(ctx.db, await listPutIds(ctx.db, decisionId))
  const answers = new Map((await listCurrentAnswers(ctx.db, decisionId)).map((answer) => [answer.findingId, answer]))
  const stillOpen = await listStillOpen(ctx, findings)
  return findings.map((finding) => ({
    findingId: finding.id,
    surveyId: finding.surveyId,
    title: finding.title,
    claim: finding.claim,
    contrary: finding.contrary,
    isWithdrawn: finding.withdrawal !== null,
    stillOpen: stillOpen.get(finding.surveyId ?? '') ?? null,
    answer: answers.get(finding.id) ?? null,
  }))
}

/** By survey, the consultation that is not closed yet: while people can respond, what they say cannot have been decided on. */
async function listStillOpen(ctx: Reading, findings: readonly Finding[]): Promise<Map<string, string>> {
  const open = new Map<string, string>()
  for (const surveyId of new Set(findings.flatMap((finding) => finding.surveyId ?? []))) {
    const consultation = await consultationOfSurvey(ctx.db, surveyId)
    if (consultation && !isClosed(consultation, ctx.today)) open.set(surveyId, consultation.title)
  }
  return open
}
