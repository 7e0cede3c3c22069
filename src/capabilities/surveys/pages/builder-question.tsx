import { Button } from '#design'
import { paths } from '../paths.ts'
import type { Question } from '../question.ts'
import { offeredBy } from '../questions/option-list.tsx'
import { typeOf } from '../questions/registry.ts'

interface Props {
  here: { commissioner: string; id: string }
  question: Question
  isFirst: boolean
  isLast: boolean
  mayBuild: boolean
}

/** One question in the builder, with what can be done with it. */
export function BuilderQuestion({ here, question, isFirst, isLast, mayBuild }: Props) {
  const at = { ...here, key: question.key }
  const offered = offeredBy(question)
  return (
    <li class="gt-questions__question" id={question.key}>
      <h2 class="nhsuk-heading-s">{question.text}</h2>
      <p class="gt-questions__kind">
        {typeOf(question).label}. {question.required ? 'People must answer it.' : 'People can skip it.'}
      </p>
      {question.hint && <p>Hint: {question.hint}</p>}
      {offered.length > 0 && (
        <ul class="nhsuk-list nhsuk-list--bullet">
          {offered.map(({ label }) => (
            <li>{label}</li>
          ))}
        </ul>
      )}
      {mayBuild && (
        <div class="gt-questions__acts">
          <a class="nhsuk-link" href={paths.question(at)}>
            Edit<span class="nhsuk-u-visually-hidden"> “{question.text}”</span>
          </a>
          {!isFirst && <Move at={at} direction="up" text={question.text} />}
          {!isLast && <Move at={at} direction="down" text={question.text} />}
          <a class="nhsuk-link" href={paths.removal(at)}>
            Remove<span class="nhsuk-u-visually-hidden"> “{question.text}”</span>
          </a>
        </div>
      )}
    </li>
  )
}

const Move = ({
  at,
  direction,
  text,
}: {
  at: { commissioner: string; id: string; key: string }
  direction: 'up' | 'down'
  text: string
}) => (
  <form method="post" action={paths.place(at)}>
    <input type="hidden" name="direction" value={direction} />
    <Button variant="secondary" small>
      Move {direction}
      <span class="nhsuk-u-visually-hidden"> “{text}”</span>
    </Button>
  </form>
)
