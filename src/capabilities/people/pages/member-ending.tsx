import { ConfirmForm } from '#design'
import type { Member } from '../member.ts'
import { paths } from '../paths.ts'

export const MemberEndingPage = ({ commissioner, member: { id, name } }: { commissioner: string; member: Member }) => (
  <ConfirmForm
    question={`Take ${name} off the staff?`}
    action={paths.memberEnding({ commissioner, id })}
    confirm="Take off the staff"
    cancel={{ href: paths.member({ commissioner, id }) }}
  >
    <p>The desk closes to them at once. What they did keeps their name. You can add them again later.</p>
  </ConfirmForm>
)
