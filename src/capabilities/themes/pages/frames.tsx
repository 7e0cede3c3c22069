import { Button, DateInLondon, Empty, Pager, Table } from '#design'
import type { Frame } from '../frame.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  frames: readonly Frame[]
  next: string | null
  mayShape: boolean
}

/** The frames there are, and how to begin one. */
export const FramesPage = ({ commissioner, frames, next, mayShape }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">Frames</h1>
    <p>A frame is a set of themes. You use it to say what people’s comments are about. One frame can serve many projects.</p>
    {mayShape && (
      <p>
        <a class="nhsuk-link" href={paths.plans({ commissioner })}>
          Bring in a frame from a file
        </a>
      </p>
    )}
    {frames.length === 0 ? (
      <Empty begin={mayShape ? { text: 'Make a frame', href: paths.newFrame({ commissioner }) } : undefined}>
        There are no frames yet. You need one before you can code comments.
      </Empty>
    ) : (
      <>
        {mayShape && <Button text="Make a frame" href={paths.newFrame({ commissioner })} />}
        <Table
          caption={{ text: 'Frames, latest first', size: 's' }}
          responsive
          head={['Frame', 'Version', 'Made']}
          rows={frames.map(({ id, title, version, madeAt }) => [
            {
              html: (
                <a class="nhsuk-link" href={paths.frame({ commissioner, frame: id })}>
                  {title}
                </a>
              ),
            },
            { text: String(version) },
            { html: <DateInLondon at={madeAt} /> },
          ])}
        />
        <Pager next={next} label="More frames" />
      </>
    )}
  </>
)
