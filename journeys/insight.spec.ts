import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { addDays, londonDate } from '../src/platform/time.ts'
import { type Installation, settle, signInByMail, slug } from './acts.ts'
import { openBrowser, type Walker, type Way, walk, ways } from './browser.ts'
import { openInstallationForJourney } from './installation.ts'
import { addAnalyst, beginSurvey, bringInFiles, desk, send, sixtyAnswer, title, toldOf, unfold, waitUntil } from './making-sense.ts'
import { publishFinding, publishResults, readResults, review } from './publishing.ts'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

for (const way of ways) {
  test(`INS-1 to INS-6: from sixty voices to themes, agreement, figures, a finding and published results, ${way.name}`, {
    timeout: 600_000,
  }, async () => {
    const house = await openInstallationForJourney()
    const newcomer = (who: string) => walk(browser, house.origin, way, `insight-${who}`)
    try {
      await settle(house)
      await addAnalyst(house, 'amy@example.org')
      const [lead, ann, amy] = [await newcomer('lead'), await newcomer('ann'), await newcomer('amy')]
      await signInByMail(lead, house, 'ada@example.org')
      await signInByMail(ann, house, 'ann@example.org')
      await signInByMail(amy, house, 'amy@example.org')
      const surveyId = await beginSurvey(house, lead)
      await bringInFiles(house)
      await sixtyAnswer(house, surveyId)

      const frame = await bringInFrame(ann)
      const round = await beginRound(lead)
      await codeBlind(way, ann, round, { differs: false })
      await codeBlind(way, amy, round, { differs: true })
      await measureAndSettle(lead, round)
      await mergeQueues(house, ann, { frame, surveyId })
      await learnAndTake(way, ann, { frame, surveyId })

      await planToReach(lead, house)
      await weigh(lead)
      const view = await crossByDeprivation(ann, amy)
      const finding = await makeFinding(ann, view)
      await review(lead, finding)
      await publishFinding(house, lead, finding)
      await publishResults(lead)
      await readResults(await newcomer('reader'))
    } finally {
      for (const context of browser.contexts()) await context.close()
      await house.close()
    }
  })
}

const file = [
  'Theme,Sub-theme,Definition',
  'Getting there,,How people come to the surgery',
  ',Buses,Bus times and bus stops',
  ',Parking,Where to park a car',
  'Being there,,What it is like once people are in',
  ',Kind staff,Praise for nurses and others',
  ',Waiting,How long people wait',
  ',Queues,Standing in line',
].join('\n')

/** INS-1: what a file says is shown before anything is made of it. */
async function bringInFrame(ann: Walker) {
  await ann.visit(`${desk}/frames`)
  await ann.press('Bring in a frame from a file')
  await ann.attach('Spreadsheet', { name: 'surgery.csv', bytes: file })
  await ann.type('Name of the frame (optional)', 'The surgery')
  await ann.press('Read the file')
  await ann.sees('Nothing is made yet')
  await ann.press('Make the frame with 7 themes')
  await ann.sees('Kind staff')
  return ann.page.url().split('/').at(-1)!
}

/** INS-2: comments are drawn by chance, for two to code and a third to settle. */
async function beginRound(lead: Walker) {
  await lead.visit(`${desk}/agreements`)
  await lead.press('Begin a round')
  await lead.select('What do you want to draw from?', `${title} (60 comments)`)
  await lead.select('Which frame?', 'The surgery')
  await lead.choose(/Comments that nobody had coded/)
  await lead.type('How many comments?', '6')
  await lead.choose('amy')
  await lead.choose('ann')
  await lead.press('Draw the comments')
  await lead.sees('0 of 6')
  await lead.doesNotSee('Alpha')
  return new URL(lead.page.url()).pathname
}

