import { isOpen, listPromoted } from '#capabilities/consultations'
import { glossary } from '#platform/glossary.ts'
import { mayLook } from '#platform/roles.ts'
import type { Door } from '#platform/slots.ts'
import { type PageReply, page, type Web } from '#platform/web.tsx'
import { AccessibilityPage } from './pages/accessibility.tsx'
import { DeskPage } from './pages/desk.tsx'
import { FrontPage } from './pages/front.tsx'
import { HomePage } from './pages/home.tsx'
import { PrivacyPage } from './pages/privacy.tsx'
import { WordsPage } from './pages/words.tsx'
import { paths } from './paths.ts'

// Whoever has a role here has a desk, with only what that role can open: an independent analyst finds their packages.
const hasADesk = () => true

export function routes(web: Web) {
  web.public.get(paths.home, async (ctx) => {
    const { commissioner, today } = ctx
    const current = await listPromoted(ctx)
    const open = current.filter((consultation) => isOpen(consultation, today))
    const soon = current.filter((consultation) => !isOpen(consultation, today))
    const neighbours = await ctx.slots.neighboursOf(ctx, 'commissioner', 'public', commissioner.id)
    return page(
      'Tell us what you think',
      <HomePage commissioner={commissioner} today={today} open={open} soon={soon} neighbours={neighbours} />,
    )
  })
  web.desk.get(paths.desk, hasADesk, async (ctx) => {
    const { slug, name, id } = ctx.commissioner
    const links = ctx.slots.deskOf(ctx.actor, slug)
    const doors = Object.entries(about).flatMap(([door, about]) => {
      const behind = links.filter((link) => link.door === door)
      return behind.length > 0 ? [{ door, about, links: behind }] : []
    })
    const waiting = mayLook(ctx.actor) ? await ctx.slots.neighboursOf(ctx, 'commissioner', 'desk', id) : []
    return page('Today', <DeskPage name={name} waiting={waiting} doors={doors} />)
  })
  web.public.get(paths.words, async () => page(glossary.title, <WordsPage glossary={glossary} />))
  web.public.get(paths.accessibility, async ({ commissioner }) => page('Accessibility', <AccessibilityPage commissioner={commissioner} />))
  web.public.get(paths.privacy, async ({ commissioner }) => page('What we keep and why', <PrivacyPage name={commissioner.name} />))
}

/** The first page of the installation, given the commissioners here. */
export const frontPage = (commissioners: readonly { slug: string; name: string }[]): PageReply => ({
  kind: 'page',
  status: 200,
  title: 'Have your say about your local NHS',
  html: <FrontPage commissioners={commissioners} />,
})

/** In the order of the work. */
const about: Readonly<Record<Door, string>> = {
  Plan: 'What is being planned, and who must be involved.',
  Ask: 'Set out what you plan and gather views.',
  Hear: 'Read what people said, and keep them safe.',
  'Make sense': 'Find the themes, count them, and say what they come to.',
  Decide: 'Answer every finding, and follow the change through.',
  Reply: 'Tell the people who said it.',
  Prove: 'Show how it was done, to anyone who asks.',
  People: 'Who is who, how to reach them, and what they agreed to.',
}
