import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Act } from '../act.ts'
import { insertAct } from '../queries/acts.ts'

const nothing = { frameId: null, made: [], removed: [], finished: [], sentiments: [], markMade: null, markRemoved: null }

/** Remember what a coder just did, so that they can undo it. */
export const keepAct = (ctx: Context, act: Partial<Omit<Act, 'id'>> & Pick<Act, 'coderId' | 'contributionId'>) =>
  insertAct(ctx.db, ctx.commissioner.id, { ...nothing, ...act, id: newId(), at: ctx.now })
