import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { addDays, londonDate } from '../src/platform/time.ts'
import { setOut, setOutUnseen, settle, signInByMail, slug } from './acts.ts'
import { openBrowser, type Walker, walk, ways } from './browser.ts'
import { openInstallationForJourney } from './installation.ts'
import { checkHistory, meddle } from './meddling.ts'

// A family in one emoji is seven code points, and the name after it must still be found.
const praise = 'The evening clinic would be a blessing 👨‍👩‍👧. Nurse Wilhelmina Thrupp stays late for us already. I work until six.'
const quoted = 'Nurse Wilhelmina Thrupp stays late for us already.'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

for (const way of ways) {
  test(`DEC-7: the golden thread, from a person's words to what changed and back, ${way.name}`, { timeout: 900_000 }, async () => {
    const house = await openInstallationForJourney()
    const newcomer = (who: string) => walk(browser, house.origin, way, who)
    try {
      await settle(house)
      const lead = await newcomer('lead')
      await signInByMail(lead, house, 'ada@example.org')
      await setOut(lead, house, { title: 'Evening clinic', promise: /Linked:/, lasts: 14 })
      await setOutUnseen(house, { title: 'Clinic name', promise: 'named' })
      await setOutUnseen(house, { title: 'Clinic walls', promise: 'anonymous' })

      const wendy = await newcomer('wendy')
      await respondLinked(wendy)
      await respondNamed(await newcomer('ned'))
      await respondAnonymous(await newcomer('anna'))

      await closeAtMidnight(house, wendy)
      await signInByMail(lead, house, 'ada@example.org')
      await redactTheName(lead)

      const analyst = await newcomer('analyst')
      await signInByMail(analyst, house, 'ann@example.org')
      await codeTheComments(analyst)
      await lead.visit(`/${slug}/desk/consultations`)
      await lead.press('Evening clinic')
      await lead.press('Results')
      await lead.press('Publish these results')
      await lead.press('Publish results')
      await makeTheFinding(analyst)
      await agreeAndPublish(lead)
      await draftTheDecision(lead, house.time.now)

      const approver = await newcomer('approver')
      await signInByMail(approver, house, 'abe@example.org')
      const letters = house.postOffice.letters.length
      await answerAndPublish(approver)
      await lead.visit(`/${slug}/desk/outbox`)
      await lead.sees('Evenings it is')

      const letter = await house.postOffice.letterTo('wendy@example.org', { after: letters })
      assert.doesNotMatch(letter.text, /blessing|Thrupp/, 'a notice quotes no view')
      await followAndWithdraw(wendy, letter.link)
      await checkHistory(lead)
      await meddle(house)
    } finally {
      for (const context of browser.contexts()) await context.close()
      await house.close()
    }
  })
}

async function respondLinked(person: Walker) {
  await person.visit(`/${slug}`)
  await person.press('Evening clinic')
  await person.press('Have your say')
  await person.type(/What would make it better/, praise)
  await person.choose('In the evening')
  await person.choose('By phone')
  await person.choose(/Email me to tell me what was decided/)
  await person.press('Send your answers')
  await person.sees('There is a problem')
  await person.sees('email address')
  await person.type('Your email address', 'wendy@example.org')
  await person.choose(/You may show my words/)
  await person.press('Send your answers')
  await person.sees('We have your answers')
}

async function respondNamed(person: Walker) {
  await person.visit(`/${slug}/consultations/clinic-name/respond`)
  await person.type(/What do you think/, 'Call it after the river, as my mother did.')
  await person.type(/Your name/, 'Ned Fallowfield')
  await person.choose(/You may show my words/)
  await person.press('Send your answers')
  await person.sees('We have your answers')
}

async function respondAnonymous(person: Walker) {
  await person.visit(`/${slug}/consultations/clinic-walls/respond`)
  await person.type(/What do you think/, 'Yellow. It is a dark corridor.')
  await person.press('Send your answers')
  await person.sees('We have your answers')
  await person.sees('news list')
}

type House = Awaited<ReturnType<typeof openInstallationForJourney>>

/** A minute before midnight in London on the last day it is open; a minute later it is closed, and what comes late is shown back. */
async function closeAtMidnight({ time }: House, person: Walker) {
  const lastDay = addDays(londonDate(time.now), 14)
  const midnight = new Date(`${addDays(lastDay, 1)}T00:00:00Z`)
  const inSummer = londonDate(new Date(midnight.getTime() - 60_000)) !== lastDay
  if (inSummer) midnight.setUTCHours(midnight.getUTCHours() - 1)
  time.now = new Date(midnight.getTime() - 60_000)
  await person.visit(`/${slug}/consultations/evening-clinic/respond`)
  await person.type(/What would make it better/, 'A later bus, though I write this late.')
  time.now = new Date(midnight.getTime() + 60_000)
  await person.press('Send your answers')
  await person.sees('not open')
  await person.sees('A later bus, though I write this late.')
  await person.visit(`/${slug}/consultations/evening-clinic`)
  await person.sees('closed')
}

