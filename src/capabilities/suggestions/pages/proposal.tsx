import { commentsInWords, type Frame, newThemePath } from '#capabilities/themes'
import { Button, SafeWords } from '#design'
import { paths } from '../paths.ts'
import type { Proposal } from '../proposal.ts'

interface Props {
  commissioner: string
  frame: Frame
  proposal: Proposal
  comments: readonly { id: string; words: string }[]
}

/** A theme that may be missing, with what people said. */
export const ProposalPage = ({ commissioner, frame, proposal: { id, name, terms, comments: all, dismissed }, comments }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">A theme that may be missing from {frame.title}</span> {name}
    </h1>
    <p>
      {commentsInWords(all)} that fit no theme and use these words: {terms.join(', ')}.
    </p>
    {dismissed ? (
      <p>Somebody looked at these and decided that they are no theme.</p>
    ) : (
      <form method="post" action={paths.dismissal({ commissioner, frame: frame.id, proposal: id })} class="nhsuk-button-group">
        <Button text="Make it a theme" href={`${newThemePath({ commissioner, frame: frame.id })}?${new URLSearchParams({ name })}`} />
        <Button text="Not a theme" variant="secondary" preventDoubleClick />
      </form>
    )}
    <h2 class="nhsuk-heading-m">What people said</h2>
    <p>{comments.length < all ? `${comments.length} of ${all.toLocaleString('en-GB')} comments.` : ''} That you opened them is recorded.</p>
    <ul class="nhsuk-list gt-list">
      {comments.map(({ words }) => (
        <li>
          <SafeWords words={words} />
        </li>
      ))}
    </ul>
  </>
)
