import type { ComponentChildren } from 'preact'
import type { PaperProps } from '../question.ts'

/** A question as it is printed, with what to do, and room to do it by hand. */
export const OnPaper = ({ question, number, how, children }: PaperProps & { how?: string; children: ComponentChildren }) => (
  <section class="gt-on-paper">
    <h2 class="nhsuk-heading-s gt-on-paper__question">{number === undefined ? question.text : `${number}. ${question.text}`}</h2>
    {question.hint && <p>{question.hint}</p>}
    {how && <p class="gt-on-paper__how">{how}</p>}
    {children}
  </section>
)

/** Boxes to tick, one under another. */
export const TickBoxes = ({ labels, beside = false }: { labels: readonly string[]; beside?: boolean }) => (
  <ul class={`gt-on-paper__options${beside ? ' gt-on-paper__options--beside' : ''}`}>
    {labels.map((label) => (
      <li>
        <Box /> {label}
      </li>
    ))}
  </ul>
)

export const Box = () => <span class="gt-on-paper__box" />

/** Lines to write on, far enough apart for a hand. */
export const Lines = ({ count }: { count: number }) => (
  <>
    {Array.from({ length: count }, () => (
      <div class="gt-on-paper__line" />
    ))}
  </>
)

/** A box to write in, of so many characters, with what it is for. */
export const WritingBox = ({ label, width, before, after }: { label?: string; width: number; before?: string; after?: string }) => (
  <span class="gt-on-paper__part">
    {label && <span class="gt-on-paper__label">{label}</span>}
    <span>
      {before} <span class={`gt-on-paper__writing gt-on-paper__writing--${width}`} /> {after}
    </span>
  </span>
)

/** A table to fill in: a row for each thing. */
export const PaperTable = ({
  rows,
  heads,
}: {
  rows: readonly { label: string; cell: ComponentChildren[] }[]
  heads: readonly string[]
}) => (
  <table class="gt-on-paper__table">
    <thead>
      <tr>{heads.map((head, at) => (at === 0 && head === '' ? <td /> : <th scope="col">{head}</th>))}</tr>
    </thead>
    <tbody>
      {rows.map(({ label, cell }) => (
        <tr>
          <th scope="row">{label}</th>
          {cell.map((content) => (
            <td>{content}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
