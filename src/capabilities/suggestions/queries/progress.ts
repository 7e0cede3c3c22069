import type { Db as Owned } from '#platform/db.ts'
import type { LearningProgress, Step } from '../learning-progress.ts'

type Db = Owned<'suggestions'>

export const saveProgress = (db: Db, commissionerId: string, frameId: string, { step, done, total, seenAt }: LearningProgress) =>
  db
    .insertInto('learning_progress')
    .values({ commissioner_id: commissionerId, frame_id: frameId, step, done, total, seen_at: seenAt })
    .onConflict((conflict) => conflict.columns(['commissioner_id', 'frame_id']).doUpdateSet({ step, done, total, seen_at: seenAt }))
    .execute()

/** Who waits is still there. */
export const goOnWaiting = (db: Db, frameId: string, seenAt: Date) =>
  db.updateTable('learning_progress').set({ seen_at: seenAt }).where('frame_id', '=', frameId).where('step', '=', 'waiting').execute()

/** It is done. That it failed stays written, so that it rests. */
export const clearProgress = (db: Db, frameId: string) =>
  db.deleteFrom('learning_progress').where('frame_id', '=', frameId).where('step', '<>', 'failed').execute()

export async function findProgress(db: Db, frameId: string): Promise<LearningProgress | null> {
  const row = await db
    .selectFrom('learning_progress')
    .select(['step', 'done', 'total', 'seen_at as seenAt'])
    .where('frame_id', '=', frameId)
    .executeTakeFirst()
  return row ? { ...row, step: row.step as Step } : null
}
