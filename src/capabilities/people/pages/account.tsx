import { Button, Facts } from '#design'
import type { Member } from '../member.ts'
import { paths } from '../paths.ts'

export const AccountPage = ({ commissioner, member, sessions }: { commissioner: string; member: Member; sessions: number }) => (
  <>
    <h1 class="nhsuk-heading-l">Your account</h1>
    <Facts
      facts={[
        { name: 'Name', value: member.name },
        { name: 'Email address', value: member.email ?? 'Not known' },
        { name: 'Roles', value: member.roles.join(', ') },
        { name: 'Signed in', value: sessions === 1 ? 'Here only' : `In ${sessions} places` },
      ]}
    />
    <form method="post" action={paths.sessionEndings({ commissioner })}>
      <p>Sign out everywhere if you used a computer that others use, or lost your phone. Links we mailed to you stop working too.</p>
      <Button text="Sign out everywhere" variant="secondary" preventDoubleClick />
    </form>
  </>
)
