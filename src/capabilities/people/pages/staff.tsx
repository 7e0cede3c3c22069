import { ActionLink, formatDate, Table, Tag } from '#design'
import { londonDate } from '#platform/time.ts'
import type { Member } from '../member.ts'
import { paths } from '../paths.ts'

export const StaffPage = ({
  commissioner,
  members,
  mayChange,
}: {
  commissioner: string
  members: readonly Member[]
  mayChange: boolean
}) => (
  <>
    <h1 class="nhsuk-heading-l">Staff</h1>
    <p>Who works here and what each may do. They sign in by a link that we email to them.</p>
    {mayChange && <ActionLink href={paths.addStaff({ commissioner })} text="Add someone" />}
    <Table
      responsive
      caption={{ text: 'Staff by name', classes: 'nhsuk-u-visually-hidden' }}
      head={['Name', mayChange && 'Email address', 'Roles', 'Since']}
      rows={members.map((member) => [
        {
          html: (
            <>
              <a href={paths.member({ commissioner, id: member.id })}>{member.name}</a>
              {member.endedAt && (
                <>
                  {' '}
                  <Tag colour="grey" text={`Left ${formatDate(londonDate(member.endedAt))}`} />
                </>
              )}
            </>
          ),
        },
        mayChange && (member.email ?? 'Not known'),
        member.roles.join(', '),
        formatDate(londonDate(member.addedAt)),
      ])}
    />
  </>
)
