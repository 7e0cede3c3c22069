import { Button, DateInLondon, Facts, type Happening, History, Mistakes } from '#design'
import type { Form } from '#platform/forms.ts'
import type { RolesFields } from '../forms.ts'
import type { Member } from '../member.ts'
import { paths } from '../paths.ts'
import { RoleBoxes } from './roles.tsx'

interface Props {
  commissioner: string
  member: Member
  form: Form<RolesFields>
  chosen: readonly string[]
  /** Why they must stay administrator; null when that is not so. */
  whyNot: string | null
  mayChange: boolean
  happenings: readonly Happening[]
}

export const MemberPage = ({ commissioner, member, form: { errors }, chosen, whyNot, mayChange, happenings }: Props) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">{member.name}</h1>
    <Facts
      facts={[
        mayChange && { name: 'Email address', value: member.email ?? 'Not known' },
        { name: 'Roles', value: member.roles.join(', ') },
        { name: 'On the staff since', value: <DateInLondon at={member.addedAt} /> },
        member.endedAt !== null && { name: 'Left', value: <DateInLondon at={member.endedAt} /> },
      ]}
    />
    {mayChange && member.endedAt === null && (
      <>
        {whyNot && <p>{whyNot}</p>}
        <form method="post" action={paths.memberRoles({ commissioner, id: member.id })} novalidate>
          <RoleBoxes chosen={chosen} error={errors.roles} />
          <Button text="Save roles" variant="secondary" preventDoubleClick />
        </form>
        {!whyNot && (
          <p>
            <a class="nhsuk-link" href={paths.memberEnding({ commissioner, id: member.id })}>
              Take {member.name} off the staff
            </a>
          </p>
        )}
      </>
    )}
    <History happenings={happenings} />
  </>
)
