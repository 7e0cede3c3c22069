import type { Context } from '#platform/context.ts'
import { type PublishedComparison, type PublishedTable, publishable, tableKeyOf } from '../published-comparison.ts'
import { listComparable } from './represented.ts'

/**
 * Who answered beside who lives here, as it may be published with these tables of the same survey: worked out from their public numbers alone, so
 * that nothing hidden there can be found by subtraction. A question without a table among them is left out.
 */
export async function representationToPublish(
  { db }: Pick<Context, 'db'>,
  surveyId: string,
  tables: readonly PublishedTable[],
): Promise<PublishedComparison[]> {
  const comparable = await listComparable(db, { surveyId, sourceId: null })
  return comparable.flatMap(({ asked, against }) => {
    const table = tables.find(({ key }) => key === tableKeyOf(asked))
    return against && table ? [publishable(asked, against, table)] : []
  })
}
