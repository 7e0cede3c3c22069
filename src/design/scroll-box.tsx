import type { ComponentChildren } from 'preact'

/** Holds what may be wider than a phone: it scrolls by itself, with a finger or with the arrow keys. */
export const ScrollBox = ({ label, children }: { label: string; children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: without focus nobody can scroll it by keyboard (WCAG 2.1.1).
  <section class="gt-scroll" aria-label={label} tabIndex={0}>
    {children}
  </section>
)
