import { mergedQuestions, type Option } from '#capabilities/surveys'
import type { Db as Owned } from '#platform/db.ts'
import type { Basis } from '../basis.ts'
import type { AskedVersion } from '../counted-question.ts'
import { type Dimension, dimensionsOf, type Held } from '../dimension.ts'
import { listAskedVersions, listThemes } from './sources.ts'

type Db = Owned<'results'>

export interface Dimensions {
  all: readonly Dimension[]
  byName: ReadonlyMap<string, Dimension>
  /** Of the survey, latest first. */
  versions: readonly AskedVersion[]
  /** Where whole answers to these questions are kept, in their order. */
  heldOf(keys: readonly string[]): Held[]
  /** The versions that asked a question, where not all of them did; null where all did. */
  askedIn(key: string): readonly string[] | null
}

/** Everything that a survey or a source can be counted by. */
export async function listDimensions(db: Db, basis: Basis): Promise<Dimensions> {
  const versions = basis.surveyId === null ? [] : await listAskedVersions(db, basis.surveyId)
  const themes = Map.groupBy(await listThemes(db), ({ frameId }) => frameId)
  const frames = await db.selectFrom('known_frames').select(['id', 'title']).orderBy('id').execute()
  const all = dimensionsOf({
    questions: mergedQuestions(versions),
    frames: frames.map((frame) => ({ ...frame, themes: themes.get(frame.id) ?? [] })),
    versions,
    variants: basis.surveyId === null ? [] : await listVariants(db, basis.surveyId),
  })
  return {
    all,
    byName: new Map(all.map((dimension) => [dimension.name, dimension])),
    versions,
    heldOf: (keys) =>
      keys.map((key) => {
        const found = all.find(({ held }) => 'key' in held && held.key === key)?.held
        return { in: found?.in === 'equality answers' ? 'equality answers' : 'answers', key }
      }),
    askedIn(key) {
      const some = versions.filter(({ questions }) => questions.some((question) => question.key === key))
      return some.length === versions.length ? null : some.map(({ id }) => id)
    },
  }
}

const listVariants = (db: Db, surveyId: string): Promise<Option[]> =>
  db.selectFrom('current_variants').select(['code as value', 'name as label']).where('survey_id', '=', surveyId).orderBy('name').execute()
