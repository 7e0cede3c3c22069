import { sql } from 'kysely'
import type { Commissioner } from './context.ts'
import type { Database, Db } from './db.ts'
import { Refused } from './errors.ts'
import { newId } from './ids.ts'

/** Every commissioner in this installation, by name. The list is public. */
export const listCommissioners = (database: Database): Promise<Commissioner[]> =>
  database.within({ commissionerId: null }, async (db) => {
    const { rows } = await sql<Commissioner>`select id, slug, name from list_commissioners()`.execute(db)
    return rows
  })

// Words that are, or may become, the first step of an address of the installation itself.
const reserved = ['assets', 'health', 'accessibility', 'api', 'admin', 'sign-in', 'sign-out', 'static', 'about', 'status', 'help', 'www']

/** Make room for one more commissioner: from here on its rows stand behind its own wall. */
export async function addCommissioner(database: Database, { slug, name }: { slug: string; name: string }): Promise<Commissioner> {
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(slug))
    throw new Refused('The short name must be 2 to 40 small letters, digits or hyphens, and begin with a letter')
  if (reserved.includes(slug)) throw new Refused(`The short name ${slug} is kept for the installation itself: choose another`)
  if ((await listCommissioners(database)).some((commissioner) => commissioner.slug === slug))
    throw new Refused(`There is already a commissioner with the short name ${slug}`)
  const id = newId()
  await database.within({ commissionerId: id }, (db: Db<'platform'>) =>
    db.insertInto('commissioners').values({ id, slug, name, added_at: new Date() }).execute(),
  )
  return { id, slug, name }
}

/** Finds a commissioner by its short name, keeping the few there are in memory for some seconds. */
export function commissionerFinder(database: Database) {
  let known = new Map<string, Commissioner>()
  let readAt = 0
  return async (slug: string): Promise<Commissioner | undefined> => {
    if (!known.has(slug) || Date.now() - readAt > 30_000) {
      known = new Map((await listCommissioners(database)).map((commissioner) => [commissioner.slug, commissioner]))
      readAt = Date.now()
    }
    return known.get(slug)
  }
}
