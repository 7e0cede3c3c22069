import type { Db as Owned } from '#platform/db.ts'
import type { SpineKind } from '#platform/slots.ts'
import { changeContent } from '../change.ts'
import { answerContent } from '../decision.ts'
import { listAnswersFrom } from './answers.ts'
import { listPromisesFrom } from './changes.ts'

type Db = Owned<'decisions'>

/** Every answer ever given, superseded or not. */
export const answerRows: SpineKind = {
  kind: 'answer',
  async read(ctx, afterId, limit) {
    const db: Db = ctx.db
    return (await listAnswersFrom(db, afterId, limit)).map((answer) => ({
      kind: 'answer',
      id: answer.id,
      salt: answer.salt,
      content: answerContent(answer),
    }))
  },
}

/** Every change ever promised. */
export const changeRows: SpineKind = {
  kind: 'change',
  async read(ctx, afterId, limit) {
    const db: Db = ctx.db
    return (await listPromisesFrom(db, afterId, limit)).map((change) => ({
      kind: 'change',
      id: change.id,
      salt: change.salt,
      content: changeContent(change),
    }))
  },
}
