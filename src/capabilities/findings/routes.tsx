import { type Basis, countResults, findBasisTitle, sourceResultsPath, surveyResultsPath, tallyThemes } from '#capabilities/results'
import type { Context } from '#platform/context.ts'
import { NotFound } from '#platform/errors.ts'
import { historyOf, record } from '#platform/events.ts'
import { type Body, blank, read } from '#platform/forms.ts'
import { isId } from '#platform/ids.ts'
import { mayLook } from '#platform/roles.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { makeFinding } from './actions/make-finding.ts'
import { withdrawFinding } from './actions/withdraw-finding.ts'
import { driftOf } from './drift.ts'
import { findingForm, withdrawalForm } from './forms.ts'
import { FindingPage } from './pages/finding.tsx'
import { FindingFormPage, type FindingFormProps } from './pages/finding-form.tsx'
import { FindingThemesPage } from './pages/finding-themes.tsx'
import { FindingWithdrawalPage } from './pages/finding-withdrawal.tsx'
import { FindingsPage } from './pages/findings.tsx'
import { paths } from './paths.ts'
import { mayMakeFindings } from './policy.ts'
import { findFinding, listFindingIds, listFindingsById } from './queries/findings.ts'
import { isPublished } from './queries/public-findings.ts'
import { listPublicQuotes, listQuotableSpans } from './queries/quotes.ts'
import { themeNames } from './queries/theme-names.ts'

const most = 50

async function titleOf(ctx: Pick<Context, 'db'>, basis: Basis): Promise<string> {
  const title = await findBasisTitle(ctx.db, basis)
  if (title === undefined) throw new NotFound('survey or source')
  return title
}

