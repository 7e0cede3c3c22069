import { setImmediate } from 'node:timers/promises'
import type { Context } from '#platform/context.ts'
import { digested } from '#platform/digests.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId, newSalt } from '#platform/ids.ts'
import type { Rejected } from '../comment-file.ts'
import { type ContributionRow, contributionContent, type ResponseRow, responseContent } from '../contribution.ts'
import type { ImportedComment } from '../imported-comment.ts'
import { mayImport } from '../policy.ts'
import { findImported, findResponsesOf, findSource, insertImported, insertSource, lockSource, type Source } from '../queries/take-in.ts'

export interface Batch {
  source: Source
  /** Whose codings the labels become. */
  coder: string
  comments: readonly ImportedComment[]
}

/** What became of the rows of a batch. */
export type Taken = { imported: number; already: number; rejected: Rejected[] }

/** The source of this name, begun now where it is new. */
export async function openSource(ctx: Context, name: string): Promise<Source> {
  allowOnly(mayImport(ctx.actor))
  const known = await findSource(ctx.db, name)
  if (known) return known
  const source = { id: newId(), name }
  await insertSource(ctx.db, { commissioner_id: ctx.commissioner.id, ...source, added_at: ctx.now })
  await record(ctx, 'source.added', source.id, {}, { publicPagesStay: true })
  return source
}

/** Take in one batch of comments: those not here yet, with their labels, under one event. Doing it twice adds nothing. */
export async function takeInComments(ctx: Context, { source, coder, comments }: Batch): Promise<Taken> {
  allowOnly(mayImport(ctx.actor))
  // What one respondent said joins what they said before; two imports at once must not both begin their response.
  if (comments.some(({ respondent }) => respondent !== null)) await lockSource(ctx.db, source.id)
  const { fresh, already, rejected } = await sortOut(ctx, source, comments)
  if (fresh.length === 0) return { imported: 0, already, rejected }

  const responses = await responsesFor(ctx, source, fresh)
  const contributions = fresh.map(
    (comment): ContributionRow => ({
      id: newId(),
      response_id: responses.idOf.get(comment) ?? '',
      question_key: null,
      question_text: comment.question,
      words: comment.words,
      score: comment.score,
      salt: newSalt(),
      source_id: source.id,
      source_key: comment.key,
    }),
  )
  const written = insertImported(ctx.db, ctx.commissioner.id, { responses: responses.made, contributions })
  // The database is at work: what remains to be reckoned is reckoned meanwhile.
  await setImmediate()
  const spoken = [
    ...responses.made.map((row) => digested({ kind: 'response', id: row.id, salt: row.salt, content: responseContent(row, []) })),
    ...contributions.map((row) => digested({ kind: 'contribution', id: row.id, salt: row.salt, content: contributionContent(row) })),
  ]
  await written

  const labels = fresh.flatMap((comment, at) => comment.labels.map((label) => ({ contributionId: contributions[at]?.id ?? '', label })))
  const sentiments = fresh.flatMap(({ words, sentiment }, at) =>
    words === null || sentiment === null ? [] : [{ contributionId: contributions[at]?.id ?? '', value: sentiment }],
  )
  const isCoded = labels.length + sentiments.length > 0
  const codings = isCoded ? await ctx.slots.takeLabels(ctx, { coder, source: source.name, labels, sentiments }) : []
  const count = (is: (comment: ImportedComment) => boolean) => fresh.filter(is).length
  const detail = {
    imported: fresh.length,
    labels: labels.length,
    unanswered: count(({ words }) => words === null),
    scoresLeftEmpty: count(({ scoreUnread }) => scoreUnread),
    datesLeftEmpty: count(({ saidOn }) => saidOn === null),
    datesTurned: count(({ dateTurned }) => dateTurned),
    ...(sentiments.length > 0 && { sentiments: sentiments.length }),
  }
  await record(ctx, 'source.taken-in', source.id, detail, { rows: [...spoken, ...codings], publicPagesStay: true })
  return { imported: fresh.length, already, rejected }
}

async function sortOut(ctx: Context, source: Source, comments: readonly ImportedComment[]) {
  const known = await findImported(
    ctx.db,
    source.id,
    comments.map(({ key }) => key),
  )
  const fresh: ImportedComment[] = []
  const rejected: Taken['rejected'] = []
  let already = 0
  for (const comment of comments) {
    const before = known.get(comment.key)
    if (before === undefined) {
      fresh.push(comment)
      known.set(comment.key, comment.words)
    } else if (before === null || before === comment.words) already += 1
    else rejected.push({ row: comment.row, reason: 'Its id came with other words before' })
  }
  return { fresh, already, rejected }
}

/** What one respondent said on one day is one response; a row that names no respondent is a response of its own. */
async function responsesFor(ctx: Context, source: Source, comments: readonly ImportedComment[]) {
  const made: ResponseRow[] = []
  const idOf = new Map<ImportedComment, string>()
  const respondents = [...new Set(comments.flatMap(({ respondent }) => respondent ?? []))]
  const earlier = respondents.length > 0 ? await findResponsesOf(ctx.db, source.id, respondents) : []
  const known = new Map(earlier.map((row) => [`${row.said_on} ${row.respondent}`, row.id]))
  for (const comment of comments) {
    const saidOn = comment.saidOn ?? ctx.today
    const act = comment.respondent === null ? null : `${saidOn} ${comment.respondent}`
    let id = act === null ? undefined : known.get(act)
    if (id === undefined) {
      id = newId()
      made.push({
        id,
        channel: 'import',
        survey_id: null,
        survey_version_id: null,
        source_id: source.id,
        person_id: null,
        organisation_id: null,
        respondent: comment.respondent,
        place: comment.place,
        said_on: saidOn,
        received_at: ctx.now,
        variant: null,
        salt: newSalt(),
      })
      if (act !== null) known.set(act, id)
    }
    idOf.set(comment, id)
  }
  return { made, idOf }
}
