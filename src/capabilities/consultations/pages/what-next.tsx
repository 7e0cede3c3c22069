import { builderOf, type SurveyVersion } from '#capabilities/surveys'
import { Button, DateInLondon } from '#design'
import { type Consultation, standingOf } from '../consultation.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  consultation: Consultation
  survey: SurveyVersion
  today: string
  mayRun: boolean
}

/** What can be done with a consultation now; and for what cannot, why not. */
export function WhatNext({ commissioner, consultation, survey, today, mayRun }: Props) {
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
      {standing === 'draft' && (
        <>
          {survey.questions.length === 0 && <p>You can publish it when it has a question: it has none yet.</p>}
          {consultation.closesOn < today && <p>You can publish it when its last day is ahead: change the dates first.</p>}
          <div class="nhsuk-button-group">
            {survey.questions.length > 0 && consultation.closesOn >= today && <Button text="Publish" href={paths.publication(here)} />}
            <Button text="Write the questions" variant="secondary" href={builderOf({ commissioner, id: survey.surveyId })} />
            <Button text="Change what it says" variant="secondary" href={paths.draft(here)} />
          </div>
        </>
      )}
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
          <p>People rely on what it says, so its words and dates cannot be changed now.</p>
          <Button text="Close it early" variant="secondary" href={paths.closure(here)} />
        </>
      )}
      {standing === 'closed' && (
        <p>It is closed and cannot be opened again. Read what people said, then say what you heard and what is decided.</p>
      )}
    </>
  )
}
