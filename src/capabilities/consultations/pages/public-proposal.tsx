import { Facts, Tag } from '#design'
import type { ConsultationDocument, DocumentKind, Involvement, Proposal } from '../proposal.ts'
import { Lines, Paragraphs } from './words.tsx'

/** `asking`: people can still suggest others. */
export const Options = ({ proposal: { options, noOptions }, asking }: { proposal: Proposal; asking: boolean }) =>
  options.length === 0 ? (
    <Paragraphs text={noOptions} />
  ) : (
    <>
      {options.map(({ title, description, preferred, reason }) => (
        <>
          <h3 class="nhsuk-heading-s">
            {title} {preferred && <Tag text="We prefer this" colour="blue" />}
          </h3>
          {description && <Paragraphs text={description} />}
          {preferred && <p>Why we prefer it: {reason}</p>}
        </>
      ))}
      {!options.some(({ preferred }) => preferred) && <p>We do not prefer any of these.</p>}
      {asking && <p>If you can think of something better, tell us.</p>}
    </>
  )

export const SetAside = ({ proposal: { discarded, noneDiscarded } }: { proposal: Proposal }) =>
  discarded.length === 0 ? (
    <Paragraphs text={noneDiscarded} />
  ) : (
    <>
      {discarded.map(({ title, why }) => (
        <>
          <h3 class="nhsuk-heading-s">{title}</h3>
          <Paragraphs text={why} />
        </>
      ))}
    </>
  )

export const InvolvedBefore = ({ involvement }: { involvement: readonly Involvement[] }) => (
  <>
    {involvement.map(({ what, when, who, changed }) => (
      <>
        <h3 class="nhsuk-heading-s">{what}</h3>
        <Facts
          facts={[
            when !== '' && { name: 'When', value: when },
            who !== '' && { name: 'With whom', value: who },
            changed !== '' && { name: 'What it changed', value: changed },
          ]}
        />
      </>
    ))}
  </>
)

/** For each kind of impact: that it was assessed, in the document below, or why it was not. */
export function Assessments({ documents, proposal }: { documents: readonly ConsultationDocument[]; proposal: Proposal }) {
  const of = (kind: DocumentKind) => documents.find((document) => document.kind === kind && document.withdrawal === null)
  const impacts = [
    { name: 'Equality: would it be harder or easier for some groups?', document: of('equality'), reason: proposal.noEquality },
    { name: 'Quality: would care be safe and good?', document: of('quality'), reason: proposal.noQuality },
    { name: 'Privacy: what would happen to people’s information?', document: of('privacy'), reason: proposal.noPrivacy },
  ]
  return (
    <>
      {impacts.map(({ name, document, reason }) => (
        <>
          <h3 class="nhsuk-heading-s">{name}</h3>
          {document ? <p>We looked into it. See “{document.title}” under Documents.</p> : <Lines text={reason} />}
        </>
      ))}
    </>
  )
}
