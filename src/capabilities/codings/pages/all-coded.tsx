import { type Frame, framePath } from '#capabilities/themes'
import { Button } from '#design'
import { type Batch, keyOf, type Progress } from '../batch.ts'
import { paths } from '../paths.ts'
import { inAddress, type Queue, queueInWords } from '../queue.ts'

interface Props {
  commissioner: string
  batch: Omit<Batch, 'comments'>
  frame: Frame
  queue: Queue
  progress: Progress
  /** The first comment, to go through them again. */
  first: string | undefined
}

/** Nothing is left to code. */
export function AllCodedPage({ commissioner, batch, frame, queue, progress, first }: Props) {
  const here = { commissioner, frame: frame.id, batch: keyOf(batch) }
  const isAll = progress.finished === progress.all
  return (
    <>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{batch.title}</span>{' '}
        {progress.all === 0
          ? 'There are no comments to code'
          : isAll && queue.rule === 'order'
            ? 'Every comment is finished'
            : `Nothing is left here: ${queueInWords(queue)}`}
      </h1>
      {progress.all > 0 && (
        <p>
          {progress.finished.toLocaleString('en-GB')} of {progress.all.toLocaleString('en-GB')} comments are finished with the frame{' '}
          {frame.title}.
        </p>
      )}
      <div class="nhsuk-button-group">
        {isAll || queue.rule === 'order' ? (
          <Button text="See the themes" href={framePath(here)} />
        ) : (
          <Button text="Code the others in order" href={paths.batch(here)} />
        )}
        {first && <Button text="Go through them again" variant="secondary" href={paths.comment({ ...here, contribution: first })} />}
      </div>
      <p>
        <a class="nhsuk-link" href={`${paths.overview(here)}${inAddress(queue)}`}>
          How far we are
        </a>
      </p>
      <p>
        <a class="nhsuk-link" href={paths.coding({ commissioner })}>
          Code something else
        </a>
      </p>
    </>
  )
}
