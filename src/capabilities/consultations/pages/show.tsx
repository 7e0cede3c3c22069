import { type ContactPromise, promiseSentences } from '#capabilities/surveys'
import { ChooseVariant, type Variant } from '#capabilities/variants'
import { Button, ContentsList, DateInLondon, type HintedLink, type Html, Links } from '#design'
import { type Consultation, isClosed, isFormal, isOpen } from '../consultation.ts'
import { type Course, isFeedbackGiven } from '../course.ts'
import { paths } from '../paths.ts'
import { type ConsultationDocument, notAVote, nounOf, type Proposal } from '../proposal.ts'
import { CourseOfIt } from './course.tsx'
import { Documents } from './public-documents.tsx'
import { Assessments, InvolvedBefore, Options, SetAside } from './public-proposal.tsx'
import { Until, When } from './when.tsx'
import { Lines, Paragraphs } from './words.tsx'

interface Props {
  commissioner: string
  consultation: Consultation
  proposal: Proposal
  documents: readonly ConsultationDocument[]
  course: Course
  promise: ContactPromise
  /** The languages and formats people can answer in. */
  variants: readonly Variant[]
  today: string
  /** What others have to show of it: what we heard, what was decided. */
  neighbours: readonly HintedLink[]
}

/** What we ask people about, and how they can answer. */
export function ConsultationPage(props: Props) {
  const { commissioner, consultation, today } = props
  const open = isOpen(consultation, today)
  const parts = partsOf(props).filter((part) => part !== null)
  return (
    <>
      <h1 class="nhsuk-heading-l">{consultation.title}</h1>
      <When consultation={consultation} today={today} />
      {open && <Button text="Have your say" href={paths.respond({ commissioner, slug: consultation.slug })} />}
      {isFormal(consultation) && <ContentsList items={parts.map(({ id, heading }) => ({ href: `#${id}`, text: heading }))} />}
      {parts.map(({ id, heading, body }) => (
        <section aria-labelledby={id}>
          <h2 class="nhsuk-heading-m" id={id}>
            {heading}
          </h2>
          {body}
        </section>
      ))}
    </>
  )
}

interface Shown {
  id: string
  heading: string
  body: Html
}

/** Its parts in the order they are read; what happened comes first once it is closed. */
function partsOf(props: Props): (Shown | null)[] {
  const { commissioner, consultation, proposal, documents, course, promise, today, neighbours } = props
  const formal = isFormal(consultation)
  const closed = isClosed(consultation, today)
  const open = isOpen(consultation, today)
  const address = { commissioner, slug: consultation.slug }
  const happened: Shown = { id: 'happened', heading: 'What happened', body: <WhatHappened {...props} /> }
  return [
    closed ? happened : null,
    { id: 'about', heading: 'What it is about', body: <Paragraphs text={consultation.summary} /> },
    { id: 'can-change', heading: 'What can change', body: <Lines text={consultation.canChange} /> },
    { id: 'cannot-change', heading: 'What cannot change', body: <Lines text={consultation.cannotChange} /> },
    formal ? { id: 'options', heading: 'The options', body: <Options proposal={proposal} asking={!closed} /> } : null,
    formal ? { id: 'set-aside', heading: 'What we set aside, and why', body: <SetAside proposal={proposal} /> } : null,
    formal
      ? { id: 'involved', heading: 'How people were involved before', body: <InvolvedBefore involvement={proposal.involvement} /> }
      : null,
    formal
      ? { id: 'impact', heading: 'What it could mean for people', body: <Assessments documents={documents} proposal={proposal} /> }
      : null,
    documents.length > 0 || (formal && proposal.noDocument)
      ? {
          id: 'documents',
          heading: 'Documents',
          body: <Documents address={address} documents={documents} noDocument={proposal.noDocument} />,
        }
      : null,
    consultation.decides || formal ? { id: 'decides', heading: 'Who decides', body: <Deciding {...props} /> } : null,
    formal ? { id: 'feedback', heading: 'When we tell you what came of it', body: <Feedback {...props} /> } : null,
    {
      id: 'who-sees',
      heading: 'Who can see what you say',
      body: (
        <>
          <p>{promiseSentences[promise]}</p>
          <p>We show your words to the public only if you tick a box to say that we may.</p>
        </>
      ),
    },
    open ? { id: 'take-part', heading: 'How to take part', body: <TakePart {...props} /> } : null,
    !closed && neighbours.length > 0 ? happened : null,
    course.extensions.length + course.corrections.length > 0 || proposal.shortPeriod || proposal.preElection || course.statements.length > 0
      ? { id: 'course', heading: `About this ${nounOf(consultation.kind)}`, body: <CourseOfIt proposal={proposal} course={course} /> }
      : null,
  ]
}

const Deciding = ({ consultation, proposal, today }: Props) => (
  <>
    <p>{consultation.decides}</p>
    {isFormal(consultation) && (
      <>
        <p>
          {isClosed(consultation, today)
            ? 'When we asked, nothing had been decided. What people said could change the decision'
            : 'Nothing has been decided. What you say can change the decision'}
          {proposal.decidesFrom && (
            <>
              , which is not made before <DateInLondon on={proposal.decidesFrom} />
            </>
          )}
          .
        </p>
        <p>
          <strong>{notAVote}</strong>
        </p>
      </>
    )}
  </>
)

const Feedback = ({ consultation, proposal, course, today }: Props) => (
  <>
    {consultation.feedbackDueOn && !isFeedbackGiven(course) && (
      <p>
        {isClosed(consultation, today) ? 'We promised to' : 'We will'} tell you what we heard, what is decided and why, by{' '}
        <DateInLondon on={consultation.feedbackDueOn} />.
      </p>
    )}
    <Lines text={proposal.feedbackHow} />
    {proposal.feedbackLate && <p>Why it takes longer than twelve weeks: {proposal.feedbackLate}</p>}
  </>
)

const TakePart = ({ commissioner, consultation, variants }: Props) => (
  <>
    <p>
      <a class="nhsuk-link" href={paths.respond({ commissioner, slug: consultation.slug })}>
        Answer the questions on this website
      </a>
      . You do not need an account. You can skip most questions.
    </p>
    {consultation.answering === 'invited' && <p>You need the code or the link that we sent you.</p>}
    {consultation.answering === 'one each' && <p>Each person can answer once. We email you a link for that.</p>}
    {variants.length > 0 && <p>You can also answer in these languages and formats:</p>}
    <ChooseVariant variants={variants} hrefOf={(code) => `${paths.respond({ commissioner, slug: consultation.slug })}?variant=${code}`} />
    {consultation.otherWays && <Paragraphs text={consultation.otherWays} />}
    {consultation.formatsWithin !== null && (
      <p>
        If you need this in large print, Easy Read, audio, British Sign Language or another language, tell us in one of these ways. We will
        send it to you within {consultation.formatsWithin === 1 ? '1 working day' : `${consultation.formatsWithin} working days`}.
      </p>
    )}
    <Until consultation={consultation} />
  </>
)

const WhatHappened = ({ neighbours, course }: Props) => (
  <>
    {course.statements.map(({ about, words }) => about === 'feedback-given' && <Paragraphs text={words} />)}
    {neighbours.length > 0 ? (
      <Links links={neighbours} />
    ) : (
      !isFeedbackGiven(course) && <p>We are reading what people told us. What we heard, and what is decided, will be on this page.</p>
    )}
  </>
)
