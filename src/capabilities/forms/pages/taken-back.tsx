import type { Consultation } from '#capabilities/consultations'
import { showPath } from '../paths.ts'

/** What a receipt says once its answers do not stand any more. */
export const TakenBackPage = ({ commissioner, consultation }: { commissioner: string; consultation: Consultation }) => (
  <>
    <h1 class="nhsuk-heading-l">These answers do not count any more</h1>
    <p>You took them back, or you sent other answers in their place. Nobody reads them, and they are in none of our numbers.</p>
    <p>If you sent other answers, they have a receipt number of their own.</p>
    <p>
      <a class="nhsuk-link" href={showPath({ commissioner, slug: consultation.slug })}>
        Read about “{consultation.title}”
      </a>
    </p>
  </>
)
