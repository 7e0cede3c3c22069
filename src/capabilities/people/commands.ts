import type { Command, Workplace } from '#platform/commands.ts'
import { Refused } from '#platform/errors.ts'
import { makeSignInLinkFor } from './actions/sign-in.ts'
import { addStaff } from './actions/staff.ts'
import { emailForm } from './forms.ts'
import { roles } from './member.ts'

const commissionerAdd: Command = {
  name: 'commissioner add',
  takes: '<slug>',
  about: 'Make room for a commissioner; its pages begin with /SLUG',
  options: [{ flags: '--name <name>', about: 'its name in full, as NHS Northmoor', required: true }],
  async run(place, [slug = ''], { name }) {
    const added = await place.addCommissioner(slug, String(name))
    return { json: { id: added.id, slug: added.slug, name: added.name }, text: `Added ${added.name}: ${place.publicUrl}/${added.slug}` }
  },
}

const staffAdd: Command = {
  name: 'staff add',
  takes: '<email>',
  about: 'Put someone on the staff of a commissioner, and print a link that signs them in, once, within an hour',
  options: [
    { flags: '--commissioner <slug>', about: 'whose staff', required: true },
    { flags: '--role <role...>', about: roles.join(', '), required: true },
    { flags: '--name <name>', about: 'their name; without it, what stands before the @' },
  ],
  async run(place, [address = ''], { commissioner, role, name }) {
    const email = readEmail(address)
    const given = [role].flat().map(readRole)
    const shown = typeof name === 'string' && name.trim() ? name.trim() : email.slice(0, email.indexOf('@'))
    return inStaff(place, String(commissioner), email, async (ctx) => void (await addStaff(ctx, { email, name: shown, roles: given })))
  },
}

const staffLink: Command = {
  name: 'staff link',
  takes: '<email>',
  about: 'Print a new link that signs a member of staff in, once, within an hour',
  options: [{ flags: '--commissioner <slug>', about: 'on whose staff they are', required: true }],
  run: (place, [address = ''], { commissioner }) => inStaff(place, String(commissioner), readEmail(address)),
}

export const commands: readonly Command[] = [commissionerAdd, staffAdd, staffLink]

type Work = Parameters<Workplace['within']>[1]

async function inStaff(place: Workplace, slug: string, email: string, before: Work = async () => {}) {
  const path = await place.within(
    slug,
    async (ctx) => {
      await before(ctx)
      return makeSignInLinkFor(ctx, email)
    },
    { signingIn: true },
  )
  const link = `${place.publicUrl}${path}`
  return { json: { email, commissioner: slug, link }, text: link }
}

function readEmail(address: string): string {
  const parsed = emailForm.safeParse({ email: address })
  if (!parsed.success) throw new Refused(`${address} is not an email address`)
  return parsed.data.email
}

function readRole(text: unknown) {
  const role = roles.find((known) => known === String(text).replaceAll('-', ' '))
  if (!role) throw new Refused(`There is no role ${String(text)}: the roles are ${roles.join(', ')}`)
  return role
}
