import { commentPath, findBatch, keyOf, listBatches } from '#capabilities/codings'
import { findFrame, listFrames } from '#capabilities/themes'
import type { Context, Staff } from '#platform/context.ts'
import { NotFound } from '#platform/errors.ts'
import { historyOf } from '#platform/events.ts'
import { type Form, filled, read } from '#platform/forms.ts'
import { mayLook } from '#platform/roles.ts'
import { type As, file, invalid, page, seeOther, type Visit, type Web } from '#platform/web.tsx'
import { beginRound } from '../actions/begin-round.ts'
import { closeRound } from '../actions/close-round.ts'
import { nameAnswers } from '../actions/name-answers.ts'
import { closureForm, type RoundInput, roundForm } from '../forms.ts'
import { isSame } from '../measurement.ts'
import { ClosurePage } from '../pages/closure.tsx'
import { ListPage } from '../pages/list.tsx'
import { NewRoundPage } from '../pages/new-round.tsx'
import { RoundPage } from '../pages/round.tsx'
import { paths } from '../paths.ts'
import { mayMeasure } from '../policy.ts'
import { listAnswers } from '../queries/answers.ts'
import { findProgress, listRoundCoders, listWhoMayCode } from '../queries/coders.ts'
import { findRound, listRounds } from '../queries/rounds.ts'
import { listSettlements } from '../queries/settlements.ts'
import { answersFile, measuresFile } from '../report-file.ts'
import { isFinished, type Round } from '../round.ts'

const most = 50
const toAll = ({ commissioner }: { commissioner: string }) => ({ back: { href: paths.list({ commissioner }), text: 'Agreement' } })
const csv = 'text/csv; charset=utf-8'

export function roundRoutes(web: Web) {
  web.desk.get(paths.list, mayLook, async (ctx) => {
    const found = await listRounds(ctx.db, { before: ctx.query.before, limit: most + 1 })
    const next = found.length > most ? `${paths.list(ctx.params)}?before=${found[most - 1]!.id}` : null
    const shown = { commissioner: ctx.params.commissioner, rounds: found.slice(0, most), next, mayMeasure: mayMeasure(ctx.actor) }
    return page('Agreement', <ListPage {...shown} />)
  })

  web.desk.get(paths.newRound, mayMeasure, async (ctx) => {
    const { frame = '', batch = '' } = ctx.query
    return page(
      'Begin a round',
      await drawNew(ctx, filled<RoundInput>({ frame, batch, from: 'uncoded', size: '200' }), []),
      toAll(ctx.params),
    )
  })

  web.desk.post(paths.rounds, mayMeasure, async (ctx) => {
    const form = read(roundForm, ctx.body)
    const again = async (wrong: Form<RoundInput>) =>
      invalid('Begin a round', await drawNew(ctx, wrong, [ctx.body.coders ?? []].flat()), toAll(ctx.params))
    if (!form.ok) return again(form)
    const { batch: key, frame: frameId, size, from, coders } = form.value
    const [batch, frame] = [await findBatch(ctx.db, key), await findFrame(ctx.db, frameId)]
    const roundId = await beginRound(ctx, { frameId: frame.id, batch, size, drawnFrom: from, coders })
    if (roundId === null) {
      const nothing = 'There is no comment to draw: each was in a round before, or is coded already'
      return again({ ok: false, values: form.values, errors: { from: nothing } })
    }
    return seeOther(paths.round({ ...ctx.params, round: roundId }))
  })

  web.desk.get(paths.round, mayLook, async (ctx) => {
    const round = await findRound(ctx.db, ctx.params.round)
    return page(`A round of ${round.size} comments`, await drawRound(ctx, round), toAll(ctx.params))
  })

  web.desk.get(paths.closure, mayMeasure, async (ctx) => {
    const round = await findRound(ctx.db, ctx.params.round)
    const progress = await findProgress(ctx.db, round)
    if (round.closed || isFinished(progress)) return seeOther(paths.round(ctx.params))
    return page('Close the round', <ClosurePage here={ctx.params} progress={progress} form={filled({})} />, {
      back: { href: paths.round(ctx.params) },
    })
  })

  web.desk.post(paths.closure, mayMeasure, async (ctx) => {
    const round = await findRound(ctx.db, ctx.params.round)
    const progress = await findProgress(ctx.db, round)
    const form = read(closureForm, ctx.body)
    if (!round.closed && !isFinished(progress) && !form.ok)
      return invalid('Close the round', <ClosurePage here={ctx.params} progress={progress} form={form} />)
    await closeRound(ctx, round.id, form.ok ? form.value.reason : undefined)
    return seeOther(paths.round(ctx.params))
  })

  web.desk.get(paths.measuresFile, mayLook, async (ctx) => {
    const { round, names } = await findClosed(ctx)
    const text = measuresFile(round.closed.measured, names)
    return file(`agreement-${round.id}.csv`, csv, async function* () {
      yield text
    })
  })

  web.desk.get(paths.answersFile, mayLook, async (ctx) => {
    const { round, names } = await findClosed(ctx)
    const settlements = await listSettlements(ctx.db, round.id)
    const text = answersFile(await listAnswers(ctx.db, round.id), names, (id) => settlements.get(id)?.themeIds ?? null)
    return file(`answers-${round.id}.csv`, csv, async function* () {
      yield text
    })
  })
}

async function drawNew({ db, commissioner }: Context, form: Form<RoundInput>, coders: readonly string[]) {
  const choices = { batches: await listBatches(db), frames: await listFrames(db, { limit: 200 }), staff: await listWhoMayCode(db) }
  return <NewRoundPage commissioner={commissioner.slug} {...choices} form={form} coders={coders} />
}

const namesFor = async (ctx: Context, round: Round) => nameAnswers(ctx, round.frameId, await listRoundCoders(ctx.db, round.id))

async function findClosed(ctx: As<Staff> & Visit<typeof paths.round.pattern>) {
  const { closed, ...round } = await findRound(ctx.db, ctx.params.round)
  if (!closed) throw new NotFound()
  return { round: { ...round, closed }, names: await namesFor(ctx, { ...round, closed }) }
}

async function drawRound(ctx: As<Staff> & Visit<typeof paths.round.pattern>, round: Round) {
  const answers = round.closed ? [...Map.groupBy(await listAnswers(ctx.db, round.id), ({ contributionId }) => contributionId).values()] : []
  const settlements = await listSettlements(ctx.db, round.id)
  const apart = answers.filter((given) => !isSame(given))
  const progress = await findProgress(ctx.db, round)
  const next = round.closed ? null : progress.coders.find(({ membershipId }) => membershipId === ctx.actor.id)?.next
  const shown = {
    progress,
    names: await namesFor(ctx, round),
    differences: round.closed && { all: apart.length, settled: apart.filter(([first]) => settlements.has(first!.contributionId)).length },
    mine: next
      ? `${commentPath({ ...ctx.params, frame: round.frameId, batch: keyOf(round.batch), contribution: next })}?queue=round-${round.id}`
      : null,
    mayMeasure: mayMeasure(ctx.actor),
    happenings: await historyOf(ctx, [round.id]),
  }
  return <RoundPage here={ctx.params} round={round} {...shown} />
}