export function routes(web: Web) {
  web.desk.get(paths.findings, mayLook, async ({ db, actor, params, query }) => {
    const ids = await listFindingIds(db, { after: query.after, limit: most + 1 })
    const next = ids.length > most ? `${paths.findings(params)}?after=${ids[most - 1]}` : null
    const findings = await listFindingsById(db, ids.slice(0, most))
    return page(
      'Findings',
      <FindingsPage commissioner={params.commissioner} findings={findings} next={next} mayMakeFindings={mayMakeFindings(actor)} />,
    )
  })

  web.desk.get(paths.newFinding, mayMakeFindings, async (ctx) => {
    const chosen = await readBasis(ctx, ctx.query)
    const themes = [(ctx.query as Body).themes ?? []].flat()
    const { commissioner } = ctx.params
    if (ctx.query.step === 'words' && (themes.length > 0 || chosen.name === 'survey'))
      return page(
        'Make a finding',
        <FindingFormPage
          {...(await findingFormProps(ctx, commissioner, chosen, themes))}
          values={{ questions: [], quotes: [] }}
          errors={{}}
        />,
      )

    const { frames } = await countResults(ctx, chosen.basis)
    const errors = ctx.query.step === 'words' ? { themes: 'Choose at least one theme' } : {}
    const html = <FindingThemesPage commissioner={commissioner} basis={chosen} frames={frames} errors={errors} />
    return errors.themes ? invalid('Make a finding: themes', html) : page('Make a finding: themes', html)
  })

  web.desk.post(paths.findings, mayMakeFindings, async (ctx) => {
    const chosen = await readBasis(ctx, ctx.body)
    const form = read(findingForm, ctx.body)
    if (!form.ok) {
      const many = (name: string) => [ctx.body[name] ?? []].flat()
      const values = { ...form.values, questions: many('questions'), quotes: many('quotes') }
      const props = await findingFormProps(ctx, ctx.params.commissioner, chosen, many('themes'))
      return invalid('Make a finding', <FindingFormPage {...props} values={values} errors={form.errors} />)
    }
    const { themes, questions, ...rest } = form.value
    const finding = await makeFinding(ctx, { ...chosen.basis, ...rest, themeIds: themes, questionKeys: questions })
    return seeOther(paths.finding({ ...ctx.params, finding }))
  })

  web.desk.get(paths.finding, mayLook, async (ctx) => {
    const finding = await findFinding(ctx.db, ctx.params.finding)
    const { commissioner } = ctx.params
    const basis = { surveyId: finding.surveyId, sourceId: finding.sourceId } as Basis
    const figures = { themes: await tallyThemes(ctx.db, basis), questions: (await countResults(ctx, basis)).questions }
    const named = await themeNames(
      ctx,
      finding.themes.map(({ themeId }) => themeId),
    )
    const shown = new Map((await listPublicQuotes(ctx.db, [finding.id])).map(({ id, words }) => [id, words]))
    const staff = await ctx.slots.staffNames(
      ctx,
      [finding.madeBy, finding.withdrawal?.withdrawnBy].filter((id) => typeof id === 'string'),
    )
    const href =
      basis.surveyId === null
        ? sourceResultsPath({ commissioner, source: basis.sourceId })
        : surveyResultsPath({ commissioner, survey: basis.surveyId })
    return page(
      finding.title,
      <FindingPage
        commissioner={commissioner}
        finding={finding}
        madeBy={staff.get(finding.madeBy ?? '') ?? 'An operator'}
        withdrawnBy={staff.get(finding.withdrawal?.withdrawnBy ?? '') ?? 'An operator'}
        basis={{ title: await titleOf(ctx, basis), href }}
        drift={driftOf(finding, figures, named)}
        quotes={finding.quotes.map(({ id }) => ({ id, words: shown.get(id) ?? null }))}
        mayWithdraw={mayMakeFindings(ctx.actor)}
        links={await ctx.slots.neighboursOf(ctx, 'finding', 'desk', finding.id)}
        happenings={await historyOf(ctx, [finding.id])}
      />,
      { back: { href: paths.findings({ commissioner }), text: 'Findings' } },
    )
  })

  web.desk.get(paths.withdrawal, mayMakeFindings, async ({ db, params }) => {
    const finding = await findFinding(db, params.finding)
    if (finding.withdrawal) return seeOther(paths.finding(params))
    return page('Withdraw finding', <FindingWithdrawalPage commissioner={params.commissioner} finding={finding} form={blank} />)
  })

  web.desk.post(paths.withdrawal, mayMakeFindings, async (ctx) => {
    const finding = await findFinding(ctx.db, ctx.params.finding)
    const form = read(withdrawalForm, ctx.body)
    if (!form.ok)
      return invalid('Withdraw finding', <FindingWithdrawalPage commissioner={ctx.params.commissioner} finding={finding} form={form} />)
    await withdrawFinding(ctx, finding.id, form.value)
    return seeOther(paths.finding(ctx.params))
  })
}

interface ChosenBasis {
  name: 'survey' | 'source'
  id: string
  title: string
  basis: Basis
}

/** What the finding is to rest on, from the address or the form. */
async function readBasis(ctx: Pick<Context, 'db'>, given: Body): Promise<ChosenBasis> {
  const name = given.survey === undefined ? 'source' : 'survey'
  const id = String(given[name] ?? '')
  if (!isId(id)) throw new NotFound('survey or source')
  const basis: Basis = name === 'survey' ? { surveyId: id, sourceId: null } : { surveyId: null, sourceId: id }
  return { name, id, title: await titleOf(ctx, basis), basis }
}

async function findingFormProps(
  ctx: Context,
  commissioner: string,
  chosen: ChosenBasis,
  themeIds: readonly string[],
): Promise<Omit<FindingFormProps, 'values' | 'errors'>> {
  const { frames, questions } = await countResults(ctx, chosen.basis)
  const themes = frames.flatMap((frame) => frame.themes).filter(({ themeId }) => themeIds.includes(themeId))
  const spans = await listQuotableSpans(
    ctx.db,
    chosen.basis,
    themes.map(({ themeId }) => themeId),
  )
  if (spans.length > 0)
    await record(
      ctx,
      'contributions.read',
      chosen.id,
      { themes: themes.map(({ themeId }) => themeId), count: spans.length },
      { publicPagesStay: true },
    )
  return {
    commissioner,
    basis: chosen,
    themes,
    questions,
    spans,
    isPublic: chosen.basis.surveyId !== null && (await isPublished(ctx.db, chosen.basis.surveyId)),
  }
}
