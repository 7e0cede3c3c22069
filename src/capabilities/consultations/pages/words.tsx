import { linesOf } from '../consultation.ts'

/** Paragraphs, an empty line between them. */
export const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text.split(/\n\s*\n/).map((paragraph) => (
      <p>{paragraph}</p>
    ))}
  </>
)

/** One line is a sentence; several are a list. */
export function Lines({ text }: { text: string }) {
  const lines = linesOf(text)
  return lines.length <= 1 ? (
    <p>{lines[0]}</p>
  ) : (
    <ul class="nhsuk-list nhsuk-list--bullet">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}
