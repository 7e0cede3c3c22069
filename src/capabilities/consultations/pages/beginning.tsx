import { Button, Radios } from '#design'
import { beginnings } from '../beginning.ts'
import { paths } from '../paths.ts'

/** The first step: what kind of asking it is. */
export const BeginningPage = ({ commissioner }: { commissioner: string }) => (
  <form method="get" action={paths.deskNew({ commissioner })}>
    <Radios
      name="beginning"
      idPrefix="beginning"
      fieldset={{ legend: { text: 'How do you want to ask people?', size: 'l', heading: { level: 1 } } }}
      value="formal"
      items={Object.entries(beginnings).map(([value, { label, hint }]) => ({ value, text: label, hint }))}
    />
    <Button text="Continue" />
  </form>
)
