import {
  type Consultation,
  consultationOfSurvey,
  findPublishedConsultation,
  isClosed,
  isOpen,
  respondPath,
  showPath,
} from '#capabilities/consultations'
import { NotFound } from '#platform/errors.ts'
import { blank, read } from '#platform/forms.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { askForLink } from '../actions/ask-for-link.ts'
import { mistakeIn } from '../actions/use-invitation.ts'
import { linkForm } from '../forms.ts'
import { GetLinkPage, LinkAskedPage, TooManyPage } from '../pages/get-link.tsx'
import { OpenedPage } from '../pages/opened.tsx'
import { paths } from '../paths.ts'
import { findInvitation } from '../queries/invitations.ts'

export function publicRoutes(web: Web) {
  web.open.get(paths.invitation, async ({ db, params, today }) => {
    const { commissioner, token } = params
    const invitation = await findInvitation(db, token)
    const consultation = invitation && (await consultationOfSurvey(db, invitation.surveyId))
    if (!invitation || !consultation?.publication) throw new NotFound('invitation')
    const here = { commissioner, slug: consultation.slug }
    const shown = {
      consultation,
      standing: isOpen(consultation, today) ? ('open' as const) : isClosed(consultation, today) ? ('over' as const) : ('early' as const),
      mistake: await mistakeIn(db, { surveyId: consultation.surveyId, secret: token }),
      action: respondPath(here),
      href: showPath(here),
      token,
    }
    return page(consultation.title, <OpenedPage {...shown} />)
  })

  web.public.get(paths.link, async ({ db, params, today }) => {
    const consultation = await findPublishedConsultation(db, params.slug)
    if (!isAskable(consultation, today)) return seeOther(showPath(params))
    return page(`Get your link: ${consultation.title}`, <GetLinkPage here={params} title={consultation.title} form={blank} />, {
      back: { href: showPath(params) },
    })
  })

  web.open.post(paths.link, async (ctx) => {
    const { db, params, today, remote } = ctx
    const consultation = await findPublishedConsultation(db, params.slug)
    if (!isAskable(consultation, today)) return seeOther(showPath(params))
    const form = read(linkForm, ctx.body)
    if (!form.ok)
      return invalid(`Get your link: ${consultation.title}`, <GetLinkPage here={params} title={consultation.title} form={form} />)
    if (await askForLink(ctx, { surveyId: consultation.surveyId, email: form.value.email, remote }))
      return seeOther(paths.linkAsked(params))
    const { otherWays } = consultation
    return { kind: 'page', status: 429, title: 'Try again later', html: <TooManyPage here={params} otherWays={otherWays} /> }
  })

  web.public.get(paths.linkAsked, async ({ db, params }) => {
    await findPublishedConsultation(db, params.slug)
    return page('Check your email', <LinkAskedPage here={params} />)
  })
}

const isAskable = (consultation: Consultation, today: string) => consultation.answering === 'one each' && isOpen(consultation, today)
