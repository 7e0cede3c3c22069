import { builderOf, type SurveyVersion } from '#capabilities/surveys'
import { Button, DateInLondon, InsetText, Links } from '#design'
import { type Consultation, standingOf } from '../consultation.ts'
import { type Course, isFeedbackGiven } from '../course.ts'
import type { Missing } from '../gate.ts'
import { paths } from '../paths.ts'
import { feedbackStanding } from '../period.ts'

export interface NextProps {
  commissioner: string
  consultation: Consultation
  survey: SurveyVersion
  course: Course
  /** What a formal one lacks before it can be published. */
  missing: readonly Missing[]
  /** The pre-election period in which nothing draws people's eyes to it. */
  hushed: { name: string; to: string } | null
  today: string
  mayRun: boolean
}

/** What can be done with a consultation now; and for what cannot, why not. */
export function WhatNext(props: NextProps) {
  const { commissioner, consultation, today, mayRun } = props
  const here = { commissioner, id: consultation.id }
  const standing = standingOf(consultation, today)
  if (!mayRun)
    return (
      <>
        <h2 class="nhsuk-heading-m">What can be done next</h2>
        <p>Engagement leads and administrators change, publish and close consultations.</p>
      </>
    )
  return (
    <>
      <h2 class="nhsuk-heading-m">What can be done next</h2>
      {standing === 'draft' && <Publish {...props} />}
      {standing === 'opening soon' && (
        <p>
          It opens by itself on <DateInLondon on={consultation.opensOn} />.
        </p>
      )}
      {standing === 'open' && (
        <p>
          It closes by itself at midnight at the end of <DateInLondon on={consultation.closesOn} />.
        </p>
      )}
      {(standing === 'opening soon' || standing === 'open') && (
        <>
          <Hush {...props} />
          <p>People rely on what it says. Its words change only by a correction that everyone can see, and its last day only by these.</p>
          <div class="nhsuk-button-group">
            <Button text="Give more time" variant="secondary" href={paths.extension(here)} />
            <Button text="Close it early" variant="secondary" href={paths.closure(here)} />
            <Button text="Correct what it says" variant="secondary" href={paths.correction(here)} />
          </div>
        </>
      )}
      {standing === 'closed' && (
        <>
          <p>It is closed and cannot be opened again. Read what people said, then say what you heard and what is decided.</p>
          <Feedback {...props} />
        </>
      )}
    </>
  )
}

function Publish({ commissioner, consultation, survey, missing, today }: NextProps) {
  const here = { commissioner, id: consultation.id }
  const isReady = survey.questions.length > 0 && consultation.closesOn >= today && missing.length === 0
  return (
    <>
      {survey.questions.length === 0 && <p>You can publish it when it has a question: it has none yet.</p>}
      {consultation.closesOn < today && <p>You can publish it when its last day is ahead: change the dates first.</p>}
      {missing.length > 0 && <p>You can publish it when nothing is missing any more: what is missing is listed below.</p>}
      <div class="nhsuk-button-group">
        {isReady && <Button text="Publish" href={paths.publication(here)} />}
        <Button text="Write the questions" variant="secondary" href={builderOf({ commissioner, id: survey.surveyId })} />
        <Button text="Change what it says" variant="secondary" href={paths.draft(here)} />
      </div>
    </>
  )
}

/** Before an election a formal consultation goes on without being promoted. */
const Hush = ({ commissioner, consultation, hushed }: NextProps) =>
  hushed && (
    <InsetText>
      <p>
        It is quiet until the end of <DateInLondon on={hushed.to} />, because of the {hushed.name}. People can find it and answer, but it is
        not on the home page or in the feed. Think about giving people more time.
      </p>
      <p>
        <a class="nhsuk-link" href={paths.statement({ commissioner, id: consultation.id, about: 'election' })}>
          Promote it all the same, and say why
        </a>
      </p>
    </InsetText>
  )

function Feedback({ commissioner, consultation, course, today }: NextProps) {
  const statement = (about: string) => paths.statement({ commissioner, id: consultation.id, about })
  const standing = feedbackStanding({ dueOn: consultation.feedbackDueOn, given: isFeedbackGiven(course) }, today)
  if (standing === 'given') return <p>The page says where people can read what came of it.</p>
  const promised = standing !== 'none promised' && { text: 'Say why it will be later, and when', href: statement('late-feedback') }
  return (
    <>
      {consultation.feedbackDueOn && (
        <p>
          {standing === 'late' ? 'You promised to tell people by ' : 'You promised to tell people what came of it by '}
          <DateInLondon on={consultation.feedbackDueOn} />.{standing === 'late' && <strong> That day has passed.</strong>}
        </p>
      )}
      <Links
        links={[{ text: 'Say where people can read what came of it', href: statement('feedback-given') }, ...(promised ? [promised] : [])]}
      />
    </>
  )
}
