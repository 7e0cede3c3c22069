import { buffer } from 'node:stream/consumers'
import type { Command } from '#platform/commands.ts'
import { Refused } from '#platform/errors.ts'
import { importFeed } from './actions/import-feed.ts'
import { mostBytes, readFeed } from './feed-file.ts'
import { communitiesTyped } from './planned.ts'

export const commands: readonly Command[] = [
  {
    name: 'import calendar',
    takes: '<file>',
    about: 'Bring in somebody’s calendar (iCalendar, .ics); one of the same name that came before gives way to it.',
    options: [
      { flags: '--commissioner <slug>', about: 'into whose calendar', required: true },
      { flags: '--name <name>', about: 'whose calendar it is', required: true },
      { flags: '--communities <names>', about: 'whom it asks something of, with commas between' },
    ],
    async run(place, [file = '-'], options) {
      const name = String(options.name).trim()
      if (name === '' || name.length > 120) throw new Refused('Say with --name whose calendar it is, in 120 characters or fewer.')
      const bytes = await buffer(limited(place.open(file)))
      const answer = await place.within(String(options.commissioner), async (ctx) => {
        const feed = readFeed(bytes, ctx.today)
        if (!feed.ok) throw new Refused(`${feed.mistake}.`)
        await importFeed(ctx, { name, communities: communitiesTyped(String(options.communities ?? '')), events: feed.events })
        return { imported: feed.events.length, leftOut: feed.leftOut }
      })
      const { cancelled, hidden, unread, outside } = answer.leftOut
      return {
        json: answer,
        text: `Events brought in: ${answer.imported}. Left out: ${cancelled} cancelled, ${hidden} private, ${outside} in other years, ${unread} not read.`,
      }
    },
  },
]

/** No more than is read in any case: one byte beyond the most says that there is too much. */
async function* limited(bytes: AsyncIterable<Uint8Array | string>) {
  let read = 0
  for await (const part of bytes) {
    yield part
    read += part.length
    if (read > mostBytes) return
  }
}
