import { agreements } from '#capabilities/agreements'
import { analysts } from '#capabilities/analysts'
import { assurance } from '#capabilities/assurance'
import { calendars } from '#capabilities/calendars'
import { codings } from '#capabilities/codings'
import { concerns } from '#capabilities/concerns'
import { consultations } from '#capabilities/consultations'
import { contributions } from '#capabilities/contributions'
import { decisions } from '#capabilities/decisions'
import { demonstration } from '#capabilities/demonstration'
import { drafts } from '#capabilities/drafts'
import { entries } from '#capabilities/entries'
import { findings } from '#capabilities/findings'
import { flags } from '#capabilities/flags'
import { forms } from '#capabilities/forms'
import { invitations } from '#capabilities/invitations'
import { kiosks } from '#capabilities/kiosks'
import { organisations } from '#capabilities/organisations'
import { papers } from '#capabilities/papers'
import { people } from '#capabilities/people'
import { populations } from '#capabilities/populations'
import { publications } from '#capabilities/publications'
import { replies } from '#capabilities/replies'
import { results } from '#capabilities/results'
import { site } from '#capabilities/site'
import { statistics } from '#capabilities/statistics'
import { suggestions } from '#capabilities/suggestions'
import { surveys } from '#capabilities/surveys'
import { themes } from '#capabilities/themes'
import { transfers } from '#capabilities/transfers'
import { variants } from '#capabilities/variants'
import { weightings } from '#capabilities/weightings'
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
  variants,
  flags,
  calendars,
  concerns,
  drafts,
  consultations,
  invitations,
  forms,
  papers,
  entries,
  kiosks,
  transfers,
  themes,
  codings,
  agreements,
  suggestions,
  populations,
  weightings,
  results,
  findings,
  publications,
  analysts,
  decisions,
  replies,
  assurance,
  site,
  demonstration,
])
