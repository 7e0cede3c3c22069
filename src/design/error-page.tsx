import type { ComponentChildren } from 'preact'

export interface ErrorPageProps {
  title: string
  /** What happened and what to do now. */
  children?: ComponentChildren
  /** What to quote when asking for help. */
  reference?: string
}

/** What someone sees instead of the page they asked for. It goes inside the layout. */
export const ErrorPage = ({ title, children, reference }: ErrorPageProps) => (
  <>
    <h1 class="nhsuk-heading-l">{title}</h1>
    {children}
    {reference && (
      <p>
        If you ask us for help, tell us this reference: <strong class="gt-reference">{reference}</strong>
      </p>
    )}
  </>
)
