import { type Basis, basisOf, countResults, findBasisTitle } from '#capabilities/results'
import type { Context } from '#platform/context.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { type Body, read } from '#platform/forms.ts'
import { isId } from '#platform/ids.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { makeFinding } from '../actions/make-finding.ts'
import type { Finding } from '../finding.ts'
import { findingForm, listIn, quoteValue } from '../forms.ts'
import { FindingFormPage, type FindingFormProps } from '../pages/finding-form.tsx'
import { FindingThemesPage } from '../pages/finding-themes.tsx'
import { paths } from '../paths.ts'
import { mayMakeFindings } from '../policy.ts'
import { countTable } from '../queries/count-table.ts'
import { findFinding } from '../queries/findings.ts'
import { listQuotableSpans } from '../queries/quotes.ts'
import { queryOf } from '../view-query.ts'

export function makingRoutes(web: Web) {
  web.desk.get(paths.newFinding, mayMakeFindings, async (ctx) => {
    const query = ctx.query as Body
    const chosen = await readBasis(ctx, query)
    const { commissioner } = ctx.params
    const isAgain = chosen.instead !== null && query.step === undefined
    const themes = isAgain ? chosen.instead!.themes.map(({ themeId }) => themeId) : listIn(ctx.query, 'themes')
    const view = await readView(ctx, chosen.basis, text(query.view))
    if (isAgain || (query.step === 'words' && (themes.length > 0 || chosen.name === 'survey' || view.query !== ''))) {
      const values = isAgain ? valuesOf(chosen.instead!) : { questions: [], quotes: [], against: [], view: view.query }
      const html = <FindingFormPage {...(await formProps(ctx, chosen, themes, view))} values={values} errors={mistakesOf(view)} />
      return page('Make a finding', html)
    }
    const { frames } = await countResults(ctx, chosen.basis)
    const errors = query.step === 'words' ? { themes: 'Choose at least one theme' } : {}
    const html = <FindingThemesPage commissioner={commissioner} basis={chosen} frames={frames} view={view.query} errors={errors} />
    return errors.themes ? invalid('Make a finding: themes', html) : page('Make a finding: themes', html)
  })

  web.desk.post(paths.findings, mayMakeFindings, async (ctx) => {
    const chosen = await readBasis(ctx, ctx.body)
    const form = read(findingForm, ctx.body)
    const view = await readView(ctx, chosen.basis, text(ctx.body.view))
    if (!form.ok || view.error) {
      const many = (name: string) => [ctx.body[name] ?? []].flat()
      const values = { ...form.values, questions: many('questions'), quotes: many('quotes'), against: many('against') }
      const errors = { ...form.errors, ...mistakesOf(view) }
      return invalid(
        'Make a finding',
        <FindingFormPage {...(await formProps(ctx, chosen, many('themes'), view))} values={values} errors={errors} />,
      )
    }
    const { themes, questions, quotes, against, strength, reason, title, claim, contrary } = form.value
    const sides = [...quotes, ...against.map((quote) => ({ ...quote, side: 'against' as const }))]
    const finding = await makeFinding(ctx, {
      ...chosen.basis,
      title,
      claim,
      contrary,
      themeIds: themes,
      questionKeys: questions,
      quotes: sides,
      strength: strength === '' ? null : { word: strength, reason },
      views: view.query === '' ? [] : [view.query],
      insteadOf: chosen.instead?.id,
    })
    return seeOther(paths.finding({ ...ctx.params, finding }))
  })
}

interface ChosenBasis {
  name: 'survey' | 'source'
  id: string
  title: string
  basis: Basis
  /** The finding to be made again with changes. */
  instead: Finding | null
}

const text = (value: Body[string] | undefined) => [value ?? ''].flat().at(-1) ?? ''

/** What the finding is to rest on, from the address or the form. */
async function readBasis(ctx: Pick<Context, 'db'>, given: Body): Promise<ChosenBasis> {
  const instead = text(given.instead) === '' ? null : await findFinding(ctx.db, text(given.instead))
  if (instead?.withdrawal) throw new Refused('This finding was withdrawn already: make a new one from the results')
  const { surveyId, sourceId } = instead ?? { surveyId: text(given.survey) || null, sourceId: text(given.source) || null }
  const name = surveyId === null ? 'source' : 'survey'
  const id = surveyId ?? sourceId ?? ''
  if (!isId(id)) throw new NotFound('survey or source')
  const basis = name === 'survey' ? basisOf(id, null) : basisOf(null, id)
  const title = await findBasisTitle(ctx.db, basis)
  if (title === undefined) throw new NotFound('survey or source')
  return { name, id, title, basis, instead }
}

interface ReadView {
  query: string
  /** What it counts, in words; null where there is none, or it cannot be counted. */
  label: string | null
  error: string | null
}

async function readView(ctx: Pick<Context, 'db'>, basis: Basis, typed: string): Promise<ReadView> {
  const query = queryOf(typed.trim())
  if (query === '') return { query, label: null, error: null }
  try {
    return { query, label: (await countTable(ctx, basis, query)).label, error: null }
  } catch (error) {
    if (error instanceof Refused) return { query, label: null, error: error.message }
    if (error instanceof NotFound) return { query, label: null, error: 'This view counts something that these results do not have' }
    throw error
  }
}

const mistakesOf = ({ error }: ReadView): Record<string, string> => (error === null ? {} : { view: error })

const valuesOf = ({ title, claim, contrary, strength, questions, quotes, numbers }: Finding): FindingFormProps['values'] => ({
  title,
  claim,
  contrary,
  strength: strength?.word,
  reason: strength?.reason,
  view: numbers[0]?.query,
  questions: questions.map(({ questionKey }) => questionKey),
  quotes: quotes.filter(({ side }) => side === 'for').map(quoteValue),
  against: quotes.filter(({ side }) => side === 'against').map(quoteValue),
})

async function formProps(
  ctx: Context,
  chosen: ChosenBasis,
  themeIds: readonly string[],
  view: ReadView,
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
  return { commissioner: ctx.commissioner.slug, basis: chosen, themes, questions, spans, view: view.label, instead: chosen.instead }
}
