import { formatDate } from '#design'
import type { Db as Owned } from '#platform/db.ts'
import type { Neighbour } from '#platform/slots.ts'
import { londonDate } from '#platform/time.ts'
import { whyNotPublishResults } from '../actions/publish-results.ts'
import { paths } from '../paths.ts'
import { mayPublishResults } from '../policy.ts'
import { listPublishedResults } from './publications.ts'

type Db = Owned<'publications'>

const published = (db: Db) =>
  db
    .selectFrom('published_consultations as c')
    .innerJoin('published_results as r', 'r.survey_id', 'c.survey_id')
    .select(['c.slug', 'r.published_at as publishedAt'])

export const neighbours: readonly Neighbour[] = [
  {
    on: 'consultation',
    shell: 'public',
    async links(ctx, id) {
      const found = await published(ctx.db).where('c.id', '=', id).executeTakeFirst()
      if (!found) return []
      const href = paths.public({ commissioner: ctx.commissioner.slug, slug: found.slug })
      return [{ text: 'What we heard', href, hint: 'the results, counted, and what people said' }]
    },
  },
  {
    on: 'commissioner',
    shell: 'public',
    async links(ctx) {
      const latest = await listPublishedResults(ctx.db, 3)
      const commissioner = ctx.commissioner.slug
      const links = latest.map(({ slug, title }) => ({ text: `What we heard: ${title}`, href: paths.public({ commissioner, slug }) }))
      return latest.length === 0 ? [] : [...links, { text: 'All published results', href: paths.list({ commissioner }) }]
    },
  },
  {
    on: 'survey results',
    shell: 'desk',
    async links(ctx, id) {
      const commissioner = ctx.commissioner.slug
      const found = await published(ctx.db).where('c.survey_id', '=', id).executeTakeFirst()
      if (found) {
        const href = paths.public({ commissioner, slug: found.slug })
        const read = { text: `What was published on ${formatDate(londonDate(found.publishedAt))}`, href }
        const correct = { text: 'Correct what was published', href: paths.correction({ commissioner, survey: id }) }
        return mayPublishResults(ctx.actor) ? [read, correct] : [read]
      }
      if (!mayPublishResults(ctx.actor)) return []
      const whyNot = await whyNotPublishResults(ctx, id)
      return [
        { text: 'Publish these results', href: paths.publication({ commissioner, survey: id }), ...(whyNot !== null && { hint: whyNot }) },
      ]
    },
  },
]
