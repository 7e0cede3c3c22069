import type { ComponentChildren } from 'preact'
import { ActionLink } from './nhsuk/index.ts'

export interface EmptyProps {
  /** What is not here yet, and why it matters. */
  children: ComponentChildren
  /** How to begin. */
  begin?: { text: string; href: string }
}

/** What a list says when there is nothing in it. */
export const Empty = ({ children, begin }: EmptyProps) => (
  <div class="gt-empty">
    <p>{children}</p>
    {begin && <ActionLink text={begin.text} href={begin.href} />}
  </div>
)
