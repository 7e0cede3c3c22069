import { findPublishedConsultation } from '#capabilities/consultations'
import { listPublicFindings, publicFindingPath } from '#capabilities/findings'
import { formatDate } from '#design'
import type { Context } from '#platform/context.ts'
import { NotFound } from '#platform/errors.ts'
import { londonDate } from '#platform/time.ts'
import { document, file, page, type Web } from '#platform/web.tsx'
import { feedOf } from '../feed.ts'
import { PublicResultsPage } from '../pages/public-results.tsx'
import { PublicationsPage } from '../pages/publications.tsx'
import { TakeAway } from '../pages/take-away.tsx'
import { paths } from '../paths.ts'
import { citationOf, fingerprintOf, type PublishedAbout } from '../published-document.ts'
import { publishedFiles } from '../published-file.ts'
import { findPublication, listCorrections, listPublishedResults } from '../queries/publications.ts'

const most = 50

export function publicRoutes(web: Web) {
  web.public.get(paths.list, async ({ db, params, query }) => {
    const found = await listPublishedResults(db, most + 1, query.before)
    const next = found.length > most ? `${paths.list(params)}?before=${found[most - 1]?.id}` : null
    const html = <PublicationsPage commissioner={params.commissioner} publications={found.slice(0, most)} next={next} />
    return page('What we heard', html)
  })

  web.public.get(paths.feed, async ({ db, params, commissioner, publicUrl }) => {
    const publications = (await listPublishedResults(db, most)).map((one) => ({
      ...one,
      href: publicUrl + paths.public({ ...params, slug: one.slug }),
    }))
    const title = `What we heard: ${commissioner.name}`
    const feed = feedOf({ title, pageHref: publicUrl + paths.list(params), href: publicUrl + paths.feed(params), publications })
    return document('application/feed+json; charset=utf-8', feed)
  })

  web.public.get(paths.public, async (ctx) => {
    const { consultation, publication, corrections, about } = await findPublished(ctx, ctx.params.slug)
    const { commissioner, slug } = ctx.params
    const links = (await ctx.slots.neighboursOf(ctx, 'consultation', 'public', consultation.id)).filter(
      ({ href }) => href !== paths.public(ctx.params),
    )
    const html = (
      <PublicResultsPage
        title={consultation.title}
        closedOn={about.closedOn}
        publishedAt={publication.publishedAt}
        tables={publication.tables}
        findings={await listPublicFindings(ctx, consultation.surveyId)}
        corrections={corrections}
        findingHref={(finding) => publicFindingPath({ commissioner, finding })}
        links={links}
      >
        <TakeAway
          about={about}
          citation={citationOf(about, formatDate)}
          fingerprint={fingerprintOf(publication.tables)}
          licence={publication.tables.licence}
          hrefOf={(name) => paths.file({ commissioner, slug, file: name })}
        />
      </PublicResultsPage>
    )
    return page(`What we heard: ${consultation.title}`, html, {
      back: { href: `/${commissioner}/consultations/${consultation.slug}`, text: 'Back to the consultation' },
    })
  })

  web.public.get(paths.file, async (ctx) => {
    const format = Object.hasOwn(publishedFiles, ctx.params.file) ? publishedFiles[ctx.params.file] : undefined
    if (!format) throw new NotFound('file of published results')
    const { publication, about } = await findPublished(ctx, ctx.params.slug)
    const made = await format.make(about, publication.tables)
    if (typeof made === 'string') return document(format.type, made)
    return file(`${ctx.params.slug}-${ctx.params.file}`, format.type, async function* () {
      yield made
    })
  })
}

type Reading = Pick<Context, 'db' | 'commissioner' | 'publicUrl'>

/** What was published of a consultation, with what is said of it in every file. */
async function findPublished(ctx: Reading, slug: string) {
  const consultation = await findPublishedConsultation(ctx.db, slug)
  const publication = await findPublication(ctx.db, consultation.surveyId)
  if (!publication) throw new NotFound(`results of ${slug}`)
  const corrections = await listCorrections(ctx.db, publication.id)
  const about: PublishedAbout = {
    commissioner: ctx.commissioner.name,
    title: consultation.title,
    closedOn: consultation.closure ? londonDate(consultation.closure.at) : consultation.closesOn,
    publishedOn: londonDate(publication.publishedAt),
    address: ctx.publicUrl + paths.public({ commissioner: ctx.commissioner.slug, slug }),
    corrections: corrections.map(({ note, madeAt }) => ({ on: londonDate(madeAt), note })),
  }
  return { consultation, publication, corrections, about }
}