async function redactTheName(lead: Walker) {
  await lead.visit(`/${slug}/desk/contributions`)
  await lead.press(/The evening clinic would be a blessing/)
  await lead.press('Remove words, such as a name')
  await lead.type('Words to remove', 'Wilhelmina Thrupp')
  await lead.type('Why?', 'It names a nurse')
  await lead.press('Remove these words')
  await lead.sees('[removed]')
  await lead.doesNotSee('Thrupp')
}

async function codeTheComments(analyst: Walker) {
  await analyst.visit(`/${slug}/desk/frames`)
  await analyst.press('Make a frame')
  await analyst.type('Name of the frame', 'Clinic hours')
  await analyst.press('Make the frame')
  await analyst.press(/Add the first theme|Add a theme/)
  await analyst.type('Name', 'Staff who stay late')
  await analyst.type('What belongs under it?', 'Praise or worry for staff who work beyond their hours.')
  await analyst.press('Add theme')
  await analyst.visit(`/${slug}/desk/coding`)
  await analyst.choose('Evening clinic')
  await analyst.select('Which frame?', 'Clinic hours')
  await analyst.press('Start coding')
  await analyst.doesNotSee('Thrupp')
  await analyst.choose(/stays late for us already/)
  await analyst.choose(/Staff who stay late/)
  await analyst.press(/^Code$/)
  await analyst.sees('Coded as')
  await analyst.press('Done, next')
  await analyst.sees('Every comment is finished')
}

async function makeTheFinding(analyst: Walker) {
  await analyst.visit(`/${slug}/desk/results`)
  await analyst.press('Evening clinic')
  await analyst.press('Make a finding')
  await analyst.choose(/Staff who stay late/)
  await analyst.press('Continue')
  await analyst.type('The finding in one line', 'Staff already stay late')
  await analyst.type('What you found', 'People see that staff stay late for them today, without it being planned.')
  await analyst.choose(/stays late for us already/)
  await analyst.press('Make finding')
  await analyst.sees('[removed]')
  await analyst.doesNotSee('Thrupp')
}

/** Nobody agrees with themselves: the other one reads it, and only then everyone can. */
async function agreeAndPublish(lead: Walker) {
  await lead.visit(`/${slug}/desk/findings`)
  await lead.press('Staff already stay late')
  await lead.sees('Not published')
  await lead.press('Review this finding')
  await lead.choose('I agree with this finding')
  await lead.press('Save review')
  await lead.press('Publish this finding')
}

async function draftTheDecision(lead: Walker, now: Date) {
  await lead.visit(`/${slug}/desk/decisions`)
  await lead.press('Draft a decision')
  await lead.type('Title', 'Evenings it is')
  await lead.type('The question that is decided', 'Should the clinic open in the evening?')
  await lead.type('Who decides', 'The primary care committee')
  await lead.typeDate('The day of the decision', londonDate(now))
  await lead.press(/save|draft/i)
  await lead.select('Put a finding to this decision', 'Staff already stay late')
  await lead.press('Put it to the decision')
  await lead.sees('Not answered yet')
}

async function answerAndPublish(approver: Walker) {
  await approver.visit(`/${slug}/desk/decisions`)
  await approver.press('Evenings it is')
  await approver.press(/Answer it/)
  await approver.choose('Accepted')
  await approver.type('The reason', 'Two evenings will be planned and paid, so that nobody has to stay late unasked.')
  await approver.press('Keep this answer')
  await approver.press('Promise a change')
  await approver.type('What will be different', 'The clinic opens on Tuesday and Thursday evenings')
  await approver.type('Who will see to it', 'The clinic manager')
  await approver.typeDate('The day it is due', '2099-01-31')
  await approver.press('Promise this change')
  await approver.visit(`/${slug}/desk/decisions`)
  await approver.press('Evenings it is')
  await approver.press('Publish this decision')
  await approver.press('Publish decision')
}

/** From the message to one's own words and what came of them; then the quote is taken back, and is gone everywhere. */
async function followAndWithdraw(person: Walker, link: string) {
  const shown = `stays late for us already.`
  const everywhere = [`/${slug}/you-said-we-did`, `/${slug}/consultations/evening-clinic/results`, `/${slug}/decisions/evenings-it-is`]
  for (const address of everywhere) {
    await person.visit(address)
    await person.sees(shown)
    await person.doesNotSee('Thrupp')
  }
  await person.visit(link)
  await person.press('Continue')
  await person.sees('The evening clinic would be a blessing')
  await person.sees('Staff already stay late')
  await person.sees('The clinic opens on Tuesday and Thursday evenings')
  await person.press(/Change my mind.*show my words/)
  for (const address of everywhere) {
    await person.visit(address)
    await person.doesNotSee(shown)
    await person.sees('Staff already stay late')
  }
  assert.ok(quoted.endsWith(shown))
}
