import type { Context } from '#platform/context.ts'
import { historyOf, record } from '#platform/events.ts'
import { type Body, blank, type Form, read } from '#platform/forms.ts'
import { hashOf } from '#platform/ids.ts'
import { mayLook } from '#platform/roles.ts'
import { invalid, page, type Reply, seeOther, type Web } from '#platform/web.tsx'
import { askForLink } from './actions/ask-for-link.ts'
import { withdrawConsent, withdrawOwnConsent } from './actions/consents.ts'
import { joinNews } from './actions/join-news.ts'
import { openPersonLink, signOutPerson } from './actions/person-session.ts'
import { signIn } from './actions/sign-in.ts'
import { signOut, signOutEverywhere } from './actions/sign-out.ts'
import { changeRoles, endMembership, inviteStaff } from './actions/staff.ts'
import { type EmailFields, emailForm, newsForm, type RolesFields, rolesForm, staffForm } from './forms.ts'
import { isLastAdministrator } from './member.ts'
import { AccountPage } from './pages/account.tsx'
import { AddStaffPage } from './pages/add-staff.tsx'
import { NewsAskedPage, PersonAskedPage, StaffAskedPage } from './pages/asked.tsx'
import { ConsentWithdrawalPage } from './pages/consent-withdrawal.tsx'
import { MemberPage } from './pages/member.tsx'
import { MemberEndingPage } from './pages/member-ending.tsx'
import { NewsPage } from './pages/news.tsx'
import { LinkOverPage, OpenPersonLinkPage, OpenSignInLinkPage } from './pages/open-link.tsx'
import { PeoplePage } from './pages/people.tsx'
import { PersonPage } from './pages/person.tsx'
import { PersonSignInPage, StaffSignInPage } from './pages/sign-in.tsx'
import { StaffPage } from './pages/staff.tsx'
import { paths, personSignIn, staffSignIn } from './paths.ts'
import { nameOf } from './person.ts'
import { mayChangeStaff, mayReadAddresses, mayReadPeople, mayReadStaff, mayWithdrawConsents } from './policy.ts'
import { countSessions, isSignInLinkGood } from './queries/accounts.ts'
import { findConsentOf, listConsents } from './queries/consents.ts'
import { findMember, findMemberByEmail, listMembers } from './queries/members.ts'
import { findPerson, listPeople } from './queries/people.ts'
import { isPersonLinkGood } from './queries/person-links.ts'
import { localDeskPath, personCookie, staffCookie } from './session.ts'

const signingIn = { signingIn: true }
const asked = 'Check your email'
const linkOver = (askAgain: string): Reply => ({
  kind: 'page',
  status: 404,
  title: 'This link does not work any more',
  html: <LinkOverPage askAgain={askAgain} />,
})

export function routes(web: Web) {
  staffSignsIn(web)
  lookAfterStaff(web)
  lookAfterPeople(web)
  personSignsIn(web)
  askForNews(web)
}

function staffSignsIn(web: Web) {
  web.open.get(paths.signIn, async ({ commissioner, query: { to = '' } }) =>
    page('Sign in', <StaffSignInPage action={staffSignIn(commissioner, to)} form={blank} />),
  )

  web.open.post(
    paths.signIn,
    async (ctx) => {
      const { commissioner, query, body, remote } = ctx
      const form = read<EmailFields>(emailForm, body)
      const action = staffSignIn(commissioner, query.to ?? '')
      if (!form.ok) return invalid('Sign in', <StaffSignInPage action={action} form={form} />)
      await askForLink(ctx, { email: form.value.email, origin: remote }, { who: 'staff', to: localDeskPath(commissioner.slug, query.to) })
      return seeOther(paths.signInAsked({ commissioner: commissioner.slug }))
    },
    signingIn,
  )

  web.public.get(paths.signInAsked, async ({ commissioner: { slug } }) => page(asked, <StaffAskedPage commissioner={slug} />))

  web.open.get(
    paths.openSignInLink,
    async ({ db, now, commissioner: { slug }, params: { token }, query }) => {
      if (!(await isSignInLinkGood(db, hashOf(token), now))) return linkOver(paths.signIn({ commissioner: slug }))
      const to = localDeskPath(slug, query.to)
      const action = paths.openSignInLink({ commissioner: slug, token }) + (to ? `?${new URLSearchParams({ to })}` : '')
      return page('Sign in', <OpenSignInLinkPage action={action} />)
    },
    signingIn,
  )

  web.open.post(
    paths.openSignInLink,
    async (ctx) => {
      const commissioner = ctx.commissioner.slug
      const session = await signIn(ctx, ctx.params.token)
      if (!session) return linkOver(paths.signIn({ commissioner }))
      const to = localDeskPath(commissioner, ctx.query.to) ?? paths.desk({ commissioner })
      return seeOther(to, [{ name: staffCookie, value: session.secret, path: '/', expires: session.endsAt }])
    },
    signingIn,
  )

  web.open.post(
    paths.signOut,
    async (ctx) => {
      await signOut(ctx, ctx.cookies[staffCookie] ?? '')
      return seeOther(paths.signIn({ commissioner: ctx.commissioner.slug }), [{ name: staffCookie, value: '', path: '/', expires: null }])
    },
    signingIn,
  )

  web.desk.get(paths.account, mayLook, async ({ db, now, actor, commissioner: { slug } }) => {
    const member = await findMember(db, actor.id)
    const sessions = await countSessions(db, member.accountId, now)
    return page('Your account', <AccountPage commissioner={slug} member={member} sessions={sessions} />)
  })

  web.desk.post(paths.sessionEndings, mayLook, async (ctx) => {
    await signOutEverywhere(ctx)
    return seeOther(paths.signIn({ commissioner: ctx.commissioner.slug }), [{ name: staffCookie, value: '', path: '/', expires: null }])
  })
}

