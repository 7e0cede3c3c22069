import type { Context } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import type { OrganisationKind } from '../organisation.ts'
import { mayAddOrganisations } from '../policy.ts'
import { codeIsTaken, insertOrganisations } from '../queries/organisations.ts'

export interface OrganisationInput {
  kind: OrganisationKind
  name: string
  code?: string | undefined
  postcode?: string | undefined
  /** Since when it has been called this, as 2026-09-30. */
  fromOn: string
}

/** Add an organisation to the register; answers with its id. */
export async function addOrganisation(ctx: Context, { kind, name, code, postcode = '', fromOn }: OrganisationInput): Promise<string> {
  allowOnly(mayAddOrganisations(ctx.actor))
  refuseIf(code !== undefined && (await codeIsTaken(ctx.db, code)), `There is already an organisation with the code ${code}`)
  const id = newId()
  await insertOrganisations(ctx.db, [
    {
      commissionerId: ctx.commissioner.id,
      id,
      kind,
      name,
      code: code ?? null,
      lines: '',
      postcode,
      fromOn,
      openedOn: null,
      closedOn: null,
      addedAt: ctx.now,
    },
  ])
  await record(ctx, 'organisation.added', id, { kind })
  return id
}
