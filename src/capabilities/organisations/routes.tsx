import { historyOf } from '#platform/events.ts'
import { blank } from '#platform/forms.ts'
import { mayLook } from '#platform/roles.ts'
import { invalid, page, seeOther, type Web } from '#platform/web.tsx'
import { addOrganisation } from './actions/add-organisation.ts'
import { lookingForm, readOrganisation } from './forms.ts'
import { AddPage } from './pages/add.tsx'
import { ListPage } from './pages/list.tsx'
import { ShowPage } from './pages/show.tsx'
import { paths } from './paths.ts'
import { mayAddOrganisations } from './policy.ts'
import { findOrganisation, findOrganisations } from './queries/organisations.ts'

export function routes(web: Web) {
  web.desk.get(paths.list, mayLook, async ({ db, commissioner: { slug }, actor, today, query }) => {
    const looking = lookingForm.parse(query)
    const { organisations, more } = await findOrganisations(db, looking)
    const { after: _, ...same } = looking
    const given = Object.entries(same).flatMap(([name, value]) => (value ? [[name, value]] : []))
    const next = more
      ? `${paths.list({ commissioner: slug })}?${new URLSearchParams([...given, ['after', organisations.at(-1)!.id]])}`
      : null
    return page(
      'Organisations',
      <ListPage
        commissioner={slug}
        organisations={organisations}
        looking={looking}
        next={next}
        today={today}
        mayAdd={mayAddOrganisations(actor)}
      />,
    )
  })

  web.desk.get(paths.add, mayAddOrganisations, async ({ commissioner: { slug } }) =>
    page('Add an organisation', <AddPage commissioner={slug} form={blank} typed={{}} />, {
      back: { href: paths.list({ commissioner: slug }), text: 'Organisations' },
      width: 'reading',
    }),
  )

  web.desk.post(paths.list, mayAddOrganisations, async (ctx) => {
    const commissioner = ctx.commissioner.slug
    const form = readOrganisation(ctx.body)
    if (!form.ok)
      return invalid('Add an organisation', <AddPage commissioner={commissioner} form={form} typed={ctx.body} />, { width: 'reading' })
    const id = await addOrganisation(ctx, form.value)
    return seeOther(paths.show({ commissioner, id }))
  })

  web.desk.get(paths.show, mayLook, async (ctx) => {
    const organisation = await findOrganisation(ctx.db, ctx.params.id)
    const happenings = await historyOf(ctx, [organisation.id])
    return page(organisation.name, <ShowPage organisation={organisation} today={ctx.today} happenings={happenings} />, {
      back: { href: paths.list({ commissioner: ctx.commissioner.slug }), text: 'Organisations' },
    })
  })
}
