import { Button } from '#design'
import { actInWords } from '../act.ts'
import { manyAlike } from '../alike.ts'
import { marks } from '../mark.ts'
import { paths } from '../paths.ts'
import { inAddress } from '../queue.ts'
import { type CommentProps, hereOf } from './open-comment.tsx'

/** What else can be done with a comment: take something back, mark it, take out personal data, code others the same. */
export function CommentActs(props: CommentProps) {
  const { comment, undoable, marks: standing, queue, redaction } = props
  const here = hereOf(props)
  return (
    <section aria-labelledby="acts" class="gt-acts">
      <h2 class="nhsuk-heading-s" id="acts">
        This comment
      </h2>
      <Alike {...props} />
      <div class="gt-acts__buttons">
        {undoable && (
          <form method="post" action={`${paths.undoing(here)}${inAddress(queue)}`} id="undo">
            <input type="hidden" name="here" value={comment.id} />
            <Button small variant="secondary" text={`Undo: ${actInWords(undoable)}`} />
          </form>
        )}
        {marks.map(({ kind, put, take, key }) => {
          const stands = standing.includes(kind)
          return (
            <form method="post" action={`${stands ? paths.markRemoval(here) : paths.marks(here)}${inAddress(queue)}`} data-key={key}>
              <input type="hidden" name="kind" value={kind} />
              <Button small variant="secondary" text={stands ? take : put} />
            </form>
          )
        })}
        {redaction && (
          <a class="nhsuk-link" id="redact" href={redaction}>
            Take out personal data
          </a>
        )}
      </div>
    </section>
  )
}

/** A text that many people sent is read once. */
function Alike(props: CommentProps) {
  const { alike, codings, own, isFinished, queue } = props
  if (alike === 0) return null
  const many =
    alike > manyAlike ? `More than ${manyAlike} other comments say` : alike === 1 ? '1 other comment says' : `${alike} other comments say`
  const isDecided = isFinished || codings.some((coding) => coding.coderId === own)
  return (
    <p>
      {many} the same, or nearly, and {alike === 1 ? 'is' : 'are'} not finished.{' '}
      {isDecided ? (
        <a class="nhsuk-link" id="alike" href={`${paths.alike(hereOf(props))}${inAddress(queue)}`}>
          Code {alike === 1 ? 'it' : 'them'} like this one
        </a>
      ) : (
        <>Code this one, and you can code {alike === 1 ? 'it' : 'them'} the same.</>
      )}
    </p>
  )
}
