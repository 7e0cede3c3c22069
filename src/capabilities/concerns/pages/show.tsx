import { channelNames } from '#capabilities/contributions'
import {
  Button,
  DateField,
  DateInLondon,
  Details,
  Facts,
  formatDate,
  type Happening,
  History,
  Input,
  InsetText,
  Mistakes,
  Radios,
  SafeWords,
  Textarea,
} from '#design'
import type { Form } from '#platform/forms.ts'
import { actNames, type Concern, clockOf, kindNames } from '../concern.ts'
import type { PassingOn, Withholding } from '../forms.ts'
import { paths } from '../paths.ts'

export interface ShowProps {
  here: { commissioner: string; id: string }
  concern: Concern & { questionText: string | null; words: string | null; place: string | null; saidOn: string; note: string | null }
  acts: readonly { act: string; passedTo: string | null; passedOn: string | null; reference: string | null; at: Date }[]
  /** Whether somebody can be reached; null where nobody knows who it was. */
  reach: 'anonymous' | 'no address' | 'address'
  contributionHref: string
  today: string
  mayWithhold: boolean
  passingOn: Form<PassingOn>
  withholding: Form<Withholding>
  happenings: readonly Happening[]
}

/** One concern: the words, who can be reached, and what is to be done. */
export function ShowPage({
  here,
  concern,
  acts,
  reach,
  contributionHref,
  today,
  mayWithhold,
  passingOn,
  withholding,
  happenings,
}: ShowProps) {
  const clock = clockOf(concern, today)
  return (
    <>
      <Mistakes errors={{ ...passingOn.errors, ...withholding.errors }} ids={{ passedOn: 'passedOn-day' }} />
      <h1 class="nhsuk-heading-l">{kindNames[concern.kind] ?? concern.kind}</h1>
      {concern.words !== null ? (
        <div class="gt-quote">
          <SafeWords words={concern.words} />
        </div>
      ) : (
        <InsetText>
          These words do not wait any more. <a href={contributionHref}>See them where all others are</a>.
        </InsetText>
      )}
      {concern.note !== null && (
        <>
          <h2 class="nhsuk-heading-s">What worries your colleague</h2>
          <SafeWords words={concern.note} />
        </>
      )}
      <Facts
        facts={[
          concern.questionText !== null && { name: 'Question', value: concern.questionText },
          concern.surveyTitle !== null && { name: 'Survey', value: concern.surveyTitle },
          concern.isHeld && { name: 'Said on', value: formatDate(concern.saidOn) },
          concern.isHeld && { name: 'How', value: channelNames[concern.channel] ?? concern.channel },
          concern.place !== null && { name: 'About', value: concern.place },
          { name: 'Look by', value: `${formatDate(concern.dueOn)}${clock === 'late' ? ': it is late' : ''}` },
          concern.isHeld && { name: 'Who said it', value: <Reach reach={reach} href={paths.contact(here)} /> },
          ...acts.map(({ act, passedTo, passedOn, reference, at }) => ({
            name: actNames[act] ?? act,
            value: (
              <>
                {passedTo !== null && `To ${passedTo} on ${formatDate(passedOn ?? '')}${reference ? `, reference ${reference}` : ''}. `}
                <DateInLondon at={at} />
              </>
            ),
          })),
        ]}
      />
      {concern.isHeld && <Acts here={here} mayWithhold={mayWithhold} passingOn={passingOn} withholding={withholding} />}
      <History happenings={happenings} />
    </>
  )
}

function Reach({ reach, href }: { reach: ShowProps['reach']; href: string }) {
  if (reach === 'anonymous') return <>Nobody can be reached: we promised not to ask who they are.</>
  if (reach === 'no address') return <>Nobody can be reached: they left no address.</>
  return (
    <>
      <a href={href}>See how to reach them</a>. That you looked is recorded.
    </>
  )
}

const Acts = ({ here, mayWithhold, passingOn, withholding }: Pick<ShowProps, 'here' | 'mayWithhold' | 'passingOn' | 'withholding'>) => (
  <>
    <h2 class="nhsuk-heading-m">What is to be done?</h2>
    <p>If someone may be in danger now, call 999 first.</p>
    <form method="post" action={paths.acts(here)}>
      <p>If it is harmless, our staff can read it like everything else.</p>
      <input type="hidden" name="act" value="nothing to do" />
      <Button text="Seen, nothing to do" preventDoubleClick />
    </form>
    <Details summary="Pass it on" open={Object.keys(passingOn.errors).length > 0}>
      <p>Tell whoever can help, as your policy says. Then write down here that you did.</p>
      <form method="post" action={paths.acts(here)} novalidate>
        <input type="hidden" name="act" value="passed on" />
        <Input
          id="passedTo"
          name="passedTo"
          label={{ text: 'Whom did you pass it on to?', size: 's' }}
          hint="A role or an organisation, such as the safeguarding team, the police, or the provider. Name no person."
          value={passingOn.values.passedTo}
          errorMessage={passingOn.errors.passedTo}
        />
        <DateField name="passedOn" label="On which day?" values={passingOn.values} error={passingOn.errors.passedOn} />
        <Input
          id="reference"
          name="reference"
          label={{ text: 'Their reference, if there is one', size: 's' }}
          value={passingOn.values.reference}
          errorMessage={passingOn.errors.reference}
          width={10}
        />
        <Radios
          name="afterwards"
          idPrefix="afterwards"
          fieldset={{ legend: { text: 'What happens to the words?', size: 's' } }}
          value={passingOn.values.afterwards}
          errorMessage={passingOn.errors.afterwards}
          items={[
            { value: 'keep', text: 'Keep them out of sight', hint: 'Only those on duty can read them.' },
            { value: 'release', text: 'Let our staff read them', hint: 'They are coded and counted like all others.' },
          ]}
        />
        <Button text="Passed on" preventDoubleClick />
      </form>
    </Details>
    {mayWithhold ? (
      <Details summary="Withhold it for good" open={Object.keys(withholding.errors).length > 0}>
        <p>Nobody reads, codes or quotes it. An engagement lead or an administrator can let it be read again.</p>
        <form method="post" action={paths.acts(here)} novalidate>
          <input type="hidden" name="act" value="withheld" />
          <Textarea
            id="reason"
            name="reason"
            label={{ text: 'Why?', size: 's' }}
            hint="It stays in the history. Do not repeat what is to be hidden."
            rows={3}
            value={withholding.values.reason}
            errorMessage={withholding.errors.reason}
          />
          <Button text="Withhold it" variant="warning" preventDoubleClick />
        </form>
      </Details>
    ) : (
      <p>An engagement lead or an administrator on duty can withhold it for good.</p>
    )}
  </>
)
