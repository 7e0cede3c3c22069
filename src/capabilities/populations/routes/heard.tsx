import { channelNames } from '#capabilities/contributions'
import { NotFound } from '#platform/errors.ts'
import { historyOf } from '#platform/events.ts'
import { mayLook } from '#platform/roles.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { matchQuestion } from '../actions/match.ts'
import { binsNamed, namingOf } from '../bin.ts'
import { binsFor } from '../crosswalk.ts'
import { namingTyped } from '../forms.ts'
import { type Heard, heardOf } from '../heard.ts'
import { HeardPage } from '../pages/heard.tsx'
import { MatchPage } from '../pages/match.tsx'
import { paths } from '../paths.ts'
import { mayChangePopulations, mayPlanOutreach } from '../policy.ts'
import { listBaselines } from '../queries/baselines.ts'
import { findTitle, listChannels } from '../queries/heard.ts'
import { listMatchIds } from '../queries/matches.ts'
import { listPlansAbout } from '../queries/outreach.ts'
import { listComparable, representationOf } from '../queries/represented.ts'

/** Those who answered beside those who live here, and what each question is held against. */
export function heardRoutes(web: Web) {
  web.desk.get(paths.heard, mayLook, async (ctx) => {
    const { db, params, query } = ctx
    const heard = namedBy(params)
    const title = await findTitle(db, heard)
    const channels = await listChannels(db, heard)
    const channel = channels.some((one) => one.channel === query.channel) ? (query.channel ?? null) : null
    const plans = await listPlansAbout(db, params.id)
    const shown = {
      ...(await representationOf(db, heard, { channel })),
      today: ctx.today,
      channel,
      channels: channels.map((one) => ({ ...one, label: (channelNames as Record<string, string>)[one.channel] ?? one.channel })),
      plans,
      mayPlan: mayPlanOutreach(ctx.actor),
      mayChange: mayChangePopulations(ctx.actor),
      links: await ctx.slots.neighboursOf(ctx, heard.surveyId === null ? 'heard source' : 'heard survey', 'desk', params.id),
      happenings: await historyOf(ctx, [...(await listMatchIds(db, heard)), ...plans.map(({ id }) => id)]),
    }
    return page(`Who we heard from: ${title}`, <HeardPage here={params} title={title} {...shown} />, {
      back: { href: paths.list(params), text: 'Who we heard from' },
    })
  })

  web.desk.get(paths.match, mayChangePopulations, async ({ db, params, query }) => {
    const { asked, against } = await findComparable(db, params)
    const baselines = await listBaselines(db)
    // Chosen here, or else what counts now. An empty choice is one too: none.
    const baseline = query.baseline === undefined ? against?.baseline : baselines.find(({ id }) => id === query.baseline)
    const bins = against && baseline?.id === against.baseline.id ? against.bins : baseline ? binsFor(asked, baseline) : []
    const shown = {
      baselines,
      baseline: baseline ?? null,
      naming: namingOf(bins, asked.options, baseline?.groups ?? []),
      mistake: undefined,
    }
    return page(`What “${asked.text}” is held against`, <MatchPage here={params} asked={asked} {...shown} />, { width: 'reading' })
  })

  web.desk.post(paths.match, mayChangePopulations, async (ctx) => {
    const { db, params, body } = ctx
    const { asked } = await findComparable(db, params)
    const baselines = await listBaselines(db)
    const chosen = String(body.baseline ?? '')
    const baseline = baselines.find(({ id }) => id === chosen) ?? null
    if (chosen !== '' && !baseline) throw new NotFound('a population in use')
    const matching = { heard: namedBy(params), dimension: asked.dimension }
    if (!baseline) {
      await matchQuestion(ctx, { ...matching, baselineId: null, bins: [] })
      return seeOther(paths.heard(params))
    }
    const naming = namingTyped(body, asked.options, baseline.groups)
    const named = binsNamed(naming, baseline.groups)
    if ('mistake' in named) {
      const shown = { baselines, baseline, naming, mistake: named.mistake }
      return invalid(`What “${asked.text}” is held against`, <MatchPage here={params} asked={asked} {...shown} />, { width: 'reading' })
    }
    await matchQuestion(ctx, { ...matching, baselineId: baseline.id, bins: named.bins })
    return seeOther(paths.heard(params))
  })
}

function namedBy({ kind, id }: { kind: string; id: string }): Heard {
  const heard = heardOf(kind, id)
  if (!heard) throw new NotFound('survey or source')
  return heard
}

async function findComparable(db: Parameters<typeof findTitle>[0], params: { kind: string; id: string; dimension: string }) {
  const heard = namedBy(params)
  await findTitle(db, heard)
  const found = (await listComparable(db, heard)).find(({ asked }) => asked.dimension === params.dimension)
  if (!found) throw new NotFound('a question that can be compared')
  return found
}
