import type { Consultation } from '#capabilities/consultations'
import { consentWordings } from '#capabilities/people'
import { askedWords, picturesOf, pipedQuestion, promiseSentences, type SurveyVersion, typeOf } from '#capabilities/surveys'
import { DateInLondon } from '#design'
import { shownSerial } from '../serial.ts'

interface Props {
  commissioner: string
  organisation: string
  consultation: Consultation
  version: SurveyVersion
  serials: readonly string[]
}

/** Forms to print, each beginning a new sheet. On the screen they stand one under another. */
export const SheetsPage = ({ serials, ...about }: Props) => (
  <div class="gt-sheets">
    <h1 class="nhsuk-heading-l gt-not-printed">Forms to print</h1>
    <p class="gt-not-printed">
      Print this page from your browser: {serials.length === 1 ? '1 form' : `${serials.length} forms`}. These words are not printed.
    </p>
    {serials.map((serial) => (
      <PaperSheet serial={serial} {...about} />
    ))}
  </div>
)

function PaperSheet({ commissioner, organisation, consultation, version, serial }: Omit<Props, 'serials'> & { serial: string }) {
  const addressOf = picturesOf(commissioner, version.surveyId)
  let number = 0
  return (
    <article class="gt-sheet" aria-label={`Form ${shownSerial(serial)}`}>
      <header>
        <p class="gt-sheet__serial">Form {shownSerial(serial)}</p>
        <p>{organisation}</p>
        <h2 class="nhsuk-heading-l">{consultation.title}</h2>
        <p>
          Please send this form back so that it comes by <DateInLondon on={consultation.closesOn} />. {consultation.otherWays}
        </p>
        <p>{promiseSentences[version.promise]}</p>
        <p>You can leave out any question.</p>
      </header>
      {version.questions.map((question) => {
        const { Paper, isOnlyRead } = typeOf(question)
        const onlyIf = askedWords(question, version)
        if (question.type === 'file') return null
        if (!isOnlyRead) number += 1
        return (
          <>
            {onlyIf && <p class="gt-only-if">{onlyIf}:</p>}
            <Paper question={pipedQuestion(question, version, null)} addressOf={addressOf} {...(isOnlyRead ? {} : { number })} />
          </>
        )
      })}
      <section class="gt-on-paper">
        <h3 class="nhsuk-heading-s">About you</h3>
        {consultation.places.length > 0 && (
          <>
            <p>Where do you live? Tick one box, or none.</p>
            <ul class="gt-on-paper__options">
              {consultation.places.map((place) => (
                <li>
                  <span class="gt-on-paper__box" /> {place}
                </li>
              ))}
            </ul>
          </>
        )}
        {version.promise === 'named' && <Line label="Your name, if you want to give it" />}
        {version.promise !== 'anonymous' && <Line label="Your email address, if you want us to tell you what happened" />}
        <ul class="gt-on-paper__options">
          <li>
            <span class="gt-on-paper__box" /> {consentWordings['be quoted']}
          </li>
        </ul>
      </section>
    </article>
  )
}

const Line = ({ label }: { label: string }) => (
  <>
    <p>{label}</p>
    <div class="gt-on-paper__line" />
  </>
)
