import type { Context } from '#platform/context.ts'
import type { Db as Owned } from '#platform/db.ts'
import type { Neighbour } from '#platform/slots.ts'
import type { Decision } from '../decision.ts'
import { paths } from '../paths.ts'
import { countChanges } from './changes.ts'
import { listDecisionsById, listDecisionsOfSurveys, listPublished } from './decisions.ts'

type Db = Owned<'decisions'>

const findSurveyOf = async (db: Db, consultationId: string) =>
  (await db.selectFrom('published_consultations').select('survey_id').where('id', '=', consultationId).executeTakeFirst())?.survey_id

async function listDecisionsOfConsultation(db: Db, consultationId: string): Promise<Decision[]> {
  const surveyId = await findSurveyOf(db, consultationId)
  return surveyId ? listDecisionsOfSurveys(db, [surveyId]) : []
}

async function listDecisionsOnFinding(db: Db, findingId: string): Promise<Decision[]> {
  const rows = await db.selectFrom('put_findings').select('decision_id').where('finding_id', '=', findingId).execute()
  return listDecisionsById(
    db,
    rows.map((row) => row.decision_id),
  )
}

const deskLink = (ctx: Context, { id, title, publishedAt }: Decision) => ({
  text: `Decision: ${title}`,
  href: paths.show({ commissioner: ctx.commissioner.slug, decision: id }),
  hint: publishedAt ? 'published' : 'draft',
})

const publicLink = (ctx: Context, text: string, { slug }: Decision) => ({
  text,
  href: paths.public({ commissioner: ctx.commissioner.slug, slug }),
})

export const neighbours: readonly Neighbour[] = [
  {
    on: 'consultation',
    shell: 'public',
    async links(ctx, id) {
      const published = (await listDecisionsOfConsultation(ctx.db, id)).filter(({ publishedAt }) => publishedAt !== null)
      return published.map((decision) => ({
        ...publicLink(ctx, `What we decided: ${decision.title}`, decision),
        hint: 'our answer to each thing we found, and why',
      }))
    },
  },
  {
    on: 'consultation',
    shell: 'desk',
    links: async (ctx, id) => (await listDecisionsOfConsultation(ctx.db, id)).map((decision) => deskLink(ctx, decision)),
  },
  {
    on: 'finding',
    shell: 'desk',
    links: async (ctx, id) => (await listDecisionsOnFinding(ctx.db, id)).map((decision) => deskLink(ctx, decision)),
  },
  {
    on: 'commissioner',
    shell: 'public',
    async links(ctx) {
      const latest = await listPublished(ctx.db, { limit: 3 })
      const all = latest.length > 0 ? [{ text: 'All our decisions', href: paths.published({ commissioner: ctx.commissioner.slug }) }] : []
      return [...latest.map((decision) => publicLink(ctx, `What we decided: ${decision.title}`, decision)), ...all]
    },
  },
  {
    on: 'commissioner',
    shell: 'desk',
    async links(ctx) {
      const { late } = await countChanges(ctx.db, ctx.today)
      return late === 0
        ? []
        : [
            {
              text: late === 1 ? '1 change is late' : `${late} changes are late`,
              href: paths.changes({ commissioner: ctx.commissioner.slug }),
            },
          ]
    },
  },
]
