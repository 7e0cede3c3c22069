import { newThemePath } from '#capabilities/themes'
import { Button, SafeWords } from '#design'
import { readPlace } from '../forms.ts'
import { paths } from '../paths.ts'
import { inAddress } from '../queue.ts'
import { sentiments } from '../sentiment.ts'
import { isWithin, partsOf, type Span, sliceOf } from '../span.ts'
import { Choices } from './choices.tsx'
import { type CommentProps, hereOf } from './open-comment.tsx'

// A list that takes longer to go through than the words themselves helps nobody.
const mostPlaces = 60

/** Which words, what they are about, how they feel; and on to the next. */
export function CodingForm(props: CommentProps) {
  const { commissioner, frame, themes, keys, comment, chosen, queue, sentiment, suggested } = props
  const here = hereOf(props)
  if (themes.length === 0)
    return (
      <p>
        You can code when the frame has a theme.{' '}
        <a class="nhsuk-link" href={newThemePath({ commissioner, frame: frame.id })}>
          Add a theme
        </a>
      </p>
    )
  const felt = chosen.sentiment ?? (sentiment === null ? '' : String(sentiment))
  return (
    <form method="post" action={`${paths.codings(here)}${inAddress(queue)}`} id="code" class="gt-coding__form" novalidate>
      <Choices
        type="radio"
        name="place"
        legend="Which words?"
        error={chosen.errors.place}
        chosen={[chosen.place]}
        choices={places(comment.words, chosen.place)}
      />
      <Choices
        type="checkbox"
        name="themes"
        legend="What are they about?"
        error={chosen.errors.themes}
        chosen={chosen.themes}
        choices={themes.map(({ id, fullName, definition }) => ({
          value: id,
          label: fullName,
          hint: definition || undefined,
          key: keys.get(id),
        }))}
      />
      <Choices
        type="radio"
        name="sentiment"
        legend="How does it feel? (you can leave this out)"
        hint={suggestedFeeling(suggested.sentiment)}
        error={chosen.errors.sentiment}
        chosen={[felt]}
        choices={sentiments.map(({ value, label }) => ({ value: String(value), label }))}
      />
      <div class="nhsuk-button-group gt-coding__buttons">
        <Button text="Code" name="act" value="code" variant="secondary" />
        <Button text="Done, next" name="act" value="done" />
        <Button text="Nothing here fits, next" name="act" value="nothing" variant="secondary" />
        <a class="nhsuk-link" id="pass" href={`${paths.batch(here)}${inAddress(queue, { after: comment.id })}`}>
          Pass over this comment
        </a>
      </div>
    </form>
  )
}

const suggestedFeeling = (value: number | null) =>
  value === null
    ? undefined
    : `Suggested: ${sentiments.find((one) => one.value === value)?.label.toLowerCase()}. It counts only when you choose it.`

const keyOfSpan = ({ start, end }: Span) => `${start}-${end}`

/** The whole comment, each sentence where there are several, and whatever other words were chosen. */
function places(words: string, chosen: string) {
  const points = [...words]
  const sentences = partsOf(words, mostPlaces)
  const items =
    sentences.length > 1
      ? sentences.map((span) => ({
          value: keyOfSpan(span),
          label: <SafeWords words={shortened(points.slice(span.start, span.end))} inline />,
        }))
      : []
  const span = readPlace(chosen)
  const other = span && isWithin(words, span) && !items.some((item) => item.value === chosen) ? span : null
  return [
    { value: 'whole', label: 'The whole comment' },
    ...items,
    ...(other ? [{ value: chosen, id: 'place-selected', label: <Quoted words={sliceOf(words, other)} /> }] : []),
  ]
}

const longestLabel = 300

/** The words stand in full beside it: of a long part its beginning and its end are enough to know it by. */
const shortened = (points: readonly string[]) =>
  points.length <= longestLabel ? points.join('') : `${points.slice(0, 200).join('')} … ${points.slice(-80).join('')}`

const Quoted = ({ words }: { words: string }) => (
  <>
    “<SafeWords words={shortened([...words])} inline />”
  </>
)
