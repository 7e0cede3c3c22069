import { findToAnswer, isOpen } from '#capabilities/consultations'
import { savedOver } from '#capabilities/drafts'
import { mistakeInInvitation } from '#capabilities/invitations'
import { strangers } from '#capabilities/surveys'
import { listOffered } from '#capabilities/variants'
import { isId } from '#platform/ids.ts'
import { type Reply, seeOther, type Web } from '#platform/web.tsx'
import { keepUploads } from '../actions/keep-uploads.ts'
import { NotOpenPage, notOpenTitle } from '../pages/not-open.tsx'
import { respondPath, showPath } from '../paths.ts'
import { findReplaced, versionIn } from '../queries.ts'
import { names, oneOf, sheetOf, turnOf } from '../sheet.ts'
import { typedBack } from '../typed-back.ts'
import { drawFirst, drawSheet } from './draw-sheet.tsx'
import { askForInvitation, wayIn } from './entry.tsx'
import { bodyOf, findSaved, save } from './saved.tsx'
import { refused, send } from './sending.tsx'

export function answerRoutes(web: Web) {
  web.public.get(respondPath, async ({ db, today, params, query }) => {
    const { consultation, version: written } = await findToAnswer(db, params.slug)
    if (!isOpen(consultation, today)) return seeOther(showPath(params))
    const { version, variant } = await versionIn(db, written, query.variant ?? '')
    const asks = { commissioner: params.commissioner, consultation, version, variant }
    if (consultation.answering !== 'anyone') return askForInvitation(asks)
    const sheet = sheetOf(version, variant ? { [names.variant]: variant.code } : {})
    return drawFirst({ ...asks, others: await listOffered(db, written.surveyId), sheet })
  })

  web.open.post(
    respondPath,
    async (ctx): Promise<Reply> => {
      const { db, params, query, today } = ctx
      const draft = query.saved === undefined ? null : await findSaved(ctx, query.saved)
      if (query.saved !== undefined && !draft) return savedOver
      const came = draft ? bodyOf(draft, query.saved ?? '', oneOf(ctx.body, names.invitation)) : ctx.body
      const asked = draft?.versionId ?? oneOf(came, names.version)
      const { consultation, version: written } = await findToAnswer(db, params.slug, isId(asked) ? asked : null)
      const { version, variant } = await versionIn(db, written, oneOf(came, names.variant))
      const asks = { commissioner: params.commissioner, consultation, version, variant }
      if (!isOpen(consultation, today)) {
        const late = <NotOpenPage {...asks} today={today} typed={typedBack(version, came)} />
        return { kind: 'page', status: 409, title: notOpenTitle(consultation), html: late }
      }
      if (strangers(version, came).length > 0)
        return refused(asks, came, {
          title: 'Some of these are not our questions',
          why: `What reached us has answers to questions that are not in “${consultation.title}”. The page may be an old one`,
          link: 'Begin again with the questions as they are now',
        })

      const replaces = await findReplaced(db, consultation, oneOf(came, names.replaces))
      const entry = wayIn(consultation, replaces, came)
      if (entry && (draft || !Object.hasOwn(came, names.step))) {
        const typed = Object.hasOwn(ctx.body, names.invitation)
        const mistake = await mistakeInInvitation(db, entry)
        if (mistake) return askForInvitation(asks, { mistake: typed ? mistake : null, typed: entry.secret, saved: query.saved })
      }
      if (draft || (entry && !Object.hasOwn(came, names.step))) return drawSheet(ctx, { ...asks, sheet: sheetOf(version, came) })

      const { body, errors } = await keepUploads(ctx, version, came, ctx.files)
      const turn = turnOf(version, consultation.places, body, errors)
      if (turn.kind === 'save') return save(ctx, asks, turn.sheet)
      if (turn.kind === 'draw') return drawSheet(ctx, { ...asks, sheet: turn.sheet })
      return send(ctx, { ...asks, written, body, turn, replaces, entry })
    },
    { files: true },
  )
}
