import { Button, DateInLondon, Facts, type Happening, type HintedLink, History, Links, Mistakes, Select } from '#design'
import type { Change } from '../change.ts'
import type { Decision, PutFinding } from '../decision.ts'
import { paths } from '../paths.ts'
import { ChangeTable } from './change-table.tsx'
import { PutFindings } from './put-findings.tsx'

interface Props {
  commissioner: string
  today: string
  decision: Decision
  findings: readonly PutFinding[]
  changes: readonly Change[]
  /** Findings that may still be put to it. */
  toPut: readonly { id: string; title: string }[]
  whyNot: readonly string[]
  may: { draft: boolean; answer: boolean; publish: boolean; promise: boolean }
  errors: { finding?: string }
  links: readonly HintedLink[]
  happenings: readonly Happening[]
}

export const DecisionPage = ({
  commissioner,
  today,
  decision,
  findings,
  changes,
  toPut,
  whyNot,
  may,
  errors,
  links,
  happenings,
}: Props) => {
  const isDraft = decision.publishedAt === null
  const publicPage = paths.public({ commissioner, slug: decision.slug })
  return (
    <>
      <Mistakes errors={errors} />
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Decision</span> {decision.title}
      </h1>
      <Facts
        facts={[
          { name: 'Question', value: decision.question },
          { name: 'Decided by', value: decision.decidedBy },
          { name: 'Decided on', value: <DateInLondon on={decision.decidedOn} /> },
          {
            name: 'State',
            value: decision.publishedAt ? (
              <>
                <a class="nhsuk-link" href={publicPage}>
                  Published
                </a>
                , <DateInLondon at={decision.publishedAt} />
              </>
            ) : (
              'Draft'
            ),
          },
        ]}
      />
      {isDraft && may.draft && (
        <p>
          <a class="nhsuk-link" href={paths.wording({ commissioner, decision: decision.id })}>
            Change these words
          </a>
        </p>
      )}
      <h2 class="nhsuk-heading-m">Findings it answers</h2>
      <PutFindings
        commissioner={commissioner}
        decision={decision}
        findings={findings}
        may={isDraft ? may : { draft: false, answer: false }}
      />
      {isDraft && may.draft && <PutForm commissioner={commissioner} decision={decision} toPut={toPut} error={errors.finding} />}
      {isDraft && <Publishing commissioner={commissioner} decision={decision} whyNot={whyNot} mayPublish={may.publish} />}
      <h2 class="nhsuk-heading-m">What will change</h2>
      {changes.length === 0 ? (
        <p>No change is promised yet.</p>
      ) : (
        <ChangeTable commissioner={commissioner} changes={changes} today={today} />
      )}
      {may.promise && (
        <Button text="Promise a change" variant="secondary" href={paths.newChange({ commissioner, decision: decision.id })} />
      )}
      <Links links={links} heading="See also" />
      <History happenings={happenings} />
    </>
  )
}

const PutForm = ({
  commissioner,
  decision,
  toPut,
  error,
}: Pick<Props, 'commissioner' | 'decision' | 'toPut'> & { error: string | undefined }) =>
  toPut.length === 0 ? (
    <p>There are no other findings to put to it.</p>
  ) : (
    <form method="post" action={paths.findings({ commissioner, decision: decision.id })} novalidate>
      <Select
        id="finding"
        name="finding"
        label={{ text: 'Put a finding to this decision', size: 's' }}
        errorMessage={error}
        items={[{ value: '', text: 'Choose a finding' }, ...toPut.map(({ id, title }) => ({ value: id, text: title }))]}
      />
      <Button text="Put it to the decision" variant="secondary" preventDoubleClick />
    </form>
  )

const Publishing = ({
  commissioner,
  decision,
  whyNot,
  mayPublish,
}: Pick<Props, 'commissioner' | 'decision' | 'whyNot'> & { mayPublish: boolean }) => (
  <section aria-labelledby="publishing">
    <h2 class="nhsuk-heading-m" id="publishing">
      Publishing
    </h2>
    {whyNot.map((reason) => (
      <p>{reason}.</p>
    ))}
    {whyNot.length === 0 && !mayPublish && <p>It is ready. An approver can publish it.</p>}
    {whyNot.length === 0 && mayPublish && (
      <Button text="Publish this decision" href={paths.publication({ commissioner, decision: decision.id })} />
    )}
  </section>
)
