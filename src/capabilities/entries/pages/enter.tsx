import { ContactQuestions } from '#capabilities/forms'
import { Questions, type SurveyVersion } from '#capabilities/surveys'
import { Button, DateField, DateInLondon, Input, InsetText, Mistakes, Select, Textarea } from '#design'
import type { Body } from '#platform/forms.ts'
import { hasTwoDays } from '../forms.ts'
import { paths } from '../paths.ts'
import { helperNames, helpers, type Way, wayNames } from '../way.ts'

interface Props {
  commissioner: string
  consultation: { id: string; title: string; places: readonly string[] }
  version: SurveyVersion
  way: Way
  late: boolean
  lastDay: string
  form: { values: Body; errors: Readonly<Record<string, string | undefined>> }
  /** The receipt number of what was entered before this. */
  receipt: string | null
}

/** All the questions on one page, for whoever types in what somebody else said: from the first box to the button by keyboard alone. */
export function EnterPage({ commissioner, consultation, version, way, late, lastDay, form, receipt }: Props) {
  const { values, errors } = form
  const typed = (name: string) => [values[name] ?? ''].flat().at(-1) ?? ''
  return (
    <>
      <Mistakes errors={errors} ids={{ 'typed-said': 'typed-said-day', 'typed-received': 'typed-received-day' }} />
      {receipt && (
        <InsetText>
          <p>
            That is entered. Its receipt number is <strong>{receipt}</strong>. Give it to whoever answered: we cannot show it again. You can
            enter the next one below.
          </p>
        </InsetText>
      )}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{wayNames[way]}</span> {consultation.title}
      </h1>
      <p>Enter only what was said. Leave a question empty where it was not answered, and leave out the names of other people.</p>
      <form method="post" action={paths.list({ commissioner, id: consultation.id })} novalidate>
        <input type="hidden" name="typed-way" value={way} />
        {/* The version these questions come from, so that answers are read by it should another be released meanwhile. */}
        <input type="hidden" name="survey-version" value={version.id} />
        {way === 'event' && (
          <>
            <Input
              id="typed-event"
              name="typed-event"
              label="What the event was"
              hint="Like “Drop-in at the library, evening”."
              value={typed('typed-event')}
              errorMessage={errors['typed-event']}
            />
            <Input
              id="typed-present"
              name="typed-present"
              label="How many people were in the room"
              hint="We show this number beside the responses. This note is one response, however many people were there."
              inputmode="numeric"
              width={5}
              value={typed('typed-present')}
              errorMessage={errors['typed-present']}
            />
          </>
        )}
        <DateField
          name="typed-said"
          label={hasTwoDays(way) ? 'The day it was written' : way === 'event' ? 'The day of the event' : 'The day it was said'}
          values={values}
          error={errors['typed-said']}
        />
        {hasTwoDays(way) && (
          <DateField name="typed-received" label="The day it reached us" values={values} error={errors['typed-received']} />
        )}
        {late && (
          <Textarea
            id="typed-late"
            name="typed-late"
            label={{ text: 'Why is it entered after the last day?', size: 's' }}
            hint={
              <>
                People could answer until the end of <DateInLondon on={lastDay} />.
              </>
            }
            rows={2}
            value={typed('typed-late')}
            errorMessage={errors['typed-late'] ? { text: errors['typed-late'] } : undefined}
          />
        )}
        {way !== 'event' && (
          <>
            <Select
              id="typed-helper"
              name="typed-helper"
              label="Who helped them to answer?"
              value={typed('typed-helper')}
              errorMessage={errors['typed-helper']}
              items={[{ value: '', text: 'Nobody' }, ...helpers.map((helper) => ({ value: helper, text: helperNames[helper] }))]}
            />
            <Input
              id="typed-organisation"
              name="typed-organisation"
              label="Organisation they speak for (optional)"
              hint="Its name or NHS code as it is on our list of organisations."
              value={typed('typed-organisation')}
              errorMessage={errors['typed-organisation']}
            />
            <Input
              id="typed-authorised"
              name="typed-authorised"
              label="Post of whoever authorised it there"
              hint="Only for an organisation. Like “chair”. No names."
              value={typed('typed-authorised')}
              errorMessage={errors['typed-authorised']}
            />
          </>
        )}
        <h2 class="nhsuk-heading-m">The questions</h2>
        <Questions version={version} form={form} commissioner={commissioner} />
        {way !== 'event' && (
          <>
            <h2 class="nhsuk-heading-m">About them, and what they agree to</h2>
            <p>Read these out, or look for them in what was written. “You” and “your” are the person who answers.</p>
            <ContactQuestions promise={version.promise} places={consultation.places} form={form} />
          </>
        )}
        <Button text="Save and enter the next" preventDoubleClick />
      </form>
    </>
  )
}
