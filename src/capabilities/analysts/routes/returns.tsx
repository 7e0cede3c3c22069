import type { Context } from '#platform/context.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { checkFile, findFile, megabyte } from '#platform/files.ts'
import { read } from '#platform/forms.ts'
import { mayLook } from '#platform/roles.ts'
import { fileReply, invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { acceptReturn } from '../actions/accept-return.ts'
import { checkFindings, reportRules, returnFindings } from '../actions/return-findings.ts'
import { findOpenPackage } from '../actions/take-package.ts'
import { returnForm } from '../forms.ts'
import type { Package } from '../package.ts'
import { HandBackPage } from '../pages/hand-back.tsx'
import { paths } from '../paths.ts'
import { mayAnalyse, mayMakePackages } from '../policy.ts'
import { findPackage } from '../queries/packages.ts'
import { listReturns } from '../queries/returns.ts'

const title = 'Return what you found'
const largestCodings = 20 * megabyte

/** What an analyst returns, and staff accepting it. */
export function returnRoutes(web: Web) {
  web.desk.get(paths.handBack, mayAnalyse, async (ctx) => {
    const pack = await findOpenPackage(ctx, ctx.params.id)
    return page(title, <HandBackPage {...shownOf(ctx, pack)} />, { back: { href: paths.own(ctx.params), text: pack.title } })
  })

  web.desk.post(
    paths.handBack,
    mayAnalyse,
    async (ctx) => {
      const pack = await findOpenPackage(ctx, ctx.params.id)
      const add = read(returnForm, ctx.body).ok && ctx.body.add === 'yes'
      const again = (what: Partial<Parameters<typeof HandBackPage>[0]>) =>
        invalid(title, <HandBackPage {...shownOf(ctx, pack)} add={add} {...what} />, {
          back: { href: paths.own(ctx.params), text: pack.title },
        })
      const [codings] = ctx.files.codings ?? []
      const [report] = ctx.files.report ?? []
      if (!codings) return again({ errors: { codings: 'Choose the file of your codings' } })
      if (codings.bytes.length > largestCodings) return again({ errors: { codings: 'The file must be 20 MB or smaller' } })
      const fit = report ? await checkFile(report, reportRules) : null
      if (fit && !fit.ok) return again({ errors: { report: fit.mistake, codings: 'Choose the file of your codings again' } })
      try {
        const checked = await checkFindings(ctx, pack, codings)
        const { mistakes, newThemes } = checked
        if (mistakes.length > 0) return again({ mistakes, newThemes, errors: { codings: 'Put the file right, then choose it again' } })
        if (checked.codings.length + checked.sentiments.length === 0) return again({ errors: { codings: 'The file has no codings in it' } })
        if (newThemes.length > 0 && pack.frameId !== null && !add)
          return again({ newThemes, errors: { codings: 'Say that the new themes are right, or change them, and choose the file again' } })
        await returnFindings(ctx, pack.id, checked, { codings, ...(report && { report }) })
      } catch (error) {
        // What is wrong with a file is for whoever chose it.
        if (error instanceof Refused) return again({ errors: { codings: error.message } })
        throw error
      }
      return seeOther(paths.own(ctx.params))
    },
    { files: { largest: largestCodings + reportRules.largest + megabyte } },
  )

  web.desk.post(paths.acceptance, mayMakePackages, async (ctx) => {
    await acceptReturn(ctx, ctx.params.id, ctx.params.return)
    return seeOther(paths.show(ctx.params))
  })

  web.desk.get(paths.report, mayLook, async (ctx) => {
    const pack = await findPackage(ctx.db, ctx.params.id)
    const found = (await listReturns(ctx.db, pack.id)).find(({ id }) => id === ctx.params.return)
    if (!found?.reportFileId) throw new NotFound('report')
    await record(ctx, 'analysis-package.report-read', pack.id, { return: found.id }, { publicPagesStay: true })
    return fileReply(await findFile(ctx.db, found.reportFileId))
  })
}

const shownOf = (ctx: Context, pack: Package) => ({
  commissioner: ctx.commissioner.slug,
  pack,
  errors: {},
  mistakes: [],
  newThemes: [],
  add: false,
})