/** INS-2: nobody sees what the other coded. With the page's script single keys do it; without it the same form does. */
async function codeBlind(way: Way, coder: Walker, round: string, { differs }: { differs: boolean }) {
  await coder.visit(round)
  await coder.press('Code your comments')
  for (let at = 0; at < 6; at += 1) {
    await coder.sees('This comment is being coded blind')
    await coder.doesNotSee('Coded as')
    await coder.doesNotSee('Finished by')
    await coder.doesNotSee('Suggested')
    const told = differs && at === 0 ? 'Queues' : toldOf(await coder.page.locator('#words').innerText())
    if (way.javaScriptEnabled) await codeByKey(coder, told)
    else {
      await coder.choose(new RegExp(told))
      await coder.press('Done, next')
    }
  }
  await coder.sees('Nothing is left here: a blind round')
}

async function codeByKey({ page, look }: Walker, theme: string) {
  const before = page.url()
  const key = await page.getByLabel(new RegExp(theme)).first().getAttribute('data-key')
  assert.ok(key, `${theme} has a key`)
  await page.keyboard.press(key)
  await page.getByText('Coded as').waitFor({ timeout: 10_000 })
  await page.keyboard.press('n')
  await page.waitForURL((url) => url.href !== before, { timeout: 10_000 })
  await look()
}

/** INS-2: how far they agree, with how sure that is; then the third decides what the two differ about. */
async function measureAndSettle(lead: Walker, round: string) {
  await lead.visit(round)
  await lead.sees('6 of 6')
  await lead.press('Close the round and measure')
  await lead.sees(/ann and amy|amy and ann/)
  await lead.sees('Krippendorff')
  await lead.sees('The coders differ about 1 comment. It is not settled yet.')
  await lead.press('See what they differ about')
  await lead.press(/^Comment \d/)
  await lead.sees('Queues')
  await lead.choose(/Kind staff|Buses|Parking|Waiting/)
  await lead.press('Settle it')
  await lead.sees('Settled')
}

/** Codes all but the last comments as one would at the desk, some of them under a theme that is merged; INS-1: the merge carries them. */
async function mergeQueues(house: Installation, ann: Walker, { frame, surveyId }: { frame: string; surveyId: string }) {
  const comments = await house.place.within(slug, ({ db }) =>
    db
      .selectFrom('readable_contributions as c')
      .select(['c.id', 'c.words'])
      .where('c.survey_id', '=', surveyId)
      .where('c.words', 'is not', null)
      .where(({ exists, not, selectFrom }) =>
        not(exists(selectFrom('finished_comments as f').select('f.contribution_id').whereRef('f.contribution_id', '=', 'c.id'))),
      )
      .orderBy('c.id')
      .execute(),
  )
  await ann.visit(`${desk}/frames/${frame}`)
  const addressOf = async (name: string) => (await ann.page.getByRole('link', { name, exact: true }).first().getAttribute('href'))!
  const ids = new Map<string, string>()
  for (const name of ['Buses', 'Parking', 'Kind staff', 'Waiting', 'Queues']) ids.set(name, (await addressOf(name)).split('/').at(-1)!)
  for (const [at, { id, words }] of comments.slice(0, 40).entries()) {
    const told = toldOf(words ?? '')
    const theme = told === 'Waiting' && at % 2 === 0 ? 'Queues' : told
    const form = { place: 'whole', themes: ids.get(theme)!, sentiment: told === 'Kind staff' ? '1' : '4', act: 'done' }
    await send(ann, `${desk}/coding/${frame}/survey-${surveyId}/${id}/codings`, form)
  }
  await ann.visit(`${desk}/themes/${ids.get('Queues')}`)
  await ann.press('Merge')
  await ann.select('What should Queues become?', 'Being there: Waiting')
  await ann.press('Continue')
  await ann.sees('It counts under Waiting from now on')
  await ann.type('Why are you making this change?', 'People say the one and mean the other')
  await ann.press('Merge the themes')
}

