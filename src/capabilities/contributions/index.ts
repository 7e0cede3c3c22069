import type { Db } from '#platform/db.ts'
import { hashOf } from '#platform/ids.ts'
import type { Capability } from '#platform/slots.ts'
import { commands } from './commands.ts'
import { paths } from './paths.ts'
import { findByCodeHash } from './queries/respond.ts'
import { contributions as contributionRows, responses } from './queries/spine.ts'
import { spoken } from './queries/thread.ts'
import { plainReceipt } from './receipt.ts'
import { routes } from './routes.tsx'

export { receiveResponse } from './actions/receive-response.ts'
export { liftRedaction, redact, redactWords } from './actions/redact.ts'
export { liftWithholding, withhold } from './actions/withhold.ts'
export { contributionsOf, findReadable, responsesGivenBy } from './queries/read.ts'

/** The response that a receipt's code stands for; null when there is none. Capitals, spaces and hyphens do not matter. */
export async function findReceipt(db: Db<'contributions'>, code: string): Promise<{ responseId: string } | null> {
  const row = await findByCodeHash(db, hashOf(plainReceipt(code)))
  return row ? { responseId: row.response_id } : null
}

const times = (count: number, one: string, many: string) => `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

export const contributions: Capability = {
  name: 'contributions',
  routes,
  commands,
  desk: [{ door: 'Hear', text: 'What people said', href: (commissioner) => paths.list({ commissioner }) }],
  threadKinds: [spoken],
  spine: [responses, contributionRows],
  sentences: {
    'response.submitted': ({ contributions: said, answers }) =>
      `Answered ${times(Number(answers), 'question by choice', 'questions by choice')}, and ${times(Number(said), 'in words', 'in words')}`,
    'contribution.withheld': ({ audience }) => (audience === 'everyone' ? 'Withheld it from everyone' : 'Withheld it from the public'),
    'contribution.shown-again': () => 'Let it be read again',
    'contribution.redacted': ({ redactions }) => `Removed words in ${times([redactions].flat().length, 'place', 'places')}`,
    'contribution.unredacted': () => 'Put removed words back',
    'contributions.read': ({ count }) => `Read ${times(Number(count), 'contribution', 'contributions')}`,
    'contributions.exported': () => 'Downloaded contributions',
    'source.added': () => 'Added this source',
    'source.taken-in': ({ imported }) => `Brought in ${times(Number(imported), 'comment', 'comments')} from a file`,
  },
}
