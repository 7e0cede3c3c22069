import { Button, SafeWords } from '#design'
import { paths } from '../paths.ts'
import { inAddress } from '../queue.ts'
import { isWithin, sliceOf } from '../span.ts'
import { type CommentProps, hereOf } from './open-comment.tsx'

/** What a machine would say. It is marked as that, and nothing is ticked for anyone. */
export function Suggestions(props: CommentProps) {
  const { comment, suggested, codings, own, queue } = props
  const taken = new Set(codings.filter((coding) => coding.coderId === own).map((coding) => coding.themeId))
  const left = suggested.themes.filter(({ themeId }) => !taken.has(themeId))
  if (left.length === 0) return null
  return (
    <section class="gt-suggested" aria-labelledby="suggested">
      <h2 class="nhsuk-heading-s" id="suggested">
        Suggested
      </h2>
      <p class="gt-comments__about">Guessed by this computer from what was coded before. It counts only when you take it over.</p>
      <ul class="nhsuk-list">
        {left.map(({ themeId, themeName, because }) => {
          const span = because.find((one) => isWithin(comment.words, one))
          return (
            <li class="gt-suggested__item">
              <form method="post" action={`${paths.codings(hereOf(props))}${inAddress(queue)}`}>
                <input type="hidden" name="themes" value={themeId} />
                <p>
                  <span class="gt-suggested__name">{themeName}</span>
                  {span && (
                    <>
                      , because of “<SafeWords words={sliceOf(comment.words, span)} inline />”
                    </>
                  )}
                </p>
                <div class="gt-suggested__acts">
                  <Button
                    small
                    variant="secondary"
                    name="place"
                    value="whole"
                    text="Take for the whole comment"
                    ariaLabel={`Take for the whole comment: ${themeName}`}
                  />
                  {span && (
                    <Button
                      small
                      variant="secondary"
                      name="place"
                      value={`${span.start}-${span.end}`}
                      text="Take for these words"
                      ariaLabel={`Take for these words: ${themeName}`}
                    />
                  )}
                </div>
              </form>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
