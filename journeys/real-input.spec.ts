import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { slots } from '../src/app.ts'
import { londonDate } from '../src/platform/time.ts'
import { settle, signInByMail, slug } from './acts.ts'
import { openBrowser, walk } from './browser.ts'
import { openInstallationForJourney } from './installation.ts'

const file = new URL('../../shared/data/feedback/pxtextmining/phase_1_text_data.csv', import.meta.url).pathname
const skip = existsSync(file) ? false : 'the folder of real data is not beside this checkout'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

test('SAY-11: from ten thousand real comments to a finding, a decision and an entry on "you said, we did"', {
  skip,
  timeout: 600_000,
}, async () => {
  const house = await openInstallationForJourney()
  try {
    await settle(house)
    const command = slots.commands.find(({ name }) => name === 'import contributions')!
    const options = {
      commissioner: slug,
      source: 'Friends and Family Test',
      text: 'feedback',
      score: 'criticality',
      question: 'question',
      place: 'organization',
      id: 'row_index',
      labels: ['label'],
      coder: 'Trust analysts',
    }
    const { json } = await command.run(house.place, [file], options)
    assert.deepEqual(json, { read: 10_334, imported: 10_334, already: 0, rejected: [] })

    // Real people wrote these: they are walked past, and no picture of them is kept.
    const way = { name: 'real', javaScriptEnabled: true, width: 1280, pictures: false }
    const analyst = await walk(browser, house.origin, way, 'analyst')
    await signInByMail(analyst, house, 'ann@example.org')
    await analyst.visit(`/${slug}/desk/results`)
    await analyst.press('Friends and Family Test')
    await analyst.press('Make a finding')
    await analyst.choose(/^\s*Access/)
    await analyst.press('Continue')
    await analyst.type('The finding in one line', 'Getting an appointment is hard')
    await analyst.type('What you found', 'People say that reaching a service is what they would change first.')
    await analyst.press('Make finding')

    const lead = await walk(browser, house.origin, way, 'lead')
    await signInByMail(lead, house, 'ada@example.org')
    await lead.visit(`/${slug}/desk/findings`)
    await lead.press('Getting an appointment is hard')
    await lead.press('Review this finding')
    await lead.choose('I agree with this finding')
    await lead.press('Save review')
    await lead.press('Publish this finding')
    await lead.visit(`/${slug}/desk/decisions`)
    await lead.press('Draft a decision')
    await lead.type('Title', 'Easier to reach')
    await lead.type('The question that is decided', 'What do we change about reaching our services?')
    await lead.type('Who decides', 'The quality committee')
    await lead.typeDate('The day of the decision', londonDate(house.time.now))
    await lead.press(/save|draft/i)
    await lead.select('Put a finding to this decision', 'Getting an appointment is hard')
    await lead.press('Put it to the decision')

    const approver = await walk(browser, house.origin, way, 'approver')
    await signInByMail(approver, house, 'abe@example.org')
    await approver.visit(`/${slug}/desk/decisions`)
    await approver.press('Easier to reach')
    await approver.press(/Answer it/)
    await approver.choose('Not accepted')
    await approver.type(
      'The reason',
      'The telephone system was renewed after these comments were made, and we want to see what it does first.',
    )
    await approver.press('Keep this answer')
    await approver.press('Publish this decision')
    await approver.press('Publish decision')
    await approver.visit(`/${slug}/you-said-we-did`)
    await approver.sees('Getting an appointment is hard')
    await approver.sees('The telephone system was renewed')
  } finally {
    for (const context of browser.contexts()) await context.close()
    await house.close()
  }
})
