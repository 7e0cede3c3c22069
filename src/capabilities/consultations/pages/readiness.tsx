import { builderOf } from '#capabilities/surveys'
import { Tag, TaskList } from '#design'
import { type Consultation, isFormal } from '../consultation.ts'
import type { Missing, Part } from '../gate.ts'
import { paths } from '../paths.ts'
import { sectionNames, sections } from '../section.ts'

interface Props {
  commissioner: string
  consultation: Consultation
  missing: readonly Missing[]
}

/** The parts of a draft, each with what it still lacks, and below them everything that is missing and why it is asked for. */
export function Readiness({ commissioner, consultation, missing }: Props) {
  const here = { commissioner, id: consultation.id }
  const address = (part: Part) =>
    part === 'words'
      ? paths.draft(here)
      : part === 'documents'
        ? paths.documents(here)
        : part === 'questions'
          ? builderOf({ commissioner, id: consultation.surveyId })
          : paths.section({ ...here, section: part })
  const lacks = (part: Part) => missing.filter((one) => one.part === part).length
  const parts: { part: Part; text: string; href: string }[] = isFormal(consultation)
    ? [
        { part: 'words', text: 'What it says and when', href: paths.draft(here) },
        ...sections.map((section) => ({ part: section, text: sectionNames[section], href: paths.section({ ...here, section }) })),
        { part: 'documents', text: 'Documents', href: paths.documents(here) },
        { part: 'questions', text: 'Questions', href: address('questions') },
      ]
    : [
        { part: 'ways', text: sectionNames.ways, href: paths.section({ ...here, section: 'ways' }) },
        { part: 'documents', text: 'Documents', href: paths.documents(here) },
      ]
  return (
    <>
      <h2 class="nhsuk-heading-m">Set it out</h2>
      <TaskList
        idPrefix="part"
        items={parts.map(({ part, text, href }) => ({
          heading: text,
          href,
          status: statusOf(part === 'ways' || !isFormal(consultation) ? null : lacks(part)),
        }))}
      />
      {missing.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">What is missing</h2>
          <p>A formal consultation cannot be published without these.</p>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {missing.map(({ what, why, part }) => (
              <li>
                <a class="nhsuk-link" href={address(part)}>
                  {what}
                </a>
                <br />
                {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const statusOf = (lacks: number | null) =>
  lacks === null
    ? { text: 'Optional' }
    : lacks === 0
      ? { text: 'Complete' }
      : { html: <Tag colour="blue" text={lacks === 1 ? '1 thing missing' : `${lacks} things missing`} /> }
