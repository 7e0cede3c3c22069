import type { Staff } from '#platform/context.ts'
import { refuseIf } from '#platform/errors.ts'
import { blank, type Form, read } from '#platform/forms.ts'
import { mayLook } from '#platform/roles.ts'
import { type As, invalid, page, seeOther, type Visit, type Web } from '#platform/web.tsx'
import { nameAnswers } from '../actions/name-answers.ts'
import { readDifference } from '../actions/read-difference.ts'
import { settleComment } from '../actions/settle-comment.ts'
import { type SettlementInput, settlementForm } from '../forms.ts'
import { isSame } from '../measurement.ts'
import { DifferencePage } from '../pages/difference.tsx'
import { type Difference, DifferencesPage } from '../pages/differences.tsx'
import { paths } from '../paths.ts'
import { mayMeasure } from '../policy.ts'
import { listAnswers } from '../queries/answers.ts'
import { findRound } from '../queries/rounds.ts'
import { listSettlements } from '../queries/settlements.ts'
import type { RoundAnswer } from '../round.ts'

const most = 50

export function differenceRoutes(web: Web) {
  web.desk.get(paths.differences, mayLook, async (ctx) => {
    const round = await findRound(ctx.db, ctx.params.round)
    refuseIf(round.closed === null, 'This round is still open: what people code is shown when it is closed')
    const { theme } = await nameAnswers(ctx, round.frameId, [])
    const settlements = await listSettlements(ctx.db, round.id)
    const after = /^\d{1,6}$/.test(ctx.query.after ?? '') ? Number(ctx.query.after) : 0
    const found = [...Map.groupBy(await listAnswers(ctx.db, round.id), ({ place }) => place)]
      .filter(([place, given]) => place > after && !isSame(given))
      .map(([place, given]): Difference => {
        const { contributionId } = given[0]!
        return {
          contributionId,
          place,
          apart: themesApart(given).map(theme),
          settledAt: settlements.get(contributionId)?.settledAt ?? null,
        }
      })
    const next = found.length > most ? `${paths.differences(ctx.params)}?after=${found[most - 1]!.place}` : null
    const back = { href: paths.round(ctx.params), text: 'The round' }
    return page(
      'What the coders differ about',
      <DifferencesPage here={ctx.params} round={round} differences={found.slice(0, most)} next={next} />,
      { back },
    )
  })

  web.desk.get(paths.difference, mayLook, async (ctx) => {
    const { title, html } = await drawDifference(ctx)
    return page(title, html, toList(ctx.params))
  })

  web.desk.post(paths.settlements, mayMeasure, async (ctx) => {
    const form = read(settlementForm, ctx.body)
    const again = async (wrong: Form<SettlementInput>) => {
      const { title, html } = await drawDifference(ctx, wrong, [ctx.body.themes ?? []].flat())
      return invalid(title, html, toList(ctx.params))
    }
    if (!form.ok) return again(form)
    const { settlers, themes } = await readDifference(ctx, ctx.params)
    const mistaken = (errors: Form<SettlementInput>['errors']) => again({ ok: false, values: form.values, errors })
    if (!form.value.themes.every((wanted) => themes.some(({ id, retired }) => id === wanted && !retired)))
      return mistaken({ themes: 'Choose themes that are in use in this frame' })
    if (settlers.isCoder && settlers.others.length === 0 && form.value.reason === '')
      return mistaken({ reason: 'Enter why nobody else can settle it' })
    await settleComment(ctx, ctx.params.round, ctx.params.contribution, { themeIds: form.value.themes, reason: form.value.reason || null })
    return seeOther(paths.differences(ctx.params))
  })
}

const toList = (params: { commissioner: string; round: string }) => ({
  back: { href: paths.differences(params), text: 'All they differ about' },
})

/** Themes that some coders saw and some did not. */
function themesApart(given: readonly RoundAnswer[]): string[] {
  const all = [...new Set(given.flatMap(({ themeIds }) => themeIds))]
  return all.filter((themeId) => !given.every(({ themeIds }) => themeIds.includes(themeId)))
}

async function drawDifference(
  ctx: As<Staff> & Visit<typeof paths.difference.pattern>,
  form: Form<SettlementInput> = blank,
  chosen?: readonly string[],
) {
  const found = await readDifference(ctx, ctx.params)
  const html = <DifferencePage here={ctx.params} {...found} form={form} chosen={chosen ?? found.settlement?.themeIds ?? []} />
  return { title: `Comment ${found.place}`, html }
}
