import type { Db as Owned } from '#platform/db.ts'
import type { Neighbour } from '#platform/slots.ts'
import { paths } from '../paths.ts'
import { mayMakeFindings } from '../policy.ts'
import { crossingOf } from '../view-query.ts'

type Db = Owned<'findings'>

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

const making =
  (about: 'survey' | 'source'): Neighbour['links'] =>
  async (ctx, id) =>
    mayMakeFindings(ctx.actor)
      ? [{ text: 'Make a finding', href: `${paths.newFinding({ commissioner: ctx.commissioner.slug })}?${about}=${id}` }]
      : []

/** On a view of the results, whose id is 'survey', or 'source', its id and the view's query, with a space between each two. */
const fromView: Neighbour['links'] = async (ctx, id) => {
  const [about = '', of = '', ...query] = id.split(' ')
  if (!mayMakeFindings(ctx.actor) || crossingOf(query.join(' ')) === null) return []
  const asked = new URLSearchParams({ [about]: of, view: query.join(' ') })
  return [{ text: 'Make a finding from this view', href: `${paths.newFinding({ commissioner: ctx.commissioner.slug })}?${asked}` }]
}

export const neighbours: readonly Neighbour[] = [
  { on: 'result view', shell: 'desk', links: fromView },
  { on: 'survey results', shell: 'desk', links: making('survey') },
  { on: 'source results', shell: 'desk', links: making('source') },
  { on: 'theme', shell: 'desk', links: findingLinks('theme_id', (title) => `Finding: ${title}`) },
  { on: 'contribution', shell: 'desk', links: findingLinks('contribution_id', (title) => `Quoted in the finding: ${title}`) },
]
