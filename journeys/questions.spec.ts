import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { draftSurvey } from '../src/capabilities/surveys/index.ts'
import { settle, signInByMail, slug } from './acts.ts'
import { openBrowser, walk, ways } from './browser.ts'
import { openInstallationForJourney } from './installation.ts'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

for (const way of ways) {
  test(`SAY-1: an author puts questions on pages, asks some of a few, looks them over and lets people answer, ${way.name}`, {
    timeout: 300_000,
  }, async () => {
    const house = await openInstallationForJourney()
    try {
      await settle(house)
      const author = await walk(browser, house.origin, way, 'author')
      await signInByMail(author, house, 'ada@example.org')
      const { surveyId } = await house.place.within(slug, (ctx) => draftSurvey(ctx, { title: 'Parking', promise: 'linked', questions: [] }))
      const builder = `/${slug}/desk/surveys/${surveyId}`

      await author.visit(builder)
      await author.press('Add a question')
      await author.choose('Choose one answer')
      await author.press('Continue')
      await author.type('Question', 'Do stakeholders drive?')
      await author.type('Answers to choose from', 'Yes\nNo')
      await author.press('Add question')
      await author.press('Add a question')
      await author.choose('A few words')
      await author.press('Continue')
      await author.type('Question', 'Where do you park?')
      await author.press('Add question')

      await author.press(/^Page.*Where do you park/)
      await author.type(/Title of the page/, 'Parking')
      await author.press('Save')
      await author.sees('There is a problem')
      await author.choose('Start a new page here')
      await author.press('Save')
      await author.press(/^Edit.*Where do you park/)
      await author.press('Change who is asked')
      await author.press('Choose the answers')
      await author.press('Add this condition')
      await author.sees('Tick at least one answer')
      await author.choose('Yes')
      await author.press('Add this condition')
      await author.press('Back to the questions')
      await author.sees(/Only if the answer to “Do stakeholders drive\?” is “Yes”/)
      await author.press(/^Remove.*Do stakeholders drive/)
      await author.sees('This question cannot be removed')
      await author.press('Back to the questions')

      await author.press(/Add questions that belong together/)
      await author.press(/Add these questions.*About you/)
      await author.press('See the questions as people will see them')
      await author.visit(`${builder}/preview?page=2`)
      await author.press('See it as wide as this screen')
      await author.visit(`${builder}/preview?page=3`)
      await author.visit(`${builder}/check`)
      await author.sees('It says “stakeholder”')
      await author.press('Do stakeholders drive?')
      await author.press('Save question')
      await author.visit(`${builder}/release`)
      await author.press('Release questions')
      await author.press(/^Move down.*Where do you park/)
      await author.visit(`${builder}/versions`)
      await author.leave()
    } finally {
      await house.close()
    }
  })
}
