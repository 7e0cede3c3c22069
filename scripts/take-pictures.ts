// Takes the pictures of Northmoor that README.md shows: node --import tsx scripts/take-pictures.ts
import { openBrowser } from '../journeys/browser.ts'
import { openInstallationForJourney } from '../journeys/installation.ts'
import { linkIntoDemonstration, loadDemonstration } from '../src/app.ts'

const house = await openInstallationForJourney()
await loadDemonstration(house.place)
const browser = await openBrowser()
const context = await browser.newContext({ viewport: { width: 1000, height: 1100 }, baseURL: house.origin })
const page = await context.newPage()
const take = (name: string) => page.screenshot({ path: new URL(`../docs/pictures/${name}.png`, import.meta.url).pathname })

await page.goto('/northmoor/you-said-we-did')
await take('you-said-we-did')
await page.getByRole('link', { name: 'Follow the thread' }).first().click()
await page.waitForLoadState()
await take('thread')

await page.goto((await linkIntoDemonstration(house.place)) ?? '')
await page.getByRole('main').getByRole('button').click()
const first = await house.psql("select id from contributions where words like 'Its an hour and ten%'")
await page.goto('/northmoor/desk/coding')
await page
  .getByLabel(/Blood tests/)
  .first()
  .check()
await page.getByLabel('Which frame?').selectOption({ index: 1 })
await page.getByRole('button', { name: 'Start coding' }).click()
await page.waitForLoadState()
await page.goto(page.url().replace(/[^/]+$/, String(first.rows[0].id)))
await page.waitForLoadState('networkidle')
await take('coding')

await browser.close()
await house.close()
