import type { Db as Owned } from '#platform/db.ts'
import type { Neighbour } from '#platform/slots.ts'
import { paths } from '../paths.ts'
import { listPublishedResults } from './publications.ts'

type Db = Owned<'results'>

const findConsultation = (db: Db, id: string) =>
  db
    .selectFrom('published_consultations as c')
    .leftJoin('published_results as r', 'r.survey_id', 'c.survey_id')
    .select(['c.slug', 'c.survey_id', 'r.published_at'])
    .where('c.id', '=', id)
    .executeTakeFirst()

const listFindingsOn = (db: Db, column: 'theme_id' | 'contribution_id', id: string) =>
  db
    .selectFrom('current_findings as f')
    .select(['f.id', 'f.title'])
    .where((eb) =>
      column === 'theme_id'
        ? eb.exists(
            eb.selectFrom('finding_themes as p').select('p.finding_id').whereRef('p.finding_id', '=', 'f.id').where('p.theme_id', '=', id),
          )
        : eb.exists(
            eb
              .selectFrom('finding_quotes as p')
              .select('p.finding_id')
              .whereRef('p.finding_id', '=', 'f.id')
              .where('p.contribution_id', '=', id),
          ),
    )
    .orderBy('f.id', 'desc')
    .limit(20)
    .execute()

const findingLinks =
  (column: 'theme_id' | 'contribution_id', text: (title: string) => string): Neighbour['links'] =>
  async (ctx, id) =>
    (await listFindingsOn(ctx.db, column, id)).map((finding) => ({
      text: text(finding.title),
      href: paths.finding({ commissioner: ctx.commissioner.slug, finding: finding.id }),
    }))

export const neighbours: readonly Neighbour[] = [
  {
    on: 'consultation',
    shell: 'public',
    async links(ctx, id) {
      const consultation = await findConsultation(ctx.db, id)
      if (!consultation?.published_at) return []
      return [
        {
          text: 'What we heard',
          href: paths.public({ commissioner: ctx.commissioner.slug, slug: consultation.slug }),
          hint: 'the results, counted, and what people said',
        },
      ]
    },
  },
  {
    on: 'consultation',
    shell: 'desk',
    async links(ctx, id) {
      const consultation = await findConsultation(ctx.db, id)
      return consultation
        ? [{ text: 'Results', href: paths.survey({ commissioner: ctx.commissioner.slug, survey: consultation.survey_id }) }]
        : []
    },
  },
  {
    on: 'commissioner',
    shell: 'public',
    async links(ctx) {
      const published = await listPublishedResults(ctx.db, 3)
      return published.map(({ slug, title }) => ({
        text: `What we heard: ${title}`,
        href: paths.public({ commissioner: ctx.commissioner.slug, slug }),
      }))
    },
  },
  {
    on: 'source',
    shell: 'desk',
    links: async (ctx, source) => [{ text: 'Results', href: paths.source({ commissioner: ctx.commissioner.slug, source }) }],
  },
  { on: 'theme', shell: 'desk', links: findingLinks('theme_id', (title) => `Finding: ${title}`) },
  { on: 'contribution', shell: 'desk', links: findingLinks('contribution_id', (title) => `Quoted in the finding: ${title}`) },
]
