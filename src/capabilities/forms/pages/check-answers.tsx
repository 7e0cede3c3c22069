import { consentWordings } from '#capabilities/people'
import type { GivenAnswer, SurveyVersion } from '#capabilities/surveys'
import { Facts, SafeWords } from '#design'
import type { Body } from '#platform/forms.ts'
import { readContact } from '../contact.ts'
import { names, type Sheet } from '../sheet.ts'
import { type Told, toldOf } from '../told.ts'

interface Props {
  version: SurveyVersion
  answers: readonly GivenAnswer[]
  places: readonly string[]
  body: Body
}

/** Everything that is about to be sent, a page at a time, with a way back to each. */
export const CheckAnswers = ({ version, answers, places, body }: Props) => (
  <>
    <p>Nothing is sent yet. You can change your answers first.</p>
    {toldOf(version, answers).map(({ number, title, told }) => (
      <Part heading={title ?? `Page ${number}`} told={told} step={number} />
    ))}
    <Part heading="About you" told={aboutYou(version, places, body)} step="about-you" />
  </>
)

const Part = ({ heading, told, step }: { heading: string; told: readonly Told[]; step: Sheet['step'] }) => (
  <section>
    <div class="gt-check-head">
      <h2 class="nhsuk-heading-m">{heading}</h2>
      <button type="submit" class="gt-as-link" name={names.go} value={`to-${step}`}>
        Change <span class="nhsuk-u-visually-hidden">“{heading}”</span>
      </button>
    </div>
    <Facts facts={told.map(({ asked, said }) => ({ name: asked, value: said ? <SafeWords words={said} /> : 'Not answered' }))} />
  </section>
)

function aboutYou({ promise }: SurveyVersion, places: readonly string[], body: Body): Told[] {
  const { contact } = readContact(promise, places, body)
  return [
    ...(places.length > 0 ? [{ asked: 'Where you live', said: contact.place ?? '' }] : []),
    ...(promise === 'named' ? [{ asked: 'Your name', said: contact.name ?? '' }] : []),
    ...(promise === 'anonymous'
      ? []
      : [{ asked: consentWordings['be told'], said: contact.wantsToBeTold ? `Yes: ${contact.email}` : 'No' }]),
    { asked: consentWordings['be quoted'], said: contact.mayBeQuoted ? 'Yes' : 'No' },
  ]
}
