import { z } from 'zod'
import { roles } from './member.ts'

const noEmail = 'Enter an email address, like name@example.org'
const email = z.string({ error: noEmail }).trim().toLowerCase().max(254, noEmail).pipe(z.email(noEmail))

export const emailForm = z.object({ email })
export type EmailFields = z.infer<typeof emailForm>

export const newsForm = z.object({ email, agreed: z.literal('yes', { error: 'Tick the box if we may email you news' }) })
export type NewsFields = z.infer<typeof newsForm>

const given = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.enum(roles)).min(1, 'Choose at least one role'),
)

export const staffForm = z.object({
  email,
  name: z.string({ error: 'Enter their name' }).trim().min(1, 'Enter their name').max(100, 'The name must be 100 characters or fewer'),
  roles: given,
})
export type StaffFields = z.infer<typeof staffForm>

export const rolesForm = z.object({ roles: given })
export type RolesFields = z.infer<typeof rolesForm>
