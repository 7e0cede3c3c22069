import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { Located } from '#platform/slots.ts'
import type { DeprivedArea, PostcodePlace } from '../place-file.ts'

type Db = Owned<'populations'>

/** Takes in a batch of postcodes; answers with how many are new or have changed. */
export async function upsertPostcodes(db: Db, places: readonly PostcodePlace[]): Promise<number> {
  const column = <Key extends keyof PostcodePlace>(key: Key) => places.map((place) => place[key])
  const { numAffectedRows } = await sql`
    insert into postcodes (postcode, lsoa11, lsoa21, district)
    select * from unnest(${column('postcode')}::text[], ${column('lsoa11')}::text[], ${column('lsoa21')}::text[], ${column('district')}::text[])
    on conflict (postcode) do update set lsoa11 = excluded.lsoa11, lsoa21 = excluded.lsoa21, district = excluded.district
    where (postcodes.lsoa11, postcodes.lsoa21, postcodes.district) is distinct from (excluded.lsoa11, excluded.lsoa21, excluded.district)`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0)
}

/** Takes in a batch of small areas of one edition; answers with how many are new or have changed. */
export async function upsertDeprivation(db: Db, areas: readonly DeprivedArea[]): Promise<number> {
  const column = <Key extends keyof DeprivedArea>(key: Key) => areas.map((area) => area[key])
  const { numAffectedRows } = await sql`
    insert into lsoa_deprivation (edition, lsoa, rank, decile)
    select * from unnest(${column('edition')}::int[], ${column('lsoa')}::text[], ${column('rank')}::int[], ${column('decile')}::int[])
    on conflict (edition, lsoa) do update set rank = excluded.rank, decile = excluded.decile
    where (lsoa_deprivation.rank, lsoa_deprivation.decile) is distinct from (excluded.rank, excluded.decile)`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/**
 * Where a postcode is. Its decile is that of 2025, of areas of 2021; where the directory knows only areas of 2011, their code has a decile
 * of 2025 where the area has not changed, and else the one of 2019.
 */
export async function findPlace(db: Db, postcode: string): Promise<Located | null> {
  const { rows } = await sql<{ lsoa: string | null; decile: number | null; district: string | null }>`
    select coalesce(p.lsoa21, p.lsoa11) as lsoa, coalesce(newer.decile, older.decile) as decile, p.district
    from postcodes p
    left join lsoa_deprivation newer on newer.edition = 2025 and newer.lsoa = coalesce(p.lsoa21, p.lsoa11)
    left join lsoa_deprivation older on older.edition = 2019 and older.lsoa = p.lsoa11
    where p.postcode = ${postcode.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')}`.execute(db)
  const [found] = rows
  return found?.lsoa ? { lsoa: found.lsoa, decile: found.decile, district: found.district } : null
}
