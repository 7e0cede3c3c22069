import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { formatDate } from '../src/design/index.ts'
import { addDays, londonDate } from '../src/platform/time.ts'
import { type Installation, setOut, settle, signInByMail, slug } from './acts.ts'
import {
  answerPageByPage,
  askAboutGettingHere,
  changeOneAnswer,
  keepTheReceipt,
  publicPage,
  returnAndSend,
  saveForLater,
  sendTheSameText,
  title,
} from './answering.ts'
import { answerAtKiosk, answerAtKioskThatResets, printTwoForms, putUpKiosk, settleTheDifference, typeForms } from './at-the-clinic.ts'
import { openBrowser, type Walker, walk, ways } from './browser.ts'
import { openInstallationForJourney } from './installation.ts'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

for (const way of ways) {
  test(`SAY-4: a consultation that people answer by every channel, from nothing to its results, ${way.name}`, {
    timeout: 600_000,
  }, async () => {
    const house = await openInstallationForJourney()
    const newcomer = (who: string) => walk(browser, house.origin, way, `every-${who}`)
    try {
      await settle(house)
      const lead = await newcomer('lead')
      await signInByMail(lead, house, 'ada@example.org')
      await setOut(lead, house, { title, promise: /Linked:/, ask: askAboutGettingHere })
      const record = new URL(lead.page.url()).pathname

      const person = await newcomer('person')
      await answerPageByPage(person)
      await saveForLater(person, 'petra@example.org')
      const { link } = await house.postOffice.letterTo('petra@example.org')
      const returning = await newcomer('returning')
      await returnAndSend(returning, link)
      await keepTheReceipt(returning)
      await changeOneAnswer(returning)
      await person.visit(link)
      await person.sees('These saved answers are not here any more')

      await typeThePaper(house, lead, await newcomer('typist'), record)
      const address = await putUpKiosk(lead)
      await (way.javaScriptEnabled ? answerAtKioskThatResets : answerAtKiosk)(await newcomer('kiosk'), address)
      await lead.visit(`/${slug}/desk/kiosks`)
      await lead.sees('Waiting room')
      await findTheCampaign(house, lead, record)
      await giveMoreTime(house, lead, record, await newcomer('waiting'))
      await publishTheResults(house, lead, record, person)
    } finally {
      for (const context of browser.contexts()) await context.close()
      await house.close()
    }
  })
}

/** Two forms, each typed by two people: one alike, one with a difference that is settled with the paper in hand. */
async function typeThePaper(house: Installation, lead: Walker, typist: Walker, record: string) {
  const [one, other] = (await printTwoForms(lead, record)) as [string, string]
  const saved = 'Somebody else types it again'
  await typeForms(lead, record, [
    { serial: one, way: 'On foot', says: saved },
    { serial: other, way: 'By bus', says: saved },
  ])
  await signInByMail(typist, house, 'ann@example.org')
  await typeForms(typist, record, [
    { serial: one, way: 'On foot', says: 'both typings agree' },
    { serial: other, way: 'On foot', says: 'waits to be settled' },
  ])
  await settleTheDifference(lead, record, other, 'On foot')
}

/** One text that many people sent is found, shown once with what each added, and left: every one of them goes on counting. */
async function findTheCampaign(house: Installation, lead: Walker, record: string) {
  await sendTheSameText(house, 12)
  await lead.visit(record)
  await lead.press(/^Flags/)
  await lead.press('Compare them now')
  await waitUntil(lead, /One text, many people/)
  await lead.press('One text, many people')
  await lead.sees('12, of whom 12 count')
  await lead.sees('My neighbour at number 4 says so too')
  await lead.press('Leave them as they are')
  await lead.sees('Left as it is')
}

/** The worker does it meanwhile: look again until the page says so. */
async function waitUntil(staff: Walker, says: RegExp) {
  for (let tries = 0; tries < 60; tries += 1) {
    if (says.test(await staff.page.locator('main').innerText())) return
    await new Promise((soon) => setTimeout(soon, 500))
    await staff.page.reload()
  }
  await staff.sees(says)
}

/** Everyone can read until when and why, and somebody with saved answers is told. */
async function giveMoreTime(house: Installation, lead: Walker, record: string, waiting: Walker) {
  await waiting.visit(`${publicPage}/respond`)
  await waiting.choose('On foot')
  await saveForLater(waiting, 'walter@example.org')
  await house.postOffice.letterTo('walter@example.org')
  const before = house.postOffice.letters.length

  await lead.visit(record)
  await lead.press('Give more time')
  await lead.typeDate('The new last day to answer', londonDate(house.time.now))
  await lead.press('Give more time')
  await lead.sees('There is a problem')
  const reason = 'The post was late in three villages.'
  await lead.type('Why are you giving more time?', reason)
  await lead.typeDate('The new last day to answer', lastDay(house))
  await lead.press('Give more time')

  await waiting.visit(publicPage)
  await waiting.sees(reason)
  await waiting.sees(formatDate(lastDay(house)))
  const letter = await house.postOffice.letterTo('walter@example.org', { after: before })
  assert.match(letter.text, /More time to answer|now have until/)
  assert.ok(letter.text.includes(reason), letter.text)
  await lead.visit(`/${slug}/desk/calendar`)
  await lead.sees(title)
}

/** Two weeks more than the usual twelve. */
const lastDay = ({ time }: Installation) => addDays(londonDate(time.now), 84 + 14)

/** After the last day results are published: no small number, nor one that would give it away, and how the answers were checked. */
async function publishTheResults(house: Installation, lead: Walker, record: string, reader: Walker) {
  house.time.now = new Date(`${addDays(lastDay(house), 1)}T12:00:00Z`)
  await reader.visit(`${publicPage}/respond`)
  await reader.sees('closed')
  await signInByMail(lead, house, 'ada@example.org')
  await lead.visit(record)
  await lead.press(/^Results/)
  await lead.sees('By car (small number) 1')
  await lead.press('Publish these results')
  await lead.press('Publish results')

  await reader.visit(publicPage)
  await reader.press(/What we heard/)
  await reader.sees('By car hidden')
  await reader.sees('12 people sent the same words as others')
  await reader.sees('We left no answers out')
  const shown = await reader.page.locator('main table td').allInnerTexts()
  assert.deepEqual(
    shown.filter((cell) => /^[1-4]( |$)/.test(cell.trim())),
    [],
    'no number from 1 to 4 is on the page',
  )
}
