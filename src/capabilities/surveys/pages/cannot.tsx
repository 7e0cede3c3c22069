import { type BrokenDependence, dependenceWords } from '../dependence.ts'
import { paths } from '../paths.ts'
import type { Question } from '../question.ts'

interface Props {
  heading: string
  here: { commissioner: string; id: string }
  /** What would no longer know the answer it needs. */
  broken: readonly BrokenDependence[]
  questions: readonly Question[]
}

/** Why something cannot be done to a question yet, with a way to each question that stands in the way. */
export const CannotPage = ({ heading, here, broken, questions }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">{heading}</h1>
    <ul class="nhsuk-list nhsuk-list--bullet">
      {broken.map((dependence) => {
        const at = { ...here, key: dependence.question.key }
        const isCondition = dependence.because === 'it is asked because of that answer'
        return (
          <li>
            {dependenceWords(dependence, questions)}{' '}
            <a class="nhsuk-link" href={isCondition ? paths.conditions(at) : paths.question(at)}>
              {isCondition ? 'Change who is asked' : 'Change the words of'} “{dependence.question.text}”
            </a>
          </li>
        )
      })}
    </ul>
    <p>
      <a class="nhsuk-link" href={paths.builder(here)}>
        Back to the questions
      </a>
    </p>
  </>
)
