import { ConfirmForm } from '#design'
import { blank, read } from '#platform/forms.ts'
import { mayLook } from '#platform/roles.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { importFeed, removeFeed } from '../actions/import-feed.ts'
import { readFeed } from '../feed-file.ts'
import { feedForm } from '../forms.ts'
import { FeedsPage } from '../pages/feeds.tsx'
import { paths } from '../paths.ts'
import { mayPlan } from '../policy.ts'
import { findFeed, listFeeds } from '../queries/feeds.ts'

export function feedRoutes(web: Web) {
  const back = (params: { commissioner: string }) => ({ back: { href: paths.calendar(params), text: 'Calendar' } })

  web.desk.get(paths.feeds, mayLook, async ({ db, params, actor }) => {
    const shown = { commissioner: params.commissioner, feeds: await listFeeds(db), mayPlan: mayPlan(actor) }
    return page('Calendars of others', <FeedsPage {...shown} form={blank} />, back(params))
  })

  web.desk.post(
    paths.feeds,
    mayPlan,
    async (ctx) => {
      const { params, files, today } = ctx
      const form = read(feedForm, ctx.body)
      const pasted = String(ctx.body.ics ?? '').trim()
      const file = files.file?.[0]
      const feed = file || pasted ? readFeed(file?.bytes ?? new TextEncoder().encode(pasted), today) : null
      if (!form.ok || !feed?.ok) {
        const mistake = feed === null ? 'Choose a calendar file, or paste what is in it' : feed.ok ? undefined : feed.mistake
        const field = pasted && !file ? 'ics' : 'file'
        const again = { ...form, ok: false, errors: { ...form.errors, ...(mistake && { [field]: mistake }) } }
        const shown = { commissioner: params.commissioner, feeds: await listFeeds(ctx.db), mayPlan: true, form: again }
        return invalid('Calendars of others', <FeedsPage {...shown} />, back(params))
      }
      await importFeed(ctx, { ...form.value, events: feed.events })
      return seeOther(paths.feeds(params))
    },
    { files: { largest: 3 * 1024 * 1024 } },
  )

  web.desk.get(paths.feedRemoval, mayPlan, async ({ db, params }) => {
    const feed = await findFeed(db, params.id)
    return page(
      'Take out a calendar',
      <ConfirmForm
        question={`Take out the calendar of “${feed.name}”?`}
        action={paths.feedRemoval(params)}
        confirm="Take it out"
        cancel={{ href: paths.feeds(params) }}
      >
        <p>What it holds will not show in our calendar any more. You can bring it in again.</p>
      </ConfirmForm>,
      back(params),
    )
  })

  web.desk.post(paths.feedRemoval, mayPlan, async (ctx) => {
    await removeFeed(ctx, ctx.params.id)
    return seeOther(paths.feeds(ctx.params))
  })
}
