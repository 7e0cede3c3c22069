import { formatDate } from '#design'
import type { Coding, RecordedComment } from '../coding.ts'
import { type Piece, piecesOf } from '../span.ts'

interface Props {
  words: string
  codings: readonly Coding[]
  id?: string
}

/**
 * Someone's words with what is coded in them marked. Each piece says where it begins and ends, in code points, so that
 * a browser can tell which words were selected.
 */
export function CodedWords({ words, codings, id }: Props) {
  const coded = codings.flatMap(({ span, themeName }) => (span ? [{ ...span, themeName }] : []))
  return (
    <p class="gt-coded-words" id={id} dir="auto">
      {piecesOf(words, coded).map((piece) => {
        const themes = [...new Set(piece.within.map((index) => coded[index]!.themeName))]
        if (themes.length === 0) return <Run piece={piece} />
        return (
          <mark class="gt-coded">
            <Run piece={piece} />
            <span class="nhsuk-u-visually-hidden" lang="en">{` (coded as ${themes.join(', ')}) `}</span>
          </mark>
        )
      })}
    </p>
  )
}

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
