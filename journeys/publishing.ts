import assert from 'node:assert/strict'
import { type Installation, signInByMail, slug } from './acts.ts'
import type { Walker } from './browser.ts'
import { desk, title } from './making-sense.ts'

/** INS-6: a second person looks at it. While people still answer, nothing is published. */
export async function review(lead: Walker, finding: string) {
  await lead.visit(finding)
  await lead.sees('Not published')
  await lead.press('Review this finding')
  await lead.choose('I agree with this finding')
  await lead.press('Save review')
  await lead.sees('you can publish it when the consultation is closed')
}

export async function publishFinding(house: Installation, lead: Walker, finding: string) {
  house.time.now = new Date(house.time.now.getTime() + 16 * 86_400_000)
  await signInByMail(lead, house, 'ada@example.org')
  await lead.visit(finding)
  await lead.press('Publish this finding')
  await lead.press('What everyone sees')
  await lead.sees('Somebody who did not write it checked it first')
}

/** INS-4, INS-7: what everyone will see is shown first; a small number never is. */
export async function publishResults(lead: Walker) {
  await lead.visit(`${desk}/results`)
  await lead.press(title)
  await lead.press('Publish these results')
  await lead.choose('How do you get to the surgery?')
  await lead.choose('Deprivation of the area (tenths of England)')
  await lead.press('Show what everyone will see')
  await lead.sees('Numbers from 1 to 4 are hidden or counted together')
  await lead.press('Publish results')
}

/** INS-7: figures that stay, small ones never among them, to take along and to cite. */
export async function readResults(reader: Walker) {
  await reader.visit(`/${slug}/consultations/getting-to-the-surgery/results`)
  await reader.sees('We had 60 responses')
  await reader.sees('This is not a vote and not a sample')
  await reader.sees('How do you get to the surgery?, by: Deprivation')
  await reader.sees('Those with least come by bus')
  const cells = await reader.page.locator('main table td').allInnerTexts()
  assert.deepEqual(
    cells.filter((cell) => /^[1-4]( |$)/.test(cell.trim())),
    [],
    'no number from 1 to 4 is on the page',
  )
  await reader.sees('How to cite')
  await reader.sees('Fingerprint of the figures')
  for (const file of ['results.csv.zip', 'results.xlsx', 'results.json', 'results.spss.zip']) {
    const link = reader.page.locator(`main a[href$="${file}"]`)
    const taken = await reader.page.request.get((await link.getAttribute('href'))!)
    assert.equal(taken.status(), 200, file)
    assert.ok((await taken.body()).length > 500, file)
  }
}