const chosenIn = ({ roles = [] }: Body) => [roles].flat()

function lookAfterStaff(web: Web) {
  const back = (commissioner: string) => ({ back: { href: paths.staff({ commissioner }), text: 'Staff' } })

  web.desk.get(paths.staff, mayReadStaff, async ({ db, actor, commissioner: { slug } }) =>
    page('Staff', <StaffPage commissioner={slug} members={await listMembers(db)} mayChange={mayChangeStaff(actor)} />),
  )

  web.desk.get(paths.addStaff, mayChangeStaff, async ({ commissioner: { slug } }) =>
    page('Add someone to the staff', <AddStaffPage commissioner={slug} form={blank} chosen={[]} />, back(slug)),
  )

  web.desk.post(paths.staff, mayChangeStaff, async (ctx) => {
    const { slug } = ctx.commissioner
    const form = read(staffForm, ctx.body)
    const again = (shown: Omit<typeof form, 'value'>) =>
      invalid('Add someone to the staff', <AddStaffPage commissioner={slug} form={shown} chosen={chosenIn(ctx.body)} />, back(slug))
    if (!form.ok) return again(form)
    const known = await findMemberByEmail(ctx.db, form.value.email)
    if (known && !known.endedAt)
      return again({ ...form, ok: false, errors: { email: `${known.name} has this address and is on the staff already` } })
    return seeOther(paths.member({ commissioner: slug, id: await inviteStaff(ctx, form.value) }))
  })

  const showMember = async (ctx: Context, id: string, form: Form<RolesFields>, chosen: readonly string[] | null) => {
    const member = await findMember(ctx.db, id)
    const isLast = isLastAdministrator(member, await listMembers(ctx.db))
    const whyNot = isLast
      ? 'This is the only administrator. Make someone else one before you take this role away or take them off the staff.'
      : null
    const happenings = await historyOf(ctx, [id])
    const rest = { commissioner: ctx.commissioner.slug, member, form, chosen: chosen ?? member.roles, whyNot, happenings }
    return (form.ok || chosen === null ? page : invalid)(
      member.name,
      <MemberPage {...rest} mayChange={mayChangeStaff(ctx.actor)} />,
      back(ctx.commissioner.slug),
    )
  }

  web.desk.get(paths.member, mayReadStaff, (ctx) => showMember(ctx, ctx.params.id, blank, null))

  web.desk.post(paths.memberRoles, mayChangeStaff, async (ctx) => {
    const { id } = ctx.params
    const form = read(rolesForm, ctx.body)
    if (!form.ok) return showMember(ctx, id, form, chosenIn(ctx.body))
    await changeRoles(ctx, id, form.value.roles)
    return seeOther(paths.member({ commissioner: ctx.commissioner.slug, id }))
  })

  web.desk.get(paths.memberEnding, mayChangeStaff, async ({ db, commissioner: { slug }, params: { id } }) => {
    const member = await findMember(db, id)
    return page(`Take ${member.name} off the staff?`, <MemberEndingPage commissioner={slug} member={member} />)
  })

  web.desk.post(paths.memberEnding, mayChangeStaff, async (ctx) => {
    await endMembership(ctx, ctx.params.id)
    return seeOther(paths.staff({ commissioner: ctx.commissioner.slug }))
  })
}

