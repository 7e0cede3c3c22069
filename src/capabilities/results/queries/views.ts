import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Basis } from '../basis.ts'

type Db = Owned<'results'>

/** A way of looking that somebody gave a name. */
export interface KeptView {
  id: string
  title: string
  /** As its address says it. */
  query: string
  madeBy: string | null
  madeAt: Date
}

const standing = (db: Db, basis: Basis) =>
  db
    .selectFrom('result_views as v')
    .leftJoin('result_view_removals as x', 'x.view_id', 'v.id')
    .select(['v.id', 'v.title', 'v.query', 'v.made_by as madeBy', 'v.made_at as madeAt'])
    .where('x.view_id', 'is', null)
    .where(basis.surveyId === null ? 'v.source_id' : 'v.survey_id', '=', basis.surveyId ?? basis.sourceId)

/** The latest hundred that nobody took away, by name. */
export const listViews = async (db: Db, basis: Basis): Promise<KeptView[]> =>
  (await standing(db, basis).orderBy('v.id', 'desc').limit(100).execute()).toSorted((one, other) =>
    one.title.localeCompare(other.title, 'en-GB'),
  )

export async function findView(db: Db, basis: Basis, id: string): Promise<KeptView> {
  const view = isId(id) ? await standing(db, basis).where('v.id', '=', id).executeTakeFirst() : undefined
  if (!view) throw new NotFound('view')
  return view
}

interface NewView {
  commissioner_id: string
  id: string
  survey_id: string | null
  source_id: string | null
  title: string
  query: string
  made_by: string | null
  made_at: Date
}

export const insertView = (db: Db, row: NewView) => db.insertInto('result_views').values(row).execute()

export const insertViewRemoval = (db: Db, row: { commissioner_id: string; view_id: string; removed_by: string | null; removed_at: Date }) =>
  db
    .insertInto('result_view_removals')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
