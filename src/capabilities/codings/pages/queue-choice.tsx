import { Select } from '#design'
import { rules } from '../queue.ts'

/** Which comment comes next. */
export const QueueChoice = ({ value }: { value: string | undefined }) => (
  <Select
    id="queue"
    name="queue"
    label={{ text: 'In which order?', size: 's' }}
    value={value ?? 'order'}
    items={rules.map(({ rule, label, hint }) => ({ value: rule, text: `${label}: ${hint.charAt(0).toLowerCase()}${hint.slice(1)}` }))}
  />
)
