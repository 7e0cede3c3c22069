import type { ComponentChildren } from 'preact'
import { directionOf, type Variant } from '../variant.ts'

/** What stands inside is in the language, the direction and the size of the variant; null changes nothing. */
export const InVariant = ({ variant, children }: { variant: Pick<Variant, 'language' | 'kind'> | null; children: ComponentChildren }) =>
  variant === null ? (
    <>{children}</>
  ) : (
    <div
      class={variant.kind === 'large print' || variant.kind === 'easy read' ? 'gt-large-print' : undefined}
      lang={variant.language}
      dir={directionOf(variant.language)}
    >
      {children}
    </div>
  )
