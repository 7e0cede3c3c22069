import type { Consultation } from '#capabilities/consultations'
import { ArrivalFields } from '#capabilities/flags'
import { askedOn, promiseSentences, readAnswers, type SurveyVersion } from '#capabilities/surveys'
import { ChooseVariant, InVariant, type Variant } from '#capabilities/variants'
import { Button, DateInLondon, InsetText, Mistakes } from '#design'
import { respondPath } from '../paths.ts'
import { carried, names, oneOf, type Sheet } from '../sheet.ts'
import { askedOf, headingOf, isOnePage, progressOf, stepBefore } from '../step.ts'
import { AskedQuestions } from './asked-questions.tsx'
import { CheckAnswers } from './check-answers.tsx'
import { ContactQuestions } from './contact-questions.tsx'
import { Progress } from './progress.tsx'

interface Props {
  commissioner: string
  consultation: Consultation
  version: SurveyVersion
  /** The language or format that it is shown in; null as it was written. */
  variant: Variant | null
  /** The others to choose from, where someone begins. */
  others?: readonly Variant[]
  sheet: Sheet
  /** When it was first drawn for this person; empty where one page is drawn for all. */
  stamp: string
}

/** One step of answering. Every button sends the whole form, with what other steps hold carried along out of sight. */
export function SheetPage({ commissioner, consultation, version, variant, others = [], sheet, stamp }: Props) {
  const { body, step, errors } = sheet
  const { answers } = readAnswers(version, body)
  const form = { values: body, errors }
  const onePage = isOnePage(version)
  const isFirst = stepBefore(version, answers, step) === null
  const heading = headingOf(version, answers, step, variant ? version.title : consultation.title)
  const address = respondPath({ commissioner, slug: consultation.slug })
  // Our own words are in English: another language is said of the questions alone, a format of all.
  const format = variant?.language === 'en' ? variant : null
  const language = format ? null : variant
  const hasFiles = version.questions.some(({ type }) => type === 'file')
  return (
    <InVariant variant={format}>
      <Mistakes errors={errors} />
      <h1 class="nhsuk-heading-l">
        {!onePage && <Progress title={consultation.title} {...progressOf(version, answers, step)} />}
        {language && typeof step === 'number' ? (
          <span lang={language.language} dir="auto">
            {heading}
          </span>
        ) : (
          heading
        )}
      </h1>
      <ChooseVariant
        variants={others.filter(({ code }) => code !== variant?.code)}
        hrefOf={(code) => `${address}?variant=${code}`}
        english={others.length > 0 && variant ? address : undefined}
      />
      {isFirst && <Beginning consultation={consultation} version={version} />}
      <form method="post" action={address} novalidate {...(hasFiles && { enctype: 'multipart/form-data' })}>
        {/* The version these questions come from, so that answers are read by it should another be released meanwhile. */}
        <input type="hidden" name={names.version} value={version.id} />
        <input type="hidden" name={names.step} value={step} />
        {carried(version, sheet).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <ArrivalFields stamp={stamp} />
        {typeof step === 'number' && (
          <InVariant variant={language}>
            <AskedQuestions
              {...{ commissioner, version, variant, form, answers }}
              questions={askedOn(version, answers, step)}
              isFirst={isFirst}
            />
          </InVariant>
        )}
        {(step === 'about-you' || onePage) && <ContactQuestions promise={version.promise} places={consultation.places} form={form} />}
        {step === 'check' && (
          <>
            <input type="hidden" name={names.seen} value={askedOf(version, answers).join(' ')} />
            <CheckAnswers version={version} answers={answers} places={consultation.places} body={body} />
          </>
        )}
        <div class="nhsuk-button-group">
          {step === 'check' || onePage ? (
            <Button text="Send your answers" name={names.go} value="send" preventDoubleClick />
          ) : (
            <Button text="Continue" name={names.go} value="continue" />
          )}
          {!isFirst && <Button variant="secondary" text="Back" name={names.go} value="back" />}
          {!oneOf(body, names.replaces) && <Button variant="secondary" text="Save and come back later" name={names.go} value="save" />}
        </div>
      </form>
    </InVariant>
  )
}

const Beginning = ({ consultation, version }: Pick<Props, 'consultation' | 'version'>) => (
  <>
    <p>
      You can answer until midnight at the end of <DateInLondon on={consultation.closesOn} />. If a question says “optional”, you can skip
      it.
    </p>
    <InsetText>
      <p>{promiseSentences[version.promise]}</p>
    </InsetText>
  </>
)
