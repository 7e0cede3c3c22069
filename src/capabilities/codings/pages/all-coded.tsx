import { type Frame, framePath } from '#capabilities/themes'
import { Button } from '#design'
import { type Batch, keyOf, type Progress } from '../batch.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  batch: Omit<Batch, 'comments'>
  frame: Frame
  progress: Progress
  /** The first comment, to go through them again. */
  first: string | undefined
}

/** Nothing is left to code. */
export const AllCodedPage = ({ commissioner, batch, frame, progress, first }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{batch.title}</span> {progress.all === 0 ? 'There are no comments to code' : 'Every comment is coded'}
    </h1>
    {progress.all > 0 && (
      <p>
        {progress.coded} of {progress.all} comments are coded with the frame {frame.title}.
      </p>
    )}
    <div class="nhsuk-button-group">
      <Button text="See the themes" href={framePath({ commissioner, frame: frame.id })} />
      {first && (
        <Button
          text="Go through them again"
          variant="secondary"
          href={paths.comment({ commissioner, frame: frame.id, batch: keyOf(batch), contribution: first })}
        />
      )}
    </div>
    <p>
      <a class="nhsuk-link" href={paths.coding({ commissioner })}>
        Code something else
      </a>
    </p>
  </>
)
