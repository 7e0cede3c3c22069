import { Button } from '#design'
import { askedWords } from '../condition.ts'
import { paths } from '../paths.ts'
import { pipedText } from '../piping.ts'
import type { Option, Question } from '../question.ts'
import { typeOf } from '../questions/registry.ts'
import { isEquality, type SurveyVersion } from '../survey.ts'

interface Props {
  here: { commissioner: string; id: string }
  survey: SurveyVersion
  question: Question
  isFirst: boolean
  isLast: boolean
  mayBuild: boolean
}

/** One question in the builder, with what can be done with it. */
export function BuilderQuestion({ here, survey, question, isFirst, isLast, mayBuild }: Props) {
  const at = { ...here, key: question.key }
  const type = typeOf(question)
  const offered = offeredIn(question)
  const asked = askedWords(question, survey)
  const text = pipedText(question.text, survey, null)
  return (
    <li class="gt-questions__question" id={question.key}>
      <h3 class="nhsuk-heading-s">{text}</h3>
      <p class="gt-questions__kind">
        {type.label}.{type.isOnlyRead ? '' : question.required ? ' People must answer it.' : ' People can skip it.'}
      </p>
      {asked && <p>{asked}.</p>}
      {question.hint && <p>Hint: {question.hint}</p>}
      {offered.length > 0 && <Choices labels={offered.map(({ label }) => label)} />}
      {mayBuild && (
        <div class="gt-questions__acts">
          {!isEquality(question) && (
            <>
              <Act href={paths.question(at)} what="Edit" text={text} />
              <Act href={paths.conditions(at)} what="Who is asked" text={text} />
            </>
          )}
          <Act href={paths.pageStart(at)} what="Page" text={text} />
          {!isFirst && <Move at={at} direction="up" text={text} />}
          {!isLast && <Move at={at} direction="down" text={text} />}
          {!isEquality(question) && (
            <form method="post" action={paths.copies(at)}>
              <Button variant="secondary" small>
                Copy<span class="nhsuk-u-visually-hidden"> “{text}”</span>
              </Button>
            </form>
          )}
          <Act href={paths.removal(at)} what="Remove" text={text} />
        </div>
      )}
    </li>
  )
}

/** What people choose from; where several things each have an answer of their own, the things. */
function offeredIn(question: Question): Option[] {
  if (question.rows?.length) return question.rows
  const isOfThings = question.type === 'ranking' || question.type === 'budget'
  return isOfThings ? (question.options ?? []) : typeOf(question).choices(question)
}

const Act = ({ href, what, text }: { href: string; what: string; text: string }) => (
  <a class="nhsuk-link" href={href}>
    {what}
    <span class="nhsuk-u-visually-hidden"> “{text}”</span>
  </a>
)

const most = 12

/** The first dozen are enough to know a question by. */
const Choices = ({ labels }: { labels: readonly string[] }) => (
  <ul class="nhsuk-list nhsuk-list--bullet">
    {labels.slice(0, most).map((label) => (
      <li>{label}</li>
    ))}
    {labels.length > most && <li>and {labels.length - most} more</li>}
  </ul>
)

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
