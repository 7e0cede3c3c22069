import { type Batch, findBatch, keyOf } from '#capabilities/codings'
import type { Context } from '#platform/context.ts'
import type { Package } from '../package.ts'

/** The survey or source that a package is of. */
export const findWhole = (
  { db }: Context,
  { surveyId, sourceId }: Pick<Package, 'surveyId' | 'sourceId'>,
): Promise<Omit<Batch, 'comments'>> =>
  findBatch(db, keyOf(surveyId === null ? { kind: 'source', id: sourceId ?? '' } : { kind: 'survey', id: surveyId }))
