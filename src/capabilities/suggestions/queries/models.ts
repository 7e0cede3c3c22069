import type { Db as Owned } from '#platform/db.ts'
import type { Model } from '../model.ts'
import type { Tested } from '../tested.ts'

type Db = Owned<'suggestions'>

/** The model that suggests with this frame. */
export async function findModel(db: Db, frameId: string): Promise<Model | null> {
  const row = await db
    .selectFrom('models')
    .select(['id', 'frame_version as frameVersion', 'comments', 'learned_at as learnedAt', 'evaluation'])
    .where('frame_id', '=', frameId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { evaluation, ...model } = row
  return { ...model, tested: evaluation as Tested | null }
}

export const readLearned = async (db: Db, modelId: string): Promise<Uint8Array> =>
  (await db.selectFrom('models').select('learned').where('id', '=', modelId).executeTakeFirstOrThrow()).learned

interface NewModel {
  id: string
  frameId: string
  frameVersion: number
  comments: number
  learned: Uint8Array
  learnedAt: Date
}

/** Put a model in the place of those before it. */
export async function replaceModel(db: Db, commissionerId: string, model: NewModel) {
  await db
    .insertInto('models')
    .values({
      commissioner_id: commissionerId,
      id: model.id,
      frame_id: model.frameId,
      frame_version: model.frameVersion,
      comments: model.comments,
      learned: Buffer.from(model.learned),
      learned_at: model.learnedAt,
      // It suggests already while it is being tested.
      evaluation: JSON.stringify(null),
    })
    .execute()
  await db.deleteFrom('models').where('frame_id', '=', model.frameId).where('id', '<>', model.id).execute()
}

export const keepTest = (db: Db, modelId: string, tested: Tested) =>
  db
    .updateTable('models')
    .set({ evaluation: JSON.stringify(tested) })
    .where('id', '=', modelId)
    .execute()
