import { themePath } from '#capabilities/themes'
import { Button, DateInLondon, SafeWords } from '#design'
import { paths } from '../paths.ts'
import { inAddress } from '../queue.ts'
import { sliceOf } from '../span.ts'
import { type CommentProps, hereOf } from './open-comment.tsx'

/** What a comment is coded as, as far as the reader may see it. */
export function Codings(props: CommentProps) {
  const { commissioner, comment, codings, blind, queue, mayCode } = props
  if (codings.length === 0) return <p>{blind ? 'You have not coded this comment yet.' : 'This comment is not coded yet.'}</p>
  return (
    <>
      <h2 class="nhsuk-heading-s">Coded as</h2>
      <ul class="nhsuk-list gt-codings">
        {codings.map(({ id, themeId, themeName, span, coderName, madeAt }) => (
          <li class="gt-codings__item">
            <div>
              <a class="nhsuk-link" href={themePath({ commissioner, theme: themeId })}>
                {themeName}
              </a>{' '}
              {span ? (
                <>
                  “<SafeWords words={sliceOf(comment.words, span)} inline />”
                </>
              ) : (
                'the whole comment'
              )}
              <span class="gt-comments__about gt-codings__who">
                {coderName}, <DateInLondon at={madeAt} />
              </span>
            </div>
            {mayCode && (
              <form method="post" action={`${paths.removal({ ...hereOf(props), coding: id })}${inAddress(queue)}`}>
                <Button small variant="secondary" text="Remove" ariaLabel={`Remove ${themeName}`} classes="gt-codings__remove" />
              </form>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
