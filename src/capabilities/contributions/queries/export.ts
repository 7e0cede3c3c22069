import type { Db as Owned } from '#platform/db.ts'
import type { Listed } from '../contribution.ts'
import type { Looking } from '../forms.ts'
import { listReadable } from './list.ts'

type Db = Owned<'contributions'>

const pageSize = 1000

/** Everything found, a thousand at a time by key: the memory it takes does not grow with the rows. */
export async function* exportRows(db: Db, looking: Looking): AsyncGenerator<Listed[]> {
  let after: string | undefined
  do {
    const rows = await listReadable(db, { ...looking, after }, pageSize)
    if (rows.length > 0) yield rows
    after = rows.length === pageSize ? rows.at(-1)?.id : undefined
  } while (after)
}
