import { ErrorPage, type Html, Layout, renderPage, TypedBack } from '#design'
import type { Actor, Commissioner } from './context.ts'
import type { Body } from './forms.ts'
import type { Door, Slots } from './slots.ts'
import type { PageReply, Shell } from './web.tsx'

interface Surroundings {
  shell: Shell
  commissioner: Commissioner | null
  actor: Actor
  address: string
  slots: Slots
}

const doors: Door[] = ['Plan', 'Ask', 'Hear', 'Make sense', 'Decide', 'Reply', 'Prove', 'People']

/** A reply as a whole page, in the shell it belongs to. */
export function drawPage(reply: PageReply, { shell, commissioner, actor, address, slots }: Surroundings): string {
  const slug = commissioner?.slug
  const deskLinks = slug ? slots.deskOf(actor, slug) : []
  const navigation =
    shell === 'desk' && actor.kind === 'staff'
      ? doors.flatMap((door) => {
          const links = deskLinks.filter((link) => link.door === door)
          return links[0]
            ? [
                {
                  text: door,
                  href: links[0].href,
                  current: links.some((link) => address === link.href || address.startsWith(`${link.href}/`)),
                },
              ]
            : []
        })
      : slug
        ? slots.publicLinks.map((link) => ({ text: link.text, href: link.href(slug), current: address.startsWith(link.href(slug)) }))
        : []
  return renderPage(
    <Layout
      title={reply.title}
      error={reply.status === 422}
      shell={shell}
      organisation={commissioner ? { name: commissioner.name, href: shell === 'desk' ? `/${slug}/desk` : `/${slug}` } : undefined}
      navigation={navigation}
      account={
        shell === 'desk' && actor.kind === 'staff'
          ? { name: actor.name, href: `/${slug}/desk/account`, signOut: `/${slug}/sign-out` }
          : undefined
      }
      backLink={reply.back}
      banner={reply.banner ? { text: reply.banner, success: true } : undefined}
      scripts={reply.scripts}
      width={reply.width}
      bare={reply.bare}
      footer={footerLinks(slug, slots)}
    >
      {reply.html}
    </Layout>,
  )
}

const footerLinks = (slug: string | undefined, slots: Slots) =>
  slug ? slots.footerLinks.map((link) => ({ text: link.text, href: link.href(slug) })) : []

/** What went wrong, in the layout, with everything the person typed. */
export const failurePage = (
  status: PageReply['status'],
  title: string,
  says: Html,
  { reference, typed }: { reference?: string; typed?: Body } = {},
): PageReply => ({
  kind: 'page',
  status,
  title,
  html: (
    <>
      <ErrorPage title={title} reference={reference}>
        {says}
      </ErrorPage>
      {typed && <TypedBack entries={entriesOf(typed)} />}
    </>
  ),
})

// Secrets are not shown back; a postcode is none.
const secret = /(^|[-_. ])(token|secret|code)$/i

const entriesOf = (typed: Body) =>
  Object.entries(typed).flatMap(([name, value]) =>
    secret.test(name) ? [] : [{ name: name.replaceAll(/[-_.]/g, ' '), value: [value].flat().join(', ') }],
  )
