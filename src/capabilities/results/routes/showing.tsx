import { type Consultation, consultationOfSurvey } from '#capabilities/consultations'
import type { Context } from '#platform/context.ts'
import { NotFound } from '#platform/errors.ts'
import { historyOf } from '#platform/events.ts'
import { type Body, blank, type Form } from '#platform/forms.ts'
import { invalid, page, type Reply, seeOther } from '#platform/web.tsx'
import { readQuotes } from '../actions/read-quotes.ts'
import type { Basis } from '../basis.ts'
import { AlonePage } from '../pages/alone.tsx'
import type { KeepingProps } from '../pages/keeping.tsx'
import { ResultsPage, type ShownProps } from '../pages/results.tsx'
import { paths } from '../paths.ts'
import { mayKeepViews, mayTakeResults } from '../policy.ts'
import { countBeside } from '../queries/count-beside.ts'
import { dimensionCalled } from '../queries/count-cross.ts'
import { listOptions } from '../queries/groups.ts'
import { findSampling } from '../queries/samplings.ts'
import { findBasisTitle } from '../queries/sources.ts'
import { listViews } from '../queries/views.ts'
import { totalOf } from '../result-count.ts'
import { type Place, placeOf } from '../result-place.ts'
import { readAddress, readView, type View, writeView } from '../result-view.ts'
import { sheetFormats } from '../sheet-file.ts'
import { describeView } from '../view-description.ts'
import { type Counted, countShown } from './counting.tsx'

type KeepForm = Form<{ title: string; query: string }>

/** The results of a survey or a source as the address asks to see them; drawn again where a name for a view was mistyped. */
export async function showResults(ctx: Context, basis: Basis, query: Body, keepForm: KeepForm = blank): Promise<Reply> {
  const title = await titleOf(ctx, basis)
  const place = placeOf(ctx.commissioner.slug, basis)
  const view = readView(query)
  const adding = [query.filter ?? []].flat().at(-1) || null
  // What a form sends holds every empty field: the address that is kept and sent on holds only what was chosen.
  if (adding === null && Object.values(query).flat().includes('')) return seeOther(place.view(view))

  const counted = await countShown(ctx, basis, view)
  const shown = await shownProps(ctx, basis, { title, place, view, adding, counted, keepForm })
  const answer = keepForm === blank ? page : invalid
  if (counted.kind === 'one') {
    const [about, of] = basis.surveyId === null ? ['source', basis.sourceId] : ['survey', basis.surveyId]
    const acts = await ctx.slots.neighboursOf(ctx, 'result view', 'desk', `${about} ${of} ${writeView(view)}`)
    const quotes = await readQuotes(ctx, basis, counted.known, counted.view.rows, view.only)
    return answer(`${counted.view.rows.label}: ${title}`, <AlonePage {...shown} counted={counted.view} quotes={quotes} acts={acts} />, {
      back: { href: place.view({ only: view.only }), text: `All results: ${title}` },
    })
  }
  const id = basis.surveyId ?? basis.sourceId
  const consultation = basis.surveyId === null ? null : await consultationOfSurvey(ctx.db, basis.surveyId)
  return answer(
    `Results: ${title}`,
    <ResultsPage
      {...shown}
      page={counted.page}
      responses={totalOf(counted.page.results)}
      samplingHref={place.sampling}
      beside={basis.surveyId === null ? null : await countBeside(ctx, basis.surveyId)}
      acts={await ctx.slots.neighboursOf(ctx, basis.surveyId === null ? 'source results' : 'survey results', 'desk', id)}
      links={consultation ? await linksOf(ctx, consultation) : []}
      happenings={await historyOf(ctx, [id])}
    />,
    { back: { href: paths.list({ commissioner: ctx.commissioner.slug }), text: 'Results' } },
  )
}

export async function titleOf(ctx: Context, basis: Basis): Promise<string> {
  const title = await findBasisTitle(ctx.db, basis)
  if (title === undefined) throw new NotFound('survey or source')
  return title
}

interface Showing {
  title: string
  place: Place
  view: View
  adding: string | null
  counted: Counted
  keepForm: KeepForm
}

async function shownProps(ctx: Context, basis: Basis, { title, place, view, adding, counted, keepForm }: Showing): Promise<ShownProps> {
  const { known, weighting, responses } = counted
  const filters = [...view.only, ...(adding && !view.only.some(({ of }) => of === adding) ? [{ of: adding, values: [] }] : [])]
  const chosenFrom = []
  for (const { of, values } of filters) {
    const dimension = dimensionCalled(known, of)
    chosenFrom.push({ of, label: dimension.label, values: await listOptions(ctx.db, basis, dimension), chosen: values })
  }
  const { slug } = ctx.commissioner
  return {
    title,
    look: { action: place.view(), view, dimensions: known.all, filters: chosenFrom, weighting: weighting?.title ?? null },
    keeping: await keepingProps(ctx, basis, { place, view, keepForm }),
    described: describeView({ view, byName: known.byName, responses, at: ctx.now, weighting }),
    sampling: await findSampling(ctx.db, basis.surveyId),
    lookHref: (rows) => place.view({ rows, only: view.only }),
    wordsHref: (theme) => `/${slug}/desk/themes/${theme}/words`,
  }
}

async function keepingProps(
  ctx: Context,
  basis: Basis,
  { place, view, keepForm }: Pick<Showing, 'place' | 'view' | 'keepForm'>,
): Promise<KeepingProps> {
  const views = await listViews(ctx.db, basis)
  const names = await ctx.slots.staffNames(ctx, [...new Set(views.flatMap(({ madeBy }) => madeBy ?? []))])
  return {
    keepAt: mayKeepViews(ctx.actor) ? place.views : null,
    query: writeView(view),
    form: keepForm,
    views: views.map(({ id, title, query, madeBy, madeAt }) => ({
      id,
      title,
      href: place.view(readAddress(query)),
      madeBy: names.get(madeBy ?? '') ?? 'An operator',
      madeAt,
      removeAt: place.viewRemoval(id),
    })),
    files: mayTakeResults(ctx.actor)
      ? Object.entries(sheetFormats).map(([format, { label }]) => ({ text: label, href: place.file(format, view) }))
      : [],
  }
}

async function linksOf(ctx: Context, { id, title }: Consultation) {
  const commissioner = ctx.commissioner.slug
  const others = (await ctx.slots.neighboursOf(ctx, 'consultation', 'desk', id)).filter(({ text }) => text !== 'Results')
  return [{ text: `The consultation: ${title}`, href: `/${commissioner}/desk/consultations/${id}` }, ...others]
}
