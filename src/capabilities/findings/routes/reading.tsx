import { type Basis, countResults, findBasisTitle, sourceResultsPath, surveyResultsPath, tallyThemes } from '#capabilities/results'
import type { Context } from '#platform/context.ts'
import { NotFound } from '#platform/errors.ts'
import { historyOf } from '#platform/events.ts'
import { mayLook } from '#platform/roles.ts'
import { page, type Web } from '#platform/web.tsx'
import { whyNotPublishFinding } from '../actions/publish-finding.ts'
import { driftOf, driftOfTable } from '../drift.ts'
import type { Finding } from '../finding.ts'
import { FindingPage } from '../pages/finding.tsx'
import { FindingsPage } from '../pages/findings.tsx'
import { paths } from '../paths.ts'
import { mayMakeFindings, mayPublishFindings, mayReview } from '../policy.ts'
import { countTableNow } from '../queries/count-table.ts'
import { findFinding, listFindingIds, listFindingsById } from '../queries/findings.ts'
import { listPublicQuotes } from '../queries/quotes.ts'
import { themeNames, themesNow } from '../queries/theme-names.ts'

const most = 50

export function readingRoutes(web: Web) {
  web.desk.get(paths.findings, mayLook, async ({ db, actor, params, query }) => {
    const ids = await listFindingIds(db, { after: query.after, limit: most + 1 })
    const next = ids.length > most ? `${paths.findings(params)}?after=${ids[most - 1]}` : null
    const findings = await listFindingsById(db, ids.slice(0, most))
    return page(
      'Findings',
      <FindingsPage commissioner={params.commissioner} findings={findings} next={next} mayMakeFindings={mayMakeFindings(actor)} />,
    )
  })

  web.desk.get(paths.finding, mayLook, async (ctx) => {
    const finding = await findFinding(ctx.db, ctx.params.finding)
    const { commissioner } = ctx.params
    const basis = { surveyId: finding.surveyId, sourceId: finding.sourceId } as Basis
    const shown = new Map((await listPublicQuotes(ctx.db, [finding.id])).map(({ id, words }) => [id, words]))
    const href =
      basis.surveyId === null
        ? sourceResultsPath({ commissioner, source: basis.sourceId })
        : surveyResultsPath({ commissioner, survey: basis.surveyId })
    return page(
      finding.title,
      <FindingPage
        commissioner={commissioner}
        finding={finding}
        nameOf={await namesIn(ctx, finding)}
        basis={{ title: await titleOf(ctx, basis), href }}
        drift={await readDrift(ctx, basis, finding)}
        quotes={finding.quotes.map(({ id, side }) => ({ id, words: shown.get(id) ?? null, side }))}
        numbers={await readNumbers(ctx, basis, finding)}
        may={{ change: mayMakeFindings(ctx.actor), review: mayReview(ctx.actor, finding), publish: mayPublishFindings(ctx.actor) }}
        whyNot={await whyNotPublishFinding(ctx, finding)}
        links={await ctx.slots.neighboursOf(ctx, 'finding', 'desk', finding.id)}
        happenings={await historyOf(ctx, [finding.id])}
      />,
      { back: { href: paths.findings({ commissioner }), text: 'Findings' } },
    )
  })
}

async function titleOf(ctx: Pick<Context, 'db'>, basis: Basis): Promise<string> {
  const title = await findBasisTitle(ctx.db, basis)
  if (title === undefined) throw new NotFound('survey or source')
  return title
}

async function namesIn(ctx: Context, { madeBy, withdrawal, publication, reviews }: Finding) {
  const ids = [madeBy, withdrawal?.withdrawnBy, publication?.publishedBy, ...reviews.map(({ reviewedBy }) => reviewedBy)]
  const staff = await ctx.slots.staffNames(
    ctx,
    ids.filter((id) => typeof id === 'string'),
  )
  return (id: string | null) => staff.get(id ?? '') ?? 'An operator'
}

async function readDrift(ctx: Context, basis: Basis, finding: Finding) {
  const ids = finding.themes.map(({ themeId }) => themeId)
  const now = await themesNow(ctx.db, ids)
  const tallied = new Map((await tallyThemes(ctx.db, basis)).map((figure) => [figure.themeId, figure]))
  // What was coded under a theme that was merged is counted under the one it became.
  const themes = ids.flatMap((themeId) => {
    const figure = tallied.get(now(themeId))
    return figure ? [{ ...figure, themeId }] : []
  })
  const { questions } = await countResults(ctx, basis)
  return driftOf(finding, { themes, questions }, await themeNames(ctx, ids))
}

async function readNumbers(ctx: Context, basis: Basis, { numbers }: Finding) {
  const shown = []
  for (const table of numbers) {
    const now = await countTableNow(ctx, basis, table.query)
    shown.push({ table, drift: now && driftOfTable(table.counted, now) })
  }
  return shown
}
