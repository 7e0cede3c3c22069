import { findTheme, holdThemes } from '#capabilities/themes'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId, newSalt } from '#platform/ids.ts'
import type { Act } from '../act.ts'
import { mayCode } from '../policy.ts'
import { findLastAct, insertUndoing } from '../queries/acts.ts'
import {
  insertCodings,
  insertRemovals,
  insertReturns,
  listCodingRows,
  listStanding,
  lockComment,
  type SaltedCoding,
} from '../queries/codings.ts'
import { deleteFinished } from '../queries/finished.ts'
import { findMarkKind, insertMark, insertMarkRemoval, listMarks } from '../queries/marks.ts'
import { insertSentimentRemovals } from '../queries/sentiments.ts'
import { asSpine } from '../queries/spine.ts'
import { findOwnCoder } from './find-coder.ts'

const aDay = 24 * 60 * 60 * 1000

/** The last thing that who asks did with a frame within a day, and can undo; null where there is none. */
export async function findUndoable(ctx: Context, frameId: string): Promise<Act | null> {
  const coderId = await findOwnCoder(ctx)
  if (coderId === null) return null
  return findLastAct(ctx.db, { coderId, frameId, since: new Date(ctx.now.getTime() - aDay) })
}

/**
 * Take back the last thing a coder did with a frame: what it made goes, and what it took away is made again as it was.
 * Done again and again it goes further back. Answers with what was undone; null where nothing is left.
 */
export async function undoLast(ctx: Context, frameId: string): Promise<Act | null> {
  allowOnly(mayCode(ctx.actor))
  const act = await findUndoable(ctx, frameId)
  if (!act) return null
  await lockComment(ctx.db, act.contributionId)
  const mine = { commissioner_id: ctx.commissioner.id }
  const by = { removed_by: staffId(ctx.actor), removed_at: ctx.now }

  const { gone, back } = await turnBack(ctx, act)
  if (act.frameId && act.finished.length > 0)
    await deleteFinished(ctx.db, { coderId: act.coderId, frameId: act.frameId, contributionIds: act.finished })
  await insertSentimentRemovals(ctx.db, ctx.commissioner.id, act.sentiments, { removedBy: by.removed_by, at: ctx.now })
  if (act.markMade) await insertMarkRemoval(ctx.db, { ...mine, mark_id: act.markMade, ...by })
  if (act.markRemoved) await putBack(ctx, act.contributionId, act.markRemoved)

  await insertUndoing(ctx.db, { ...mine, act_id: act.id, undone_at: ctx.now })
  await record(
    ctx,
    'contribution.coding-undone',
    act.contributionId,
    { removed: gone.length, restored: back.length, reopened: act.finished.length },
    { rows: [...gone, ...back].map(asSpine) },
  )
  return act
}

/** What the act made is taken off, and what it took off is made again, under what its theme is now; nothing comes back under one that was put away. */
async function turnBack(ctx: Context, act: Act) {
  const written = await listCodingRows(ctx.db, [...act.made, ...act.removed])
  const now = await holdThemes(
    ctx,
    written.map((row) => row.theme_id),
  )
  const gone = await listStanding(ctx.db, act.made)
  await insertRemovals(
    ctx.db,
    ctx.commissioner.id,
    gone.map((row) => row.id),
    { removedBy: staffId(ctx.actor), at: ctx.now },
  )

  const back: SaltedCoding[] = []
  const returns: { from: string; to: string }[] = []
  for (const row of written.filter(({ id }) => act.removed.includes(id))) {
    const themeId = now.get(row.theme_id) ?? row.theme_id
    if ((await findTheme(ctx.db, themeId)).retired) continue
    const again = { ...row, id: newId(), theme_id: themeId, salt: newSalt() }
    back.push(again)
    returns.push({ from: row.id, to: again.id })
  }
  await insertCodings(ctx.db, ctx.commissioner.id, back)
  await insertReturns(ctx.db, ctx.commissioner.id, returns, ctx.now)
  return { gone, back }
}

async function putBack(ctx: Context, contributionId: string, markId: string) {
  const kind = await findMarkKind(ctx.db, markId)
  if ((await listMarks(ctx.db, contributionId)).some((mark) => mark.kind === kind)) return
  const marked = { marked_by: staffId(ctx.actor), marked_at: ctx.now }
  await insertMark(ctx.db, { commissioner_id: ctx.commissioner.id, id: newId(), contribution_id: contributionId, kind, ...marked })
}
