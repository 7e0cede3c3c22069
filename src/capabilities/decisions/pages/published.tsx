import { Empty, formatDate, Pager } from '#design'
import type { Decision } from '../decision.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  decisions: readonly Decision[]
  next: string | null
}

/** Every published decision: for everyone. */
export const PublishedPage = ({ commissioner, decisions, next }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">What we decided</h1>
    {decisions.length === 0 && (
      <Empty begin={{ text: 'Have your say', href: `/${commissioner}/consultations` }}>
        We have not published a decision here yet. When we do, it will say what we heard and what became of it.
      </Empty>
    )}
    <ul class="nhsuk-list">
      {decisions.map(({ slug, title, decidedBy, decidedOn }) => (
        <li>
          <a class="nhsuk-link" href={paths.public({ commissioner, slug })}>
            {title}
          </a>
          <br />
          {decidedBy}, {formatDate(decidedOn)}
        </li>
      ))}
    </ul>
    <Pager next={next} label="More decisions" />
  </>
)
