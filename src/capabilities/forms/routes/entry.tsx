import type { Consultation } from '#capabilities/consultations'
import { InvitationStep } from '#capabilities/invitations'
import type { Body } from '#platform/forms.ts'
import { invalid, page, type Reply } from '#platform/web.tsx'
import { respondPath } from '../paths.ts'
import { names, oneOf } from '../sheet.ts'
import type { Asks } from './draw-sheet.tsx'

/** The code or link that lets someone in. */
export interface Entry {
  surveyId: string
  secret: string
}

/** Null where nothing has to let them in: anyone may answer, or they have answered and change it. */
export const wayIn = ({ answering, surveyId }: Consultation, replaces: string | null, body: Body): Entry | null =>
  answering === 'anyone' || replaces ? null : { surveyId, secret: oneOf(body, names.invitation) }

interface Shown {
  /** What is wrong with the code that was typed; null where none was. */
  mistake: string | null
  typed: string
  /** The secret of a link to saved answers, which wait behind this step. */
  saved: string | undefined
}

/** The step before the questions, where not everyone may answer or everyone once. */
export function askForInvitation({ commissioner, consultation, variant }: Asks, { mistake, typed, saved }: Partial<Shown> = {}): Reply {
  const title = `Have your say: ${consultation.title}`
  const address = respondPath({ commissioner, slug: consultation.slug })
  const html = (
    <InvitationStep
      commissioner={commissioner}
      consultation={consultation}
      action={saved ? `${address}?saved=${encodeURIComponent(saved)}` : address}
      {...(variant && { fields: { [names.variant]: variant.code } })}
      {...(typed && { typed })}
      mistake={mistake ?? null}
    />
  )
  return mistake ? invalid(title, html) : page(title, html)
}
