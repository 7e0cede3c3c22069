import { formatDate } from '#design'
import type { Coding, RecordedComment } from '../coding.ts'
import { type Piece, piecesOf } from '../span.ts'
import type { Suggestion } from '../suggestion.ts'

interface Props {
  words: string
  codings: readonly Pick<Coding, 'span' | 'themeName'>[]
  /** The words that led to a suggestion are marked apart from what somebody coded. */
  suggestions?: readonly Suggestion[]
  id?: string
}

/**
 * Someone's words with what is coded in them marked. Each piece says where it begins and ends, in code points, so that
 * a browser can tell which words were selected.
 */
export function CodedWords({ words, codings, suggestions = [], id }: Props) {
  const coded = codings.flatMap(({ span, themeName }) => (span ? [{ ...span, themeName, isCoded: true }] : []))
  const led = suggestions.flatMap(({ because, themeName }) => because.map((span) => ({ ...span, themeName, isCoded: false })))
  const spans = [...coded, ...led]
  return (
    <p class="gt-coded-words" id={id} dir="auto">
      {piecesOf(words, spans).map((piece) => {
        const within = piece.within.map((index) => spans[index]!)
        const themes = namesOf(within, true)
        const likely = namesOf(within, false).filter((name) => !themes.includes(name))
        if (themes.length + likely.length === 0) return <Run piece={piece} />
        const meaning = [
          themes.length > 0 && `coded as ${themes.join(', ')}`,
          likely.length > 0 && `led to the suggestion ${likely.join(', ')}`,
        ].filter(Boolean)
        return (
          <mark class={themes.length > 0 ? 'gt-coded' : 'gt-led'}>
            <Run piece={piece} />
            <span class="nhsuk-u-visually-hidden" lang="en">{` (${meaning.join('; ')}) `}</span>
          </mark>
        )
      })}
    </p>
  )
}

const namesOf = (spans: readonly { themeName: string; isCoded: boolean }[], isCoded: boolean) => [
  ...new Set(spans.filter((span) => span.isCoded === isCoded).map((span) => span.themeName)),
]

/** When it was said, and the way to its record, where words can be taken out of sight. */
export const AboutComment = ({ comment: { saidOn, record } }: { comment: RecordedComment }) => (
  <p class="gt-comments__about">
    {formatDate(saidOn)}{' '}
    {record && (
      <a class="nhsuk-link" href={record}>
        See the record<span class="nhsuk-u-visually-hidden"> of this comment</span>
      </a>
    )}
  </p>
)

const Run = ({ piece: { start, end, text, removed } }: { piece: Piece }) =>
  removed ? (
    <span class="gt-removed" lang="en" dir="ltr" data-start={start} data-end={end} data-removed="">
      [removed]
    </span>
  ) : (
    <span data-start={start} data-end={end}>
      {text}
    </span>
  )
