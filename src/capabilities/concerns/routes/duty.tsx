import type { Staff } from '#platform/context.ts'
import { historyOf } from '#platform/events.ts'
import { blank, type Form, read } from '#platform/forms.ts'
import { type As, invalid, page, seeOther, type Visit, type Web } from '#platform/web.tsx'
import { addTurn, endTurn, setLimit } from '../actions/duty.ts'
import { type Limit, limitForm, readTurn, type TurnInput } from '../forms.ts'
import { DutyPage } from '../pages/duty.tsx'
import { paths } from '../paths.ts'
import { maySetDuty } from '../policy.ts'
import { findLimit, listColleagues, listTurns } from '../queries/duty.ts'

type Visiting = As<Staff> & Visit<typeof paths.duty.pattern>

export function dutyRoutes(web: Web) {
  web.desk.get(paths.duty, maySetDuty, async (ctx) => page('Who is on duty', await drawDuty(ctx)))

  web.desk.post(paths.turns, maySetDuty, async (ctx) => {
    const form = readTurn(ctx.body)
    if (!form.ok) return invalid('Who is on duty', await drawDuty(ctx, { turn: form }))
    await addTurn(ctx, form.value)
    return seeOther(paths.duty(ctx.params))
  })

  web.desk.post(paths.turnEnding, maySetDuty, async (ctx) => {
    await endTurn(ctx, ctx.params.turn)
    return seeOther(paths.duty(ctx.params))
  })

  web.desk.post(paths.limit, maySetDuty, async (ctx) => {
    const form = read(limitForm, ctx.body)
    if (!form.ok) return invalid('Who is on duty', await drawDuty(ctx, { limiting: form }))
    await setLimit(ctx, form.value.workingDays)
    return seeOther(paths.duty(ctx.params))
  })
}

async function drawDuty(ctx: Visiting, { turn = blank, limiting = blank }: { turn?: Form<TurnInput>; limiting?: Form<Limit> } = {}) {
  const turns = await listTurns(ctx.db, ctx.today)
  const shown = {
    commissioner: ctx.params.commissioner,
    turns,
    colleagues: await listColleagues(ctx.db),
    limit: await findLimit(ctx.db),
    today: ctx.today,
    happenings: await historyOf(
      ctx,
      turns.map(({ id }) => id),
    ),
  }
  return <DutyPage {...shown} turn={turn} limiting={limiting} />
}
