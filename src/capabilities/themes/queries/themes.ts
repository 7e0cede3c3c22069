import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { DefinedTheme, Meaning } from '../frame.ts'

type Db = Owned<'themes'>
const meaning = ['definition', 'includes', 'excludes', 'examples'] as const

/** What each theme was called and meant in this version of its frame, or is now. */
const wordings = (db: Db, version?: number) =>
  db
    .selectFrom('theme_wordings')
    .select(['theme_id as id', 'frame_id as frameId', 'parent_id as parentId', 'name', ...meaning, 'position', 'retired'])
    .distinctOn('theme_id')
    .$if(version !== undefined, (query) => query.where('version', '<=', version!))
    .orderBy('theme_id')
    .orderBy('version', 'desc')

/** The themes of a frame that are in use, now or in one of its versions; with `retired`, those put away too. */
export async function listThemes(
  db: Db,
  frameId: string,
  { version, retired = false }: { version?: number; retired?: boolean } = {},
): Promise<DefinedTheme[]> {
  const themes = await wordings(db, version).where('frame_id', '=', frameId).execute()
  return themes.filter((theme) => retired || !theme.retired)
}

export async function findTheme(db: Db, id: string): Promise<DefinedTheme> {
  const theme = isId(id) ? await wordings(db).where('theme_id', '=', id).executeTakeFirst() : undefined
  if (!theme) throw new NotFound()
  return theme
}

/** What one theme was called and meant, latest first. */
export const listWordings = (db: Db, themeId: string) =>
  db
    .selectFrom('theme_wordings')
    .select(['version', 'name', ...meaning, 'retired'])
    .where('theme_id', '=', themeId)
    .orderBy('version', 'desc')
    .limit(50)
    .execute()

/** Themes by a label they carry or once carried, so that rewording a theme does not make a second one of it. */
export async function findLabels(db: Db, frameId: string, labels: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('theme_wordings')
    .select(['name', 'theme_id'])
    .distinctOn('name')
    .where('frame_id', '=', frameId)
    .where(sql<boolean>`name = any(${labels}::text[])`)
    .orderBy('name')
    .orderBy('version', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.name, row.theme_id]))
}

export interface Wording extends Meaning {
  theme_id: string
  frame_id: string
  version: number
  parent_id: string | null
  name: string
  position: number
  retired: boolean
}

/** New themes with their first wordings. Parents come before their children. */
export async function insertThemes(db: Db, commissionerId: string, rows: readonly Wording[]) {
  if (rows.length === 0) return
  await db
    .insertInto('themes')
    .values(rows.map((row) => ({ commissioner_id: commissionerId, id: row.theme_id, frame_id: row.frame_id })))
    .execute()
  await insertWordings(db, commissionerId, rows)
}

export const insertWordings = (db: Db, commissionerId: string, rows: readonly Wording[]) =>
  db
    .insertInto('theme_wordings')
    .values(rows.map((row) => ({ commissioner_id: commissionerId, ...row })))
    .execute()
