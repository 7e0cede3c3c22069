import { framePath } from '#capabilities/themes'
import { InsetText, Mistakes, Pagination, Tag } from '#design'
import { keyOf } from '../batch.ts'
import { marks } from '../mark.ts'
import { paths } from '../paths.ts'
import { inAddress, queueInWords } from '../queue.ts'
import { AboutComment, CodedWords } from './coded-words.tsx'
import { CodingForm } from './coding-form.tsx'
import { Codings } from './codings.tsx'
import { CommentActs } from './comment-acts.tsx'
import { Keyboard } from './keyboard.tsx'
import { type CommentProps, hereOf } from './open-comment.tsx'
import { Suggestions } from './suggestions.tsx'

/** One comment: its words, what they are coded as, and a form to code them further. */
export function CommentPage(props: CommentProps) {
  const { batch, comment, codings, suggested, mayCode } = props
  return (
    <div id="coding">
      <Mistakes errors={props.chosen.errors} />
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{batch.title}</span> Code a comment
      </h1>
      <HowFar {...props} />
      {props.blind && (
        <InsetText text="This comment is being coded blind. Until that is over, you see only your own coding of it, and no suggestions." />
      )}
      <div class="gt-coding">
        <div class="gt-coding__words">
          <section class="gt-comment" aria-label="The comment">
            {comment.questionText && <p class="gt-comments__about">{comment.questionText}</p>}
            <CodedWords id="words" words={comment.words} codings={codings} suggestions={suggested.themes} />
            <AboutComment comment={comment} />
            <Standing {...props} />
          </section>
          {mayCode && <Suggestions {...props} />}
          <Codings {...props} />
          {mayCode && <CommentActs {...props} />}
        </div>
        {mayCode ? <CodingForm {...props} /> : <p>You can look at the coding. Analysts, engagement leads and administrators can code.</p>}
      </div>
      {mayCode && <Keyboard />}
      <Beside {...props} />
    </div>
  )
}

const number = (count: number) => count.toLocaleString('en-GB')

/** How far the batch has come, and how far this coder. */
function HowFar(props: CommentProps) {
  const { commissioner, frame, batch, queue, progress, pace } = props
  return (
    <div class="gt-coding__progress">
      <progress max={Math.max(1, progress.all)} value={progress.finished} aria-labelledby="progress" />
      <p>
        <span id="progress">
          {number(progress.finished)} of {number(progress.all)} comments finished{queue.rule === 'round' && ' by you in this round'}
        </span>
        , with the frame{' '}
        <a class="nhsuk-link" href={framePath({ commissioner, frame: frame.id })}>
          {frame.title}
        </a>
        . {queue.rule !== 'order' && <>You are coding {queueInWords(queue)}. </>}
        {pace && (
          <span id="pace">
            You finished {number(pace.today)} today, {number(pace.lastHour)} of them in the last hour.{' '}
          </span>
        )}
        <a class="nhsuk-link" href={`${paths.overview({ commissioner, frame: frame.id, batch: keyOf(batch) })}${inAddress(queue)}`}>
          How far we are
        </a>
      </p>
    </div>
  )
}

/** What is true of the comment beside its codings. */
function Standing({ isFinished, finishedBy, marks: standing, mayCode }: CommentProps) {
  const shown = marks.filter(({ kind }) => standing.includes(kind))
  if (!isFinished && shown.length === 0 && (!mayCode || finishedBy.length === 0)) return null
  return (
    <p class="gt-comment__standing">
      {isFinished && <Tag text="You finished it" colour="green" />}{' '}
      {mayCode && finishedBy.length > 0 && <>Finished by {finishedBy.join(', ')}. </>}
      {shown.map(({ kind, shown: text }) => (
        <>
          <Tag text={text} colour={kind === 'look again' ? 'orange' : 'blue'} />{' '}
        </>
      ))}
    </p>
  )
}

const Beside = (props: CommentProps) => {
  const link = (contribution: string) => `${paths.comment({ ...hereOf(props), contribution })}${inAddress(props.queue)}`
  const { previous, next } = props.beside
  const label = (text: string) => ({ text })
  return (
    <Pagination
      ariaLabel="All comments, finished or not"
      previous={previous ? { href: link(previous), label: label('comment, finished or not') } : undefined}
      next={next ? { href: link(next), label: label('comment, finished or not') } : undefined}
    />
  )
}
