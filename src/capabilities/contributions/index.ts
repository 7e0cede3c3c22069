import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'
import { hashOf } from '#platform/ids.ts'
import type { Capability } from '#platform/slots.ts'
import { commands } from './commands.ts'
import { paths } from './paths.ts'
import { findSurveyOf, listFiles } from './queries/files.ts'
import { findByCodeHash, insertSendingKey } from './queries/respond.ts'
import { contributions as contributionRows, responses } from './queries/spine.ts'
import { spoken } from './queries/thread.ts'
import { plainReceipt } from './receipt.ts'
import { routes } from './routes.tsx'

export { holdContribution } from './actions/hold.ts'
export { receiveResponse } from './actions/receive-response.ts'
export { liftRedaction, redact, redactWords } from './actions/redact.ts'
export { releaseHeld } from './actions/release-held.ts'
export { type FiledResponse, type TakenResponses, takeInResponses } from './actions/take-in-responses.ts'
export { setAsideResponse, takeBackIn, withdrawResponse } from './actions/withdraw-response.ts'
export { liftWithholding, withhold } from './actions/withhold.ts'
export { channelNames } from './contribution.ts'
export { createReader, delimiterOf, type Row as FileRow } from './delimited-text.ts'
export { harmless, withoutBlocks } from './exported-row.ts'
export { mayWithhold } from './policy.ts'
export { findHeld, listHeld } from './queries/held.ts'
export { contributionsOf, findReadable, responsesGivenBy } from './queries/read.ts'
export { findStanding, type GivenBefore, listGiven } from './queries/standing.ts'

export { readUsualDate } from './said-date.ts'
export { textOf } from './text-encoding.ts'

/** Where staff read what someone said. */
export const contributionPath = paths.show
/** Where words are taken out of what someone said, and the page of the desk to come back to. */
export const redactionPath = (commissioner: string, id: string, back: string) =>
  `${paths.redaction({ commissioner, id })}?${new URLSearchParams({ back })}`

/** True the first time this key is seen: a sender that may send twice gives one, and what comes again is not received again. */
export const isFirstSending = (ctx: Pick<Context, 'db' | 'commissioner'>, key: string) =>
  insertSendingKey(ctx.db, ctx.commissioner.id, hashOf(key))

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
  neighbours: [
    {
      on: 'consultation',
      shell: 'desk',
      async links(ctx, id) {
        const survey = await findSurveyOf(ctx.db, id)
        if (survey === null || (await listFiles(ctx.db, survey, { limit: 1 })).length === 0) return []
        return [{ text: 'Files people sent', href: paths.files({ commissioner: ctx.commissioner.slug, survey }) }]
      },
    },
  ],
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
    'contribution.held': () => 'Kept from all readers until someone on duty has seen it',
    'contribution.released': () => 'Someone on duty saw it; it can be read like others',
    'response.withdrawn': ({ replacedBy }) => (replacedBy ? 'Put other answers in its place' : 'Took the answers back'),
    'response.set-aside': () => 'Set it aside: it is not counted',
    'response.taken-back-in': () => 'Counted it again',
    'responses.taken-in': ({ imported }) => `Brought in ${times(Number(imported), 'response', 'responses')} from a file`,
    'answer-files.listed': ({ count }) => `Looked through ${times(Number(count), 'file', 'files')} that came with answers`,
    'answer-file.read': () => 'Saved a file that came with an answer',
    'source.added': () => 'Added this source',
    'source.taken-in': ({ imported }) => `Brought in ${times(Number(imported), 'comment', 'comments')} from a file`,
  },
}
