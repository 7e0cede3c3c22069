import { addOrganisation } from '#capabilities/organisations'
import { addStaff } from '#capabilities/people'
import type { Workplace } from '#platform/commands.ts'
import type { Role, Staff } from '#platform/context.ts'
import { type Northmoor, roleOf } from '../northmoor.ts'
import { slug } from './story.ts'

/** The commissioner, the people who work there, and the organisations around it. Answers who holds each role, and the parts that organisations play in the files. */
export async function foundNorthmoor(
  place: Workplace,
  files: Northmoor,
): Promise<{ staff: Map<Role, Staff>; organisations: Map<string, string> }> {
  const own = files.organisations.find((organisation) => organisation.kind === 'commissioner')
  await place.addCommissioner(slug, own?.name ?? 'NHS Northmoor')
  const staff = await place.within(
    slug,
    async (ctx) => {
      const made = new Map<Role, Staff>()
      for (const { name, email, role } of files.staff) {
        const { membershipId } = await addStaff(ctx, { name, email, roles: [roleOf(role)] })
        made.set(roleOf(role), { kind: 'staff', id: membershipId, name, roles: [roleOf(role)] })
      }
      return made
    },
    { signingIn: true },
  )
  const organisations = await place.within(slug, async (ctx) => {
    const made = new Map<string, string>()
    for (const { kind, name, code, postcode, from } of files.organisations)
      made.set(name, await addOrganisation(ctx, { kind, name, code, postcode, fromOn: from }))
    return made
  })
  return { staff, organisations }
}