function lookAfterPeople(web: Web) {
  web.desk.get(paths.people, mayReadPeople, async (ctx) => {
    const { slug } = ctx.commissioner
    const { people, more } = await listPeople(ctx.db, ctx.query.after)
    if (people.length) await record(ctx, 'people.read', ctx.commissioner.id, { count: people.length }, { publicPagesStay: true })
    const next = more ? `${paths.people({ commissioner: slug })}?${new URLSearchParams({ after: people.at(-1)!.id })}` : null
    return page('People', <PeoplePage commissioner={slug} people={people} next={next} />)
  })

  web.desk.get(paths.person, mayReadPeople, async (ctx) => {
    const { slug } = ctx.commissioner
    const person = await findPerson(ctx.db, ctx.params.id)
    const mayRead = mayReadAddresses(ctx.actor)
    await record(ctx, 'person.read', person.id, { addresses: mayRead }, { publicPagesStay: true })
    const consents = await listConsents(ctx.db, { personId: person.id })
    const links = await ctx.slots.neighboursOf(ctx, 'person', 'desk', person.id)
    const happenings = await historyOf(ctx, [person.id, ...consents.map(({ id }) => id)])
    const rest = {
      commissioner: slug,
      person,
      consents,
      links,
      happenings,
      mayReadAddresses: mayRead,
      mayWithdraw: mayWithdrawConsents(ctx.actor),
    }
    return page(nameOf(person), <PersonPage {...rest} />, { back: { href: paths.people({ commissioner: slug }), text: 'People' } })
  })

  web.desk.get(paths.consentWithdrawal, mayWithdrawConsents, async (ctx) => {
    const { id: personId, consent: consentId } = ctx.params
    const consent = await findConsentOf(ctx.db, personId, consentId)
    return page(
      'Withdraw what they agreed to?',
      <ConsentWithdrawalPage commissioner={ctx.commissioner.slug} personId={personId} consent={consent} />,
    )
  })

  web.desk.post(paths.consentWithdrawal, mayWithdrawConsents, async (ctx) => {
    const { id } = await findConsentOf(ctx.db, ctx.params.id, ctx.params.consent)
    await withdrawConsent(ctx, id)
    return seeOther(paths.person({ commissioner: ctx.commissioner.slug, id: ctx.params.id }))
  })
}

function personSignsIn(web: Web) {
  const title = 'See what you told us'
  const pathOf = (slug: string) => paths.me({ commissioner: slug })

  web.open.get(paths.meSignIn, async ({ commissioner }) =>
    page(title, <PersonSignInPage action={personSignIn(commissioner)} form={blank} />),
  )

  web.open.post(
    paths.meSignIn,
    async (ctx) => {
      const form = read<EmailFields>(emailForm, ctx.body)
      if (!form.ok) return invalid(title, <PersonSignInPage action={personSignIn(ctx.commissioner)} form={form} />)
      await askForLink(ctx, { email: form.value.email, origin: ctx.remote }, { who: 'person' })
      return seeOther(paths.meSignInAsked({ commissioner: ctx.commissioner.slug }))
    },
    signingIn,
  )

  web.public.get(paths.meSignInAsked, async ({ commissioner: { slug } }) => page(asked, <PersonAskedPage commissioner={slug} />))

  web.open.get(paths.openPersonLink, async ({ db, now, commissioner, params: { token } }) => {
    if (!(await isPersonLinkGood(db, hashOf(token), now))) return linkOver(personSignIn(commissioner))
    const action = paths.openPersonLink({ commissioner: commissioner.slug, token })
    return page(title, <OpenPersonLinkPage action={action} />)
  })

  web.open.post(paths.openPersonLink, async (ctx) => {
    const session = await openPersonLink(ctx, ctx.params.token)
    if (!session) return linkOver(personSignIn(ctx.commissioner))
    const path = pathOf(ctx.commissioner.slug)
    return seeOther(path, [{ name: personCookie, value: session.secret, path, expires: session.endsAt }])
  })

  web.open.post(paths.meSignOut, async (ctx) => {
    await signOutPerson(ctx, ctx.cookies[personCookie] ?? '')
    return seeOther(`/${ctx.commissioner.slug}`, [{ name: personCookie, value: '', path: pathOf(ctx.commissioner.slug), expires: null }])
  })

  web.me.post(paths.myConsentWithdrawal, personSignIn, async (ctx) => {
    await withdrawOwnConsent(ctx, ctx.params.id)
    return seeOther(pathOf(ctx.commissioner.slug))
  })
}

function askForNews(web: Web) {
  web.public.get(paths.news, async ({ commissioner: { slug } }) => page('Get our news', <NewsPage commissioner={slug} form={blank} />))

  web.open.post(
    paths.news,
    async (ctx) => {
      const { slug } = ctx.commissioner
      const form = read(newsForm, ctx.body)
      if (!form.ok) return invalid('Get our news', <NewsPage commissioner={slug} form={form} />)
      await joinNews(ctx, { email: form.value.email, origin: ctx.remote })
      return seeOther(paths.newsAsked({ commissioner: slug }))
    },
    signingIn,
  )

  web.public.get(paths.newsAsked, async ({ commissioner: { slug } }) => page(asked, <NewsAskedPage commissioner={slug} />))
}
