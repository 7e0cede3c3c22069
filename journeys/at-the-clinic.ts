import assert from 'node:assert/strict'
import { slug } from './acts.ts'
import { title } from './answering.ts'
import type { Walker } from './browser.ts'

/** Print two forms; answers with their serial numbers. */
export async function printTwoForms(lead: Walker, record: string): Promise<string[]> {
  await lead.visit(record)
  await lead.press(/^Paper forms/)
  await lead.press('Print forms')
  await lead.type('How many?', '2')
  await lead.press('Make the forms')
  const shown = await lead.page.locator('.gt-sheet__serial').allTextContents()
  assert.equal(shown.length, 2)
  return shown.map((words) => words.replace('Form ', ''))
}

/** Type forms one after another, each with what it says of how someone gets here. */
export async function typeForms(typist: Walker, record: string, forms: readonly { serial: string; way: string; says: string | RegExp }[]) {
  await typist.visit(`${record}/papers`)
  await typist.press('Type forms')
  for (const { serial, way, says } of forms) {
    await typist.type('Serial number', serial.toLowerCase())
    await typist.choose(way)
    await typist.choose(/Signs: Poor/)
    await typist.select('Longer hours', '1st')
    await typist.type(/What would make it easier/, 'Mind the steps in winter.')
    await typist.press('Save, and type the next form')
    await typist.sees(says)
  }
}

/** The paper in hand says which of two typings is right. */
export async function settleTheDifference(lead: Walker, record: string, serial: string, way: string) {
  await lead.visit(`${record}/papers`)
  await lead.press(serial)
  await lead.press('Settle where they differ')
  // Where there is no room for a table, each cell is headed by its column.
  await lead.sees(/How do you get here\? (First typing )?By bus (Second typing )?On foot/)
  await lead.choose(way)
  await lead.press('This is what the paper says')
  await lead.sees('Done 2')
  await lead.sees('Nothing is to be done')
}

/** Put up a kiosk; answers with the address that is shown once. */
export async function putUpKiosk(lead: Walker): Promise<string> {
  await lead.visit(`/${slug}/desk/kiosks`)
  await lead.press('Put up a kiosk')
  await lead.press('Put it up')
  await lead.sees('There is a problem')
  await lead.select('Which consultation?', title)
  await lead.type('Where does it stand?', 'Waiting room')
  await lead.press('Put it up')
  return (await lead.page.locator('.gt-address').textContent())!.trim()
}

/** Without JavaScript one person after another presses a button. */
export async function answerAtKiosk(kiosk: Walker, address: string) {
  await kiosk.visit(address)
  await kiosk.choose('By bus')
  await kiosk.press('Send my answers')
  await kiosk.sees('Thank you')
  await kiosk.press('Start for the next person')
  assert.equal(await kiosk.page.getByRole('radio', { name: 'By bus' }).isChecked(), false)
}

/** With JavaScript it is ready by itself after thanks and after silence, and goes on through a network cut. */
export async function answerAtKioskThatResets(kiosk: Walker, address: string) {
  const { page } = kiosk
  await page.clock.install()
  await kiosk.visit(address)
  const isReady = () => page.getByRole('radio', { name: 'By bus' }).isVisible()

  await kiosk.choose('By bus')
  await kiosk.pressHere('Send my answers', 'Thank you')
  assert.equal(await isReady(), false)
  await page.clock.fastForward(11_000)
  assert.ok(await isReady(), 'it is ready for the next person by itself')
  assert.equal(await page.getByRole('radio', { name: 'By bus' }).isChecked(), false)

  await kiosk.type(/What would make it easier/, 'Somebody went away and left this.')
  await page.clock.fastForward(61_000)
  await kiosk.sees('Are you still there?')
  await kiosk.look('still there')
  await page.clock.fastForward(31_000)
  await kiosk.doesNotSee('Are you still there?')
  assert.equal(await page.getByLabel(/What would make it easier/).inputValue(), '', 'nothing of it is left for the next person')

  await page.context().setOffline(true)
  await kiosk.choose('On foot')
  await kiosk.pressHere('Send my answers', 'Thank you')
  await kiosk.sees('1 set of answers waits')
  await page.context().setOffline(false)
  await page.getByText('1 set of answers waits').waitFor({ state: 'hidden', timeout: 10_000 })
}