/** INS-3: what was coded is learned from; a suggestion is taken over by a person, and how good they are stands beside a plain method. */
async function learnAndTake(way: Way, ann: Walker, { frame, surveyId }: { frame: string; surveyId: string }) {
  await ann.visit(`${desk}/suggestions/${frame}`)
  await ann.press(/^Learn (again )?now/)
  await waitUntil(ann, /Tested on \d+ comments of \d+ people/)
  await ann.look('how good')
  await ann.sees('These suggestions A plain method')
  await ann.visit(`${desk}/coding/${frame}/survey-${surveyId}?queue=uncertain`)
  await ann.sees('It counts only when you take it over')
  if (way.javaScriptEnabled) {
    await ann.page.keyboard.press('y')
    await ann.page.getByText('Coded as').waitFor({ timeout: 10_000 })
    await ann.look('taken by key')
  } else await ann.press(/^Take for the whole comment/)
  await ann.sees('Coded as')
}

/** PEO-9: who is missing becomes a plan to reach them. */
async function planToReach(lead: Walker, { time }: Installation) {
  await lead.visit(`${desk}/results`)
  await lead.press(title)
  await lead.press(/Who we heard from|Who answered/)
  await lead.sees('Who is missing')
  await lead.sees('75')
  await lead.press(/Plan to reach them.*75 or over/)
  await lead.type('What will you do?', 'Two mornings at the lunch club')
  await lead.type('Who will see to it?', 'The engagement team')
  await lead.typeDate('By when?', addDays(londonDate(time.now), 7))
  await lead.press('Save this plan')
  await lead.sees('Two mornings at the lunch club')
}

/** INS-4: off until asked for, and its cost is said. */
async function weigh(lead: Walker) {
  await lead.visit(`${desk}/results`)
  await lead.press(title)
  await lead.press('Weighting')
  await lead.sees('This survey is not weighted')
  await lead.press('Weight this survey')
  await lead.type('What to call it', 'By sex')
  await lead.choose('What is your sex?')
  await lead.press('Weight this survey')
  await lead.sees('Kish’s design effect')
}

/** INS-4, INS-5: weighted beside plain, for each tenth of deprivation; the address is the view, for a colleague too. */
async function crossByDeprivation(ann: Walker, amy: Walker) {
  await ann.visit(`${desk}/results`)
  await ann.press(title)
  await unfold(ann, 'Choose what to look at')
  await ann.select('What to look at', 'How do you get to the surgery?')
  await ann.select('For each group of', 'Deprivation of the area (tenths of England)')
  await ann.choose(/Show weighted shares/)
  await ann.press('Show')
  await ann.sees('most deprived tenth')
  await ann.sees(/weighted \d+/)
  await ann.sees('How this was counted.')
  const view = ann.page.url()
  assert.match(view, /rows=question%3Aq1.*by=decile.*weighted=1/)

  await amy.visit(view)
  const figures = (walker: Walker) => walker.page.locator('main table').allInnerTexts()
  assert.deepEqual(await figures(amy), await figures(ann), 'the same address, the same figures')
  await amy.type('Keep what you see under a name', 'By deprivation')
  await amy.press('Keep this view')
  await ann.visit(new URL(view).pathname)
  await ann.press('By deprivation')
  assert.deepEqual(await figures(ann), await figures(amy))

  const href = await ann.page.locator('main a[download]').first().getAttribute('href')
  const sheet = await ann.page.request.get(href!)
  assert.equal(sheet.status(), 200)
  assert.match(await sheet.text(), /By bus/)
  return view
}

/** INS-6: a finding keeps the figures of the view it was made from. */
async function makeFinding(ann: Walker, view: string) {
  await ann.visit(view)
  await ann.press('Make a finding from this view')
  await ann.choose(/Getting there: Buses/)
  await ann.press('Continue')
  await ann.sees('It counts: ')
  await ann.type('The finding in one line', 'Those with least come by bus')
  await ann.type('What you found', 'Where people have least, most come by bus, and the bus is what they would change.')
  await ann.choose('Most')
  await ann.type('Why this word?', 'It came up from both of the poorest places.')
  await ann.press('Make finding')
  await ann.sees('The figures then, and now')
  await ann.doesNotSee('Review this finding')
  return new URL(ann.page.url()).pathname
}
