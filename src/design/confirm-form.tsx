import type { ComponentChildren } from 'preact'
import { Button } from './nhsuk/index.ts'

export interface ConfirmFormProps {
  /** The question, as the page's heading: 'Withdraw this response?' */
  question: string
  /** What will happen, and whether it can be undone. */
  children?: ComponentChildren
  /** Where the answer is posted, and what goes with it. */
  action: string
  fields?: Readonly<Record<string, string>>
  /** The button, a verb: 'Withdraw response'. */
  confirm: string
  cancel: { href: string; text?: string }
}

/** Asks once before something that is hard to undo. */
export const ConfirmForm = ({ question, children, action, fields = {}, confirm, cancel }: ConfirmFormProps) => (
  <form method="post" action={action} novalidate>
    <h1 class="nhsuk-heading-l">{question}</h1>
    {children}
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <div class="nhsuk-button-group">
      <Button variant="warning" text={confirm} preventDoubleClick />
      <a class="nhsuk-link" href={cancel.href}>
        {cancel.text ?? 'Cancel'}
      </a>
    </div>
  </form>
)
