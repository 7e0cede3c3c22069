import { type Frame, framePath } from '#capabilities/themes'
import { Button, Facts, type HintedLink, Links } from '#design'
import { type Batch, keyOf, type Pace, type Progress } from '../batch.ts'
import { paths } from '../paths.ts'
import { QueueChoice } from './queue-choice.tsx'

interface Props {
  commissioner: string
  batch: Omit<Batch, 'comments'>
  frame: Frame
  queue: string
  progress: Progress
  pace: Pace | null
  /** Who finished how many, by name; null for those who do not code. */
  team: readonly { name: string; kind: string; finished: number }[] | null
  links: readonly HintedLink[]
  mayCode: boolean
}

const number = (count: number) => count.toLocaleString('en-GB')

/** How far a batch has come with a frame, and how to go on with it. */
export function OverviewPage({ commissioner, batch, frame, queue, progress, pace, team, links, mayCode }: Props) {
  const here = { commissioner, frame: frame.id, batch: keyOf(batch) }
  return (
    <>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{batch.title}</span> How far we are
      </h1>
      <div class="gt-coding__progress">
        <progress max={Math.max(1, progress.all)} value={progress.finished} aria-labelledby="progress" />
        <p>
          <span id="progress">
            {number(progress.finished)} of {number(progress.all)} comments finished
          </span>
          , with the frame{' '}
          <a class="nhsuk-link" href={framePath(here)}>
            {frame.title}
          </a>
          . {pace && `You finished ${number(pace.today)} today, ${number(pace.lastHour)} of them in the last hour.`}
        </p>
      </div>
      <form method="get" action={paths.batch(here)}>
        <QueueChoice value={queue} />
        <Button text={mayCode ? 'Go on coding' : 'Look at the coding'} />
      </form>
      {team && team.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">Who finished how many</h2>
          <p>By name, and only for those who code. A comment that two people finished counts for both.</p>
          <Facts
            facts={team.map(({ name, kind, finished }) => ({
              name: kind === 'import' ? `${name} (labels that came with a file)` : name,
              value: number(finished),
            }))}
          />
        </>
      )}
      {links.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">Also for these comments</h2>
          <Links links={links} />
        </>
      )}
      {mayCode && (
        <form method="post" action={paths.keys(here)}>
          <h2 class="nhsuk-heading-m">Keys of the themes</h2>
          <p>
            Each theme keeps its key on the keyboard. You can deal them anew, the most used themes first. Everyone who codes has to learn
            them again.
          </p>
          <Button variant="secondary" text="Deal the keys anew" />
        </form>
      )}
    </>
  )
}
