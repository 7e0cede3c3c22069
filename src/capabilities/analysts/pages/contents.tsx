interface Props {
  responses: number
  comments: number
  /** Labels of the columns of choices that may go in. */
  choices: readonly string[]
  leftOut: readonly string[]
}

const many = (count: number, one: string, more: string) => `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`

/** What an analyst is given, and what not and why. */
export const Contents = ({ responses, comments, choices, leftOut }: Props) => (
  <>
    <h2 class="nhsuk-heading-m">What is in it</h2>
    <ul class="nhsuk-list nhsuk-list--bullet">
      <li>{many(responses, 'response', 'responses')}, each with a number dealt at random for this package alone</li>
      <li>{many(comments, 'comment', 'comments')}, with words removed where we removed them</li>
      {choices.map((label) => (
        <li>{label}</li>
      ))}
    </ul>
    <h2 class="nhsuk-heading-m">What is left out</h2>
    <ul class="nhsuk-list nhsuk-list--bullet">
      {leftOut.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  </>
)
