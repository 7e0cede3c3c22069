import { builderOf, previewOf, promiseNames } from '#capabilities/surveys'
import { variantsOf } from '#capabilities/variants'
import { DateInLondon, Facts, type Happening, type HintedLink, History, Links } from '#design'
import { standingOf } from '../consultation.ts'
import { paths } from '../paths.ts'
import { kindNames } from '../proposal.ts'
import { standingNames } from './desk-list.tsx'
import { Readiness } from './readiness.tsx'
import { answeringNames } from './section-fields.tsx'
import { type NextProps, WhatNext } from './what-next.tsx'

interface Props extends NextProps {
  responses: number
  names: ReadonlyMap<string, string>
  neighbours: readonly HintedLink[]
  happenings: readonly Happening[]
}

/** One consultation for staff: what is true of it, what can be done next, and what cannot and why. */
export function RecordPage(props: Props) {
  const { commissioner, consultation, survey, responses, today, mayRun, missing, names, neighbours, happenings } = props
  const { publication, closure } = consultation
  const questions = survey.questions.length
  return (
    <>
      <h1 class="nhsuk-heading-l">{consultation.title}</h1>
      <Facts
        facts={[
          { name: 'What it is', value: kindNames[consultation.kind] },
          { name: 'Where it stands', value: standingNames[standingOf(consultation, today)] },
          publication && { name: 'Published', value: <Done at={publication.at} by={names.get(publication.by ?? '')} /> },
          closure && { name: 'Closed early', value: <Done at={closure.at} by={names.get(closure.by ?? '')} /> },
          closure && { name: 'Why it closed', value: closure.reason },
          { name: 'Opens', value: <DateInLondon on={consultation.opensOn} /> },
          { name: 'Last day', value: <DateInLondon on={consultation.closesOn} /> },
          consultation.feedbackDueOn !== null && { name: 'People are told by', value: <DateInLondon on={consultation.feedbackDueOn} /> },
          { name: 'Who can answer', value: answeringNames[consultation.answering] },
          { name: 'Promise', value: promiseNames[survey.promise] },
          {
            name: 'Questions',
            value: (
              <a class="nhsuk-link" href={builderOf({ commissioner, id: survey.surveyId })}>
                {questions === 1 ? '1 question' : `${questions} questions`}
              </a>
            ),
          },
          { name: 'Responses so far', value: responses },
          publication && {
            name: 'Public page',
            value: (
              <a class="nhsuk-link" href={paths.show({ commissioner, slug: consultation.slug })}>
                {paths.show({ commissioner, slug: consultation.slug })}
              </a>
            ),
          },
        ]}
      />
      <WhatNext {...props} />
      {mayRun && !publication && <Readiness commissioner={commissioner} consultation={consultation} missing={missing} />}
      <h2 class="nhsuk-heading-m">More about it</h2>
      <ul class="nhsuk-list gt-list">
        <li>
          <a class="nhsuk-link" href={previewOf({ commissioner, id: survey.surveyId })}>
            See the questions as people will see them
          </a>
        </li>
        <li>
          <a class="nhsuk-link" href={variantsOf({ commissioner, id: survey.surveyId })}>
            Languages and formats
          </a>
        </li>
        {mayRun && publication && (
          <li>
            <a class="nhsuk-link" href={paths.documents({ commissioner, id: consultation.id })}>
              Documents
            </a>
          </li>
        )}
      </ul>
      <Links links={neighbours} />
      <History happenings={happenings} />
    </>
  )
}

const Done = ({ at, by }: { at: Date; by: string | undefined }) => (
  <>
    <DateInLondon at={at} />
    {by && `, by ${by}`}
  </>
)
