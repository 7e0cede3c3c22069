import type { Db as Owned } from '#platform/db.ts'
import type { Neighbour } from '#platform/slots.ts'
import { paths } from '../paths.ts'

type Db = Owned<'results'>

const findSurvey = (db: Db, consultationId: string) =>
  db.selectFrom('published_consultations').select('survey_id').where('id', '=', consultationId).executeTakeFirst()

export const neighbours: readonly Neighbour[] = [
  {
    on: 'consultation',
    shell: 'desk',
    async links(ctx, id) {
      const found = await findSurvey(ctx.db, id)
      return found ? [{ text: 'Results', href: paths.survey({ commissioner: ctx.commissioner.slug, survey: found.survey_id }) }] : []
    },
  },
  {
    on: 'source',
    shell: 'desk',
    links: async (ctx, source) => [{ text: 'Results', href: paths.source({ commissioner: ctx.commissioner.slug, source }) }],
  },
]
