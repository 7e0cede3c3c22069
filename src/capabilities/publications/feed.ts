interface Feed {
  title: string
  pageHref: string
  href: string
  publications: readonly { id: string; title: string; href: string; publishedAt: Date; correctedAt: Date | null }[]
}

/** Published results as a JSON Feed, version 1.1 (jsonfeed.org), the latest first. Addresses are whole where the installation knows its own. */
export const feedOf = ({ title, pageHref, href, publications }: Feed): string =>
  JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title,
      home_page_url: pageHref,
      feed_url: href,
      language: 'en-GB',
      items: publications.map((one) => ({
        id: `urn:uuid:${one.id}`,
        url: one.href,
        title: one.title,
        content_text: `What we heard: ${one.title}`,
        date_published: one.publishedAt.toISOString(),
        ...(one.correctedAt && { date_modified: one.correctedAt.toISOString() }),
      })),
    },
    null,
    2,
  )
