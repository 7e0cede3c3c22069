import { type Frame, framePath, newThemePath, themePath } from '#capabilities/themes'
import { Button, Checkboxes, DateInLondon, Mistakes, Pagination, Radios, SafeWords } from '#design'
import { type Batch, keyOf, type Progress } from '../batch.ts'
import type { Coding, RecordedComment } from '../coding.ts'
import { readPlace } from '../forms.ts'
import { paths } from '../paths.ts'
import { isWithin, type Span, sentencesOf, sliceOf } from '../span.ts'
import { AboutComment, CodedWords } from './coded-words.tsx'

export interface ChosenCoding {
  place: string
  themes: readonly string[]
  errors: Readonly<Partial<Record<'place' | 'themes', string>>>
}

interface Props {
  commissioner: string
  batch: Omit<Batch, 'comments'>
  frame: Frame
  themes: readonly { id: string; fullName: string; definition: string }[]
  comment: RecordedComment
  codings: readonly Coding[]
  progress: Progress
  beside: { previous: string | null; next: string | null }
  chosen: ChosenCoding
  mayCode: boolean
}

/** One comment: its words, what they are coded as, and a form to code them further. */
export function CommentPage(props: Props) {
  const { commissioner, batch, frame, comment, codings, progress, mayCode } = props
  return (
    <div id="coding">
      <Mistakes errors={props.chosen.errors} />
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{batch.title}</span> Code a comment
      </h1>
      <p>
        <span id="progress">
          {progress.coded.toLocaleString('en-GB')} of {progress.all.toLocaleString('en-GB')} coded
        </span>
        , with the frame{' '}
        <a class="nhsuk-link" href={framePath({ commissioner, frame: frame.id })}>
          {frame.title}
        </a>
      </p>
      <section class="gt-comment" aria-label="The comment">
        {comment.questionText && <p class="gt-comments__about">{comment.questionText}</p>}
        <CodedWords id="words" words={comment.words} codings={codings} />
        <AboutComment comment={comment} />
      </section>
      <Codings {...props} />
      {mayCode ? <CodingForm {...props} /> : <p>You can look at the coding. Analysts, engagement leads and administrators can code.</p>}
      <Beside {...props} />
    </div>
  )
}

function Codings({ commissioner, batch, frame, comment, codings, mayCode }: Props) {
  if (codings.length === 0) return <p>This comment is not coded yet.</p>
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
              {span ? <Quoted words={sliceOf(comment.words, span)} /> : 'the whole comment'}
              <span class="gt-comments__about gt-codings__who">
                {coderName}, <DateInLondon at={madeAt} />
              </span>
            </div>
            {mayCode && (
              <form
                method="post"
                action={paths.removal({ commissioner, frame: frame.id, batch: keyOf(batch), contribution: comment.id, coding: id })}
              >
                <Button small variant="secondary" text="Remove" ariaLabel={`Remove ${themeName}`} classes="gt-codings__remove" />
              </form>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

const Quoted = ({ words }: { words: string }) => (
  <>
    “<SafeWords words={words} inline />”
  </>
)

function CodingForm({ commissioner, batch, frame, themes, comment, chosen }: Props) {
  if (themes.length === 0)
    return (
      <p>
        You can code when the frame has a theme.{' '}
        <a class="nhsuk-link" href={newThemePath({ commissioner, frame: frame.id })}>
          Add a theme
        </a>
      </p>
    )
  const here = { commissioner, frame: frame.id, batch: keyOf(batch), contribution: comment.id }
  return (
    <form method="post" action={paths.codings(here)} id="code" novalidate>
      <div class="nhsuk-grid-row">
        <div class="nhsuk-grid-column-one-half">
          <Radios
            idPrefix="place"
            name="place"
            small
            fieldset={{ legend: { text: 'Which words?', size: 's' } }}
            errorMessage={chosen.errors.place}
            value={chosen.place}
            items={places(comment.words, chosen.place)}
          />
        </div>
        <div class="nhsuk-grid-column-one-half">
          <Checkboxes
            idPrefix="themes"
            name="themes"
            small
            fieldset={{ legend: { text: 'What are they about?', size: 's' } }}
            errorMessage={chosen.errors.themes}
            values={[...chosen.themes]}
            items={themes.map(({ id, fullName, definition }) => ({ value: id, text: fullName, hint: definition || undefined }))}
          />
        </div>
      </div>
      <div class="nhsuk-button-group">
        <Button text="Code" />
        <Button text="Next comment" variant="secondary" href={`${paths.batch(here)}?after=${comment.id}`} />
      </div>
    </form>
  )
}

const keyOfSpan = ({ start, end }: Span) => `${start}-${end}`

/** The whole comment, each sentence where there are several, and whatever other words were chosen. */
function places(words: string, chosen: string) {
  const sentences = sentencesOf(words)
  const items =
    sentences.length > 1
      ? sentences.map((span) => ({ value: keyOfSpan(span), html: <SafeWords words={sliceOf(words, span)} inline /> }))
      : []
  const span = readPlace(chosen)
  const other = span && isWithin(words, span) && !items.some((item) => item.value === chosen) ? span : null
  return [
    { value: 'whole', text: 'The whole comment' },
    ...items,
    ...(other ? [{ value: chosen, id: 'place-selected', html: <Quoted words={sliceOf(words, other)} /> }] : []),
  ]
}

const Beside = ({ commissioner, batch, frame, beside: { previous, next } }: Props) => {
  const link = (contribution: string) => paths.comment({ commissioner, frame: frame.id, batch: keyOf(batch), contribution })
  const label = (text: string) => ({ text })
  return (
    <Pagination
      ariaLabel="All comments, coded or not"
      previous={previous ? { href: link(previous), label: label('comment, coded or not') } : undefined}
      next={next ? { href: link(next), label: label('comment, coded or not') } : undefined}
    />
  )
}
