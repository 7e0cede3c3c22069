import { answerFinding, completeChange, draftDecision, promiseChange, publishDecision, putFinding } from '#capabilities/decisions'
import type { Story } from './story.ts'

const outcomes = { accepted: 'accepted', 'in-part': 'in part', 'not-accepted': 'not accepted' } as const

/** Every finding is answered, the people who asked are told, and one of two changes is done. */
export async function decide(story: Story, findings: ReadonlyMap<string, string>) {
  const { decision } = story.files
  const decisionId = await story.as('engagement lead', decision.day - 3, async (ctx) => {
    const id = await draftDecision(ctx, {
      title: decision.title,
      question: decision.question,
      decidedBy: decision.decidedBy,
      decidedOn: story.date(decision.day),
    })
    for (const findingId of findings.values()) await putFinding(ctx, { decisionId: id, findingId })
    return id
  })
  await story.as('approver', decision.day, async (ctx) => {
    for (const { finding, answer, reason } of decision.answers)
      await answerFinding(ctx, { decisionId, findingId: findings.get(finding) ?? '', outcome: outcomes[answer], reason })
  })
  for (const change of decision.changes) {
    const [about] = change.findings
    const promise = {
      decisionId,
      findingId: findings.get(about ?? '') ?? null,
      title: change.title,
      owner: change.owner,
      dueOn: story.date(change.due),
    }
    const changeId = await story.as('engagement lead', change.promised, (ctx) => promiseChange(ctx, promise))
    const { done } = change
    if (done !== null)
      await story.as('engagement lead', done, (ctx) =>
        completeChange(ctx, changeId, { doneOn: story.date(done), evidence: change.evidence.map(({ text }) => text).join('\n\n') }),
      )
  }
  await story.as('approver', decision.day + 1, (ctx) => publishDecision(ctx, decisionId))
}
