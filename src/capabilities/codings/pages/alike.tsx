import { Button, SafeWords } from '#design'
import type { Coding, Comment } from '../coding.ts'

interface Props {
  comment: Pick<Comment, 'words'>
  codings: readonly Coding[]
  others: readonly { id: string; words: string; same: boolean }[]
  /** How many there are, where only some are shown. */
  count: number
  action: string
  cancel: string
}

/** What others wrote that is nearly the same, before all of it is coded alike. */
export function AlikePage({ comment, codings, others, count, action, cancel }: Props) {
  const different = others.filter(({ same }) => !same)
  const names = [...new Set(codings.map(({ themeName }) => themeName))]
  return (
    <>
      <h1 class="nhsuk-heading-l">Code {many(count)} like this one</h1>
      <section class="gt-comment" aria-label="The comment">
        <SafeWords words={comment.words} />
      </section>
      <p>
        {names.length > 0 ? `You coded it as ${names.join(', ')}.` : 'You decided that no theme fits.'} The others get the same themes, and
        are finished. Each person still counts as one. You can undo it as one act.
      </p>
      {different.length === 0 ? (
        <p>Their words are the same to the letter.</p>
      ) : (
        <>
          <h2 class="nhsuk-heading-m">Nearly the same</h2>
          <p>These differ in some words, so the whole comment is coded. Look whether they add something that you would code.</p>
          <ul class="nhsuk-list gt-comments">
            {different.map(({ words }) => (
              <li>
                <SafeWords words={words} />
              </li>
            ))}
          </ul>
        </>
      )}
      <form method="post" action={action}>
        <div class="nhsuk-button-group">
          <Button text={`Code ${many(count)} the same`} />
          <a class="nhsuk-link" href={cancel}>
            Do not
          </a>
        </div>
      </form>
    </>
  )
}

const many = (count: number) => (count === 1 ? '1 comment' : `${count.toLocaleString('en-GB')} comments`)
