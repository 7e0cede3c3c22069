interface Props {
  /** What a person wrote. Runs of █ stand for what was taken out. */
  words: string
  lang?: string
  /** Within a sentence, a link or a table cell: no paragraphs, line breaks become spaces. */
  inline?: boolean
}

// Neighbouring runs are one mark: neither the length of what was removed nor its number of words may show.
const removed = /█(?:[█\s]*█)?/g

/** A person's own words, as they wrote them, in either direction of writing. */
export function SafeWords({ words, lang, inline }: Props) {
  const text = words.replace(/\r\n?/g, '\n').replace(removed, '█').trim()
  if (inline)
    return (
      <span class="gt-words" dir="auto" lang={lang}>
        {withMarks(text.replace(/\s*\n\s*/g, ' '))}
      </span>
    )
  return (
    <div class="gt-words" lang={lang}>
      {text.split(/\n[^\S\n]*\n\s*/).map((paragraph) => (
        <p dir="auto">{paragraph.split('\n').map((line, at) => [at > 0 && <br />, withMarks(line)])}</p>
      ))}
    </div>
  )
}

const withMarks = (line: string) =>
  line.split('█').map((part, at) => [
    at > 0 && (
      <span class="gt-removed" lang="en" dir="ltr">
        [removed]
      </span>
    ),
    part,
  ])
