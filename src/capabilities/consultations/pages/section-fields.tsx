import type { Weighing } from '#capabilities/calendars'
import { Checkboxes, DateField, DateInLondon, Fieldset, Input, InsetText, Radios, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { Answering, Consultation } from '../consultation.ts'
import { daysOf, isShort, lastFeedbackDay } from '../period.ts'
import { notAVote } from '../proposal.ts'

interface Props {
  form: Form<Record<string, string>>
}

export const OptionFields = ({ form }: Props) => (
  <>
    {numbers(form, 'option').map((at) => (
      <Fieldset legend={{ text: `Option ${at}`, size: 'm' }}>
        <Line form={form} name={`option-${at}-title`} label="What it is, in a few words" />
        <Words form={form} name={`option-${at}-description`} label="What it would mean for people" rows={4} />
        <Ticked form={form} name={`option-${at}-preferred`} text="We prefer this option as things stand" />
        <Words form={form} name={`option-${at}-reason`} label="Why you prefer it, if you do" rows={3} />
      </Fieldset>
    ))}
    <Words
      form={form}
      name="noOptions"
      label="If there are no options yet, why?"
      hint="Like “We want to hear what people need before we draw any up.” Say that people are asked for theirs."
      rows={3}
    />
    {numbers(form, 'discarded').map((at) => (
      <Fieldset legend={{ text: `Set aside ${at}`, size: 'm' }}>
        <Line form={form} name={`discarded-${at}-title`} label="What you thought of and do not propose" />
        <Words form={form} name={`discarded-${at}-why`} label="Why it was set aside" rows={3} />
      </Fieldset>
    ))}
    <Words form={form} name="noneDiscarded" label="If nothing was set aside, why?" rows={3} />
    <p>To add more, save and come back: there is always room for another.</p>
  </>
)

export const InvolvementFields = ({ form }: Props) => (
  <>
    <p>Say how people were involved before there was a proposal. Attach what shows it under “Documents”.</p>
    {numbers(form, 'involvement').map((at) => (
      <Fieldset legend={{ text: `Time ${at}`, size: 'm' }}>
        <Line form={form} name={`involvement-${at}-what`} label="What was done" />
        <Line form={form} name={`involvement-${at}-when`} label="When" />
        <Line form={form} name={`involvement-${at}-who`} label="With whom" />
        <Words form={form} name={`involvement-${at}-changed`} label="What it changed" rows={3} />
      </Fieldset>
    ))}
    <p>To add more, save and come back: there is always room for another.</p>
  </>
)

export const MissingReasons = ({ form, documents }: Props & { documents: string }) => (
  <>
    <p>
      Attach each of these under{' '}
      <a class="nhsuk-link" href={documents}>
        Documents
      </a>
      . Where there is none, say why. Everyone will read it.
    </p>
    <Words form={form} name="noEquality" label="Why there is no equality impact assessment" rows={3} />
    <Words form={form} name="noQuality" label="Why there is no quality impact assessment" rows={3} />
    <Words form={form} name="noPrivacy" label="Why there is no data protection impact assessment" rows={3} />
    <Words form={form} name="noDocument" label="Why there is no document with the proposal in full" rows={3} />
  </>
)

export const TimeFields = ({
  form,
  consultation,
  weighing,
  draft,
}: Props & { consultation: Consultation; weighing: Weighing; draft: string }) => (
  <>
    <p>
      People can answer for {daysOf(consultation)} days, from <DateInLondon on={consultation.opensOn} /> to{' '}
      <DateInLondon on={consultation.closesOn} />.{' '}
      <a class="nhsuk-link" href={draft}>
        Change the dates
      </a>
    </p>
    <Weighed weighing={weighing} closesOn={consultation.closesOn} />
    {isShort(consultation) && <p>This is less than twelve weeks.</p>}
    <Words
      form={form}
      name="shortPeriod"
      label="Why people have less than twelve weeks"
      hint="Everyone will read this. Leave it empty where they have twelve weeks or more."
      rows={4}
    />
    <Words
      form={form}
      name="preElection"
      label="Why it opens and is promoted before an election"
      hint="Everyone will read this. Leave it empty unless it cannot wait. Without a reason it cannot open in a pre-election period, and goes quiet when one begins."
      rows={4}
    />
  </>
)

/** What falls in the days to answer, and what to do about it. */
export const Weighed = ({ weighing, closesOn }: { weighing: Weighing; closesOn: string }) => (
  <>
    {weighing.holidays.length > 0 && (
      <InsetText>
        <p>
          Holidays take {weighing.holidayDays === 1 ? '1 day' : `${weighing.holidayDays} days`} of it:{' '}
          {weighing.holidays.map(({ name }) => name).join(', ')}.
        </p>
        {weighing.suggestedClosesOn > closesOn && (
          <p>
            To make up for them, let people answer until <DateInLondon on={weighing.suggestedClosesOn} />.
          </p>
        )}
      </InsetText>
    )}
    {weighing.preElection.map(({ name, from, to }) => (
      <InsetText>
        <p>
          {name} is from <DateInLondon on={from} /> to <DateInLondon on={to} />. A consultation that is open then is not promoted, and you
          should think about giving people more time.
        </p>
      </InsetText>
    ))}
  </>
)

export const DecisionFields = ({ form, consultation }: Props & { consultation: Consultation }) => (
  <>
    <Ticked form={form} name="notDecided" text="The decision has not been made, and what people say can change it" />
    <DateField
      name="decidesFrom"
      label="The earliest day of the decision"
      hint="After the last day to answer, with time to read what people said."
      values={form.values}
      error={form.errors.decidesFrom}
    />
    <InsetText>
      <p>{notAVote}</p>
    </InsetText>
    <Ticked form={form} name="notAVote" text="The page will say so" />
    <DateField
      name="feedbackDueOn"
      label="The day by which you will tell people what came of it"
      hint={
        <>
          No later than <DateInLondon on={lastFeedbackDay(consultation.closesOn)} />, twelve weeks after it closes, unless you say why.
        </>
      }
      values={form.values}
      error={form.errors.feedbackDueOn}
    />
    <Words
      form={form}
      name="feedbackHow"
      label="How you will tell them"
      hint="Like “On this page, by email to those who asked, and on a poster in every practice.”"
      rows={3}
    />
    <Words form={form} name="feedbackLate" label="Why it takes longer than twelve weeks, if it does" rows={3} />
  </>
)

export const answeringNames: Readonly<Record<Answering, string>> = {
  anyone: 'Anyone, as often as they like',
  'one each': 'Anyone, once',
  invited: 'Only people you invite, once each',
}

export const WaysFields = ({ form }: Props) => (
  <>
    <Radios
      name="answering"
      idPrefix="answering"
      fieldset={{ legend: { text: 'Who can answer?', size: 's' } }}
      value={form.values.answering}
      errorMessage={form.errors.answering}
      items={Object.entries(answeringNames).map(([value, text]) => ({ value, text }))}
    />
    <Words
      form={form}
      name="communities"
      label="Whom it asks something of"
      hint="One group or place on each line, like “Carers in Skelderby”. It goes into the calendar, so that nobody is asked too much at once."
      rows={4}
    />
    <Words
      form={form}
      name="otherWays"
      label="Other ways to answer"
      hint="Where to find paper forms, whom to phone and when, where to come and talk. Everyone will read this."
      rows={5}
    />
    <Input
      id="formatsWithin"
      name="formatsWithin"
      label={{ text: 'Working days to send another format', size: 's' }}
      hint="Large print, Easy Read, audio, BSL or another language, to anyone who asks. People will rely on it. Leave it empty to promise nothing."
      inputmode="numeric"
      classes="nhsuk-input--width-3"
      value={form.values.formatsWithin}
      errorMessage={form.errors.formatsWithin}
    />
  </>
)

/** The numbers of what was typed, and two more. */
function numbers({ values }: Props['form'], name: string): number[] {
  const typed = Object.entries(values).flatMap(([field, value]) =>
    value && field.startsWith(`${name}-`) ? Number(field.split('-')[1]) : [],
  )
  return Array.from({ length: Math.min(30, Math.max(0, ...typed) + 2) }, (_, at) => at + 1)
}

interface FieldProps extends Props {
  name: string
  label: string
  hint?: string
}

const Line = ({ form, name, label }: FieldProps) => (
  <Input id={name} name={name} label={label} value={form.values[name]} errorMessage={form.errors[name]} />
)

const Words = ({ form, name, label, hint, rows }: FieldProps & { rows: number }) => (
  <Textarea
    id={name}
    name={name}
    rows={rows}
    label={name.includes('-') ? label : { text: label, size: 's' }}
    hint={hint}
    value={form.values[name]}
    errorMessage={form.errors[name]}
  />
)

const Ticked = ({ form, name, text }: Props & { name: string; text: string }) => (
  <Checkboxes
    name={name}
    idPrefix={name}
    errorMessage={form.errors[name]}
    items={[{ value: 'yes', text, checked: form.values[name] === 'yes' }]}
  />
)
