import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { slots } from '../src/app.ts'
import { makeFrame } from '../src/capabilities/themes/index.ts'
import { settle, signInByMail, slug } from './acts.ts'
import { openBrowser, type Walker, walk, ways } from './browser.ts'
import { openInstallationForJourney } from './installation.ts'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

const said = ['Parking was full. The nurse was kind 👍🏽 to us.', 'Dim lle i barcio.', 'Fine', 'Staff listened. No buses at all!']

/** Comments that a file brought, and a frame with three themes. */
async function bringComments({ place }: Awaited<ReturnType<typeof openInstallationForJourney>>) {
  const file = join(tmpdir(), `coding-journey-${process.pid}.csv`)
  writeFileSync(file, ['id,feedback', ...said.map((words, at) => `${at + 1},"${words}"`)].join('\n'))
  const command = slots.commands.find(({ name }) => name === 'import contributions')!
  await command.run(place, [file], { commissioner: slug, source: 'Comment cards', id: 'id', text: 'feedback' })
  const themes = ['Parking', 'Staff', 'Buses'].map((name) => ({ name, definition: `What people say about ${name.toLowerCase()}` }))
  await place.within(slug, (ctx) => makeFrame(ctx, { title: 'Getting there', themes }))
}

async function begin(analyst: Walker) {
  await analyst.visit(`/${slug}/desk/coding`)
  await analyst.choose('Comment cards')
  await analyst.select('Which frame?', 'Getting there')
  await analyst.press('Start coding')
}

for (const way of ways)
  test(`INS-1: a coder goes through comments with radios, tick boxes and buttons alone, ${way.name}`, { timeout: 300_000 }, async () => {
    const house = await openInstallationForJourney()
    try {
      await settle(house)
      await bringComments(house)
      const analyst = await walk(browser, house.origin, way, 'coder')
      await signInByMail(analyst, house, 'ann@example.org')
      await begin(analyst)
      await analyst.choose('The nurse was kind 👍🏽 to us.')
      await analyst.choose('Staff')
      await analyst.choose('Positive')
      await analyst.press('Code')
      await analyst.sees('Coded as')
      await analyst.press('Look at it again')
      await analyst.sees('To be looked at again')
      await analyst.press('Done, next')
      await analyst.sees('Dim lle i barcio.')
      await analyst.sees('1 of 4 comments finished')
      await analyst.press('Nothing here fits, next')
      await analyst.press(/^Undo/)
      await analyst.sees('Dim lle i barcio.')
      await analyst.choose('Parking')
      await analyst.press('Done, next')
      await analyst.press('Pass over this comment')
      await analyst.sees('No buses at all!')
      await analyst.press('How far we are')
      await analyst.sees('2 of 4 comments finished')
      await analyst.select('In which order?', 'To be looked at again: those that somebody marked while coding.')
      await analyst.press('Go on coding')
      await analyst.sees('You finished it')
    } finally {
      for (const context of browser.contexts()) await context.close()
      await house.close()
    }
  })

test('INS-1: with single keys a coder selects, codes, undoes and goes on without a mouse, can turn the keys off, and loses nothing with the connection', {
  timeout: 300_000,
}, async () => {
  const house = await openInstallationForJourney()
  try {
    await settle(house)
    await bringComments(house)
    const analyst = await walk(browser, house.origin, ways[1]!, 'keys')
    const { page } = analyst
    await signInByMail(analyst, house, 'ann@example.org')
    await begin(analyst)
    const now = () =>
      house
        .psql(`select t.name, k.start_at, k.end_at from current_codings k join named_themes t on t.id = k.theme_id order by k.id`)
        .then(({ rows }) => rows.map((row) => `${row.name} ${row.start_at}-${row.end_at}`))
    const press = async (key: string, says: string | RegExp) => {
      await page.keyboard.press(key)
      await page.getByText(says).first().waitFor({ timeout: 10_000 })
    }

    await page.locator('#words').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await press('2', /1 on this comment/)
    await press('1', /2 on this comment/)
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await press('3', /3 on this comment/)
    assert.deepEqual(await now(), ['Staff 18-46', 'Parking 18-46', 'Buses 0-11'])
    await press('z', /2 on this comment/)
    await page.keyboard.press('s')
    await press('2', 'Kept how it feels')
    assert.ok(await page.getByLabel('Positive', { exact: true }).isChecked())
    await press('f', 'To be looked at again')
    await analyst.look()
    await press('n', 'Dim lle i barcio.')
    await analyst.sees('1 of 4 comments finished')
    await press('0', 'Fine')

    await page.keyboard.press('/')
    await page.keyboard.insertText('bus')
    await press('Enter', /1 on this comment/)
    assert.match((await now()).at(-1) ?? '', /Buses null/)

    await page.context().setOffline(true)
    await page.locator('#words').focus()
    await press('1', 'Not saved: the connection is lost')
    await analyst.look('not-saved')
    assert.equal((await now()).length, 3)
    await page.context().setOffline(false)
    await page.getByText(/2 on this comment/).waitFor({ timeout: 10_000 })
    assert.equal((await now()).length, 4, 'it is sent once the connection is back')

    await page.keyboard.press('?')
    await page.getByRole('button', { name: 'Turn single keys off' }).focus()
    await press('Enter', 'Turn single keys on')
    await page.locator('#words').focus()
    await page.keyboard.press('3')
    await page.keyboard.press('n')
    await page.waitForTimeout(500)
    assert.equal((await now()).length, 4, 'keys that are off do nothing')
    await page.goBack()
    await analyst.sees('Dim lle i barcio.')
  } finally {
    for (const context of browser.contexts()) await context.close()
    await house.close()
  }
})
