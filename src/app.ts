import { assurance } from '#capabilities/assurance'
import { consultations } from '#capabilities/consultations'
import { contributions } from '#capabilities/contributions'
import { decisions } from '#capabilities/decisions'
import { demonstration } from '#capabilities/demonstration'
import { organisations } from '#capabilities/organisations'
import { people } from '#capabilities/people'
import { replies } from '#capabilities/replies'
import { results } from '#capabilities/results'
import { site } from '#capabilities/site'
import { statistics } from '#capabilities/statistics'
import { surveys } from '#capabilities/surveys'
import { themes } from '#capabilities/themes'
import { gather } from '#platform/slots.ts'

export { linkIntoNorthmoor as linkIntoDemonstration, loadNorthmoor as loadDemonstration } from '#capabilities/demonstration'
export { frontPage } from '#capabilities/site'

// The house, in order. A capability may use only those above it.
export const slots = gather([
  statistics,
  organisations,
  people,
  surveys,
  contributions,
  consultations,
  themes,
  results,
  decisions,
  replies,
  assurance,
  site,
  demonstration,
])
