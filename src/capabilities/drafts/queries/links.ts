import type { Db as Owned } from '#platform/db.ts'

type Db = Owned<'drafts'>

interface ReturnLink {
  commissionerId: string
  id: string
  draftId: string
  addressId: string
}

export async function insertReturnLink(db: Db, { commissionerId, id, draftId, addressId }: ReturnLink) {
  await db.insertInto('return_links').values({ commissioner_id: commissionerId, id, draft_id: draftId, address_id: addressId }).execute()
}

/** The link that is about to be sent opens its draft, and no other does. False where the draft has gone. */
export async function keepKeys(db: Db, linkId: string, keys: { draft: Buffer; address: Buffer }): Promise<boolean> {
  const link = await db.selectFrom('return_links').select(['draft_id', 'address_id']).where('id', '=', linkId).executeTakeFirst()
  if (!link) return false
  await db.updateTable('drafts').set({ token_hash: keys.draft }).where('id', '=', link.draft_id).execute()
  await db.updateTable('return_addresses').set({ key_hash: keys.address }).where('id', '=', link.address_id).execute()
  return true
}

export async function deleteReturnLink(db: Db, id: string) {
  await db.deleteFrom('return_links').where('id', '=', id).execute()
}
