import { Button, InsetText } from '#design'
import type { Theme } from '../frame.ts'
import { paths } from '../paths.ts'
import { commentsInWords } from './theme-tree.tsx'

interface Props {
  commissioner: string
  theme: Theme
  below: readonly Theme[]
  /** A split whose comments are still to be sorted. */
  split: { id: string; left: number } | null
  mayShape: boolean
}

/** What can be done to a theme. */
export function ThemeActs({ commissioner, theme, below, split, mayShape }: Props) {
  if (theme.retired) return <></>
  if (!mayShape) return <p>You can look at this theme. Analysts, engagement leads and administrators can change it.</p>
  const here = { commissioner, theme: theme.id }
  return (
    <>
      {split && (
        <InsetText>
          <p>
            This theme is being split.{' '}
            <a class="nhsuk-link" href={paths.sorting({ commissioner, split: split.id })}>
              Sort {commentsInWords(split.left)}
            </a>
          </p>
        </InsetText>
      )}
      <div class="nhsuk-button-group">
        <Button text="Reword" variant="secondary" href={paths.wording(here)} />
        <Button text="Move" variant="secondary" href={paths.place(here)} />
        <Button text="Merge" variant="secondary" href={paths.merge(here)} />
        {!split && <Button text="Split" variant="secondary" href={paths.split(here)} />}
        {below.length === 0 && <Button text="Put away" variant="secondary" href={paths.retirement(here)} />}
      </div>
      {below.length > 0 && <p>You can put this theme away when no theme is under it.</p>}
    </>
  )
}
