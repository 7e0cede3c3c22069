import type { Json } from '#platform/digests.ts'

/** What one person was told, about which decision, for which response. */
export interface Notice {
  id: string
  decision_id: string
  response_id: string
  person_id: string
  contact_point_id: string
  message_id: string
  made_at: Date
  salt: Buffer
}

/** The canonical content of a notice: its columns. */
export const noticeContent = (row: Omit<Notice, 'salt'>): Json => [
  row.id,
  row.decision_id,
  row.response_id,
  row.person_id,
  row.contact_point_id,
  row.message_id,
  row.made_at.toISOString(),
]

export interface Answered {
  title: string
  outcome: string
}

const words: Record<string, string> = {
  accepted: 'we accept this',
  'in part': 'we accept part of this',
  'not accepted': 'we do not accept this, and we say why',
}

/** What people are told: that every finding is answered, and how. It quotes nobody's view and names nobody; `[link]` becomes their own link when it is sent. */
export const noticeText = ({
  organisation,
  decision,
  answers,
}: {
  organisation: string
  decision: string
  answers: readonly Answered[]
}) => ({
  subject: `What we decided: ${decision}`,
  body: `You told us what you think, and you asked us to tell you what came of it.

We have now decided: ${decision}

We have answered everything we heard:

${answers.map(({ title, outcome }) => `- ${title}: ${words[outcome] ?? outcome}`).join('\n')}

See your own words and what came of them:
[link]

The link opens once, for you alone. If it does not open, the page it leads to can send you a new one.

You get this message because you asked us to tell you. On that page you can also change your mind.

${organisation}`,
})

/** How a notice stands, as a step of the thread: that someone was told, or is still to be, and not who. */
export function standingOf(fate: string): { label: string; pending: boolean } {
  const told = fate === 'sent' || fate === 'arrived'
  return { label: told ? 'A person who spoke was told' : `A message to a person who spoke: ${fate}`, pending: !told }
}
