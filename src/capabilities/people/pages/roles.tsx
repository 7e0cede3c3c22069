import { Checkboxes } from '#design'
import { roles, roleWords } from '../member.ts'

export const RoleBoxes = ({ chosen, error }: { chosen: readonly string[]; error?: string | undefined }) => (
  <Checkboxes
    idPrefix="roles"
    name="roles"
    fieldset={{ legend: { text: 'What may they do?', size: 's' } }}
    hint="Choose every role they have."
    errorMessage={error}
    values={chosen}
    items={roles.map((role) => ({ value: role, text: role[0]!.toUpperCase() + role.slice(1), hint: roleWords[role] }))}
  />
)
