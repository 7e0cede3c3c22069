import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'

/** How a journey is walked: each promise holds in each of these. */
export interface Way {
  name: string
  javaScriptEnabled: boolean
  width: number
  /** False where real people's words are on the pages. */
  pictures?: boolean
}

export const ways: readonly Way[] = [
  { name: 'without JavaScript, on a small phone', javaScriptEnabled: false, width: 360 },
  { name: 'with JavaScript, on a wide screen', javaScriptEnabled: true, width: 1280 },
]

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

/** A person at a browser of their own, who uses the keyboard only. */
export interface Walker {
  page: Page
  /** Go to an address, and look at the page. */
  visit(address: string): Promise<void>
  /** Reach a link or button by Tab alone, and press Enter. Then look at the page that came. */
  press(name: string | RegExp): Promise<void>
  /** The same where the page itself answers, and none is loaded: wait until it says this. */
  pressHere(name: string | RegExp, says: string | RegExp): Promise<void>
  /** Reach a field by Tab alone and type. `within` is the legend of the group it is in, where others have the same label. */
  type(label: string | RegExp, text: string, within?: string): Promise<void>
  /** Reach a file field by Tab alone and choose this file. */
  attach(label: string | RegExp, file: { name: string; bytes: string }): Promise<void>
  /** Reach a radio or tick box by Tab and arrow keys alone, and choose it. */
  choose(label: string | RegExp): Promise<void>
  select(label: string | RegExp, option: string): Promise<void>
  /** Fill in the three parts of a date, as 2026-09-30. */
  typeDate(legend: string, date: string): Promise<void>
  /** The page says this. */
  sees(text: string | RegExp): Promise<void>
  doesNotSee(text: string | RegExp): Promise<void>
  /** Hold the page against the accessibility rules, and keep a picture of it. */
  look(called?: string): Promise<void>
  leave(): Promise<void>
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export async function walk(browser: Browser, origin: string, way: Way, who: string): Promise<Walker> {
  const context = await browser.newContext({
    javaScriptEnabled: way.javaScriptEnabled,
    viewport: { width: way.width, height: 800 },
    baseURL: origin,
  })
  const page = await context.newPage()
  const mirror = way.javaScriptEnabled ? null : await (await browser.newContext({ viewport: { width: way.width, height: 800 } })).newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    // A page that says no (404, 422 …) is told of in the console too; that is not a fault of the page.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) troubles.push(message.text())
  })
  let step = 0
  const folder = new URL(`../screenshots/${way.width}${way.javaScriptEnabled ? '' : '-no-js'}/`, import.meta.url).pathname
  mkdirSync(folder, { recursive: true })

  const look = async (called = '') => {
    const seen = way.javaScriptEnabled ? page : await copyOf(page, mirror!)
    const { violations } = await new AxeBuilder({ page: seen }).withTags(rules).setLegacyMode().analyze()
    const title = await page.title()
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`),
      [],
      `axe on "${title}" (${page.url()})`,
    )
    assert.deepEqual(troubles, [], `the console on "${title}"`)
    assert.ok(title.length > 0, 'a page has a title')
    const { wide, widest } = await page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement
      const sticksOut = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > clientWidth + 0.5)
      return { wide: scrollWidth - clientWidth, widest: sticksOut.slice(0, 3).map((one) => one.outerHTML.slice(0, 200)) }
    })
    assert.ok(wide <= 0, `"${title}" scrolls sideways by ${wide} px at ${way.width} px: ${widest.join(' | ')}`)
    await dangling(page)
    step += 1
    if (way.pictures !== false)
      await page.screenshot({
        path: `${folder}${who}-${String(step).padStart(2, '0')}-${(called || title).replaceAll(/[^\w]+/g, '-').slice(0, 60)}.png`,
        fullPage: true,
      })
  }

  /** Tab until the wanted thing has the focus; a thing that the keyboard cannot reach fails here. */
  const reach = async (wanted: ReturnType<Page['locator']>) => {
    // Found once: to look for it again after every Tab would take most of a journey.
    const found = await wanted.first().elementHandle({ timeout: 5000 })
    const isThere = () => found!.evaluate((element) => element === document.activeElement)
    for (let presses = 0; presses < 400; presses += 1) {
      if (await isThere()) return
      await page.keyboard.press('Tab')
    }
    assert.fail(`The keyboard does not reach ${wanted} on ${page.url()}`)
  }

  /** Arrow keys move within a group of radios, of which Tab reaches only one. */
  const choose = async (label: string | RegExp) => {
    const wanted = page.getByLabel(label, { exact: typeof label === 'string' }).first()
    await wanted.waitFor({ state: 'attached', timeout: 5000 })
    const kind = await wanted.getAttribute('type')
    if (kind !== 'radio') {
      await reach(wanted)
      await page.keyboard.press('Space')
      return assert.ok(await wanted.isChecked(), `${label} is ticked`)
    }
    const found = await wanted.elementHandle()
    const inGroup = () =>
      found!.evaluate((radio) => {
        const at = document.activeElement
        return at instanceof HTMLInputElement && at.type === 'radio' && at.name === (radio as HTMLInputElement).name
      })
    for (let presses = 0; presses < 400 && !(await inGroup()); presses += 1) await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    for (let presses = 0; presses < 60 && !(await wanted.isChecked()); presses += 1) await page.keyboard.press('ArrowDown')
    assert.ok(await wanted.isChecked(), `${label} is chosen`)
  }

  return {
    page,
    look,
    choose,
    async visit(address) {
      await page.goto(address)
      await look()
    },
    async press(name) {
      // What the page itself offers comes before what every page offers.
      const main = page.getByRole('main')
      const inMain = main.getByRole('link', { name }).or(main.getByRole('button', { name }))
      const wanted = (await inMain.count()) > 0 ? inMain : page.getByRole('link', { name }).or(page.getByRole('button', { name }))
      await reach(wanted)
      const before = page.url()
      await Promise.all([
        page.waitForLoadState('load'),
        page.waitForEvent('framenavigated', { timeout: 10_000 }).catch(() => assert.fail(`Pressing ${name} on ${before} led nowhere`)),
        page.keyboard.press('Enter'),
      ])
      await page.waitForLoadState('load')
      await look()
    },
    async pressHere(name, says) {
      await reach(page.getByRole('button', { name }))
      await page.keyboard.press('Enter')
      await page.getByText(says).first().waitFor({ timeout: 10_000 })
      await look()
    },
    async attach(label, { name, bytes }) {
      const wanted = page.getByLabel(label, { exact: typeof label === 'string' })
      await reach(wanted)
      await wanted.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
    },
    async type(label, text, within) {
      const around = within ? page.getByRole('group', { name: within, exact: true }) : page
      await reach(around.getByLabel(label, { exact: typeof label === 'string' }))
      await page.keyboard.press('Control+A')
      await page.keyboard.insertText(text)
    },
    async select(label, option) {
      const wanted = page.getByLabel(label, { exact: typeof label === 'string' })
      await reach(wanted)
      await wanted.selectOption({ label: option })
    },
    async typeDate(legend, date) {
      const [year, month, day] = date.split('-') as [string, string, string]
      for (const [part, value] of [
        ['Day', day],
        ['Month', month],
        ['Year', year],
      ] as const) {
        await reach(page.getByRole('group', { name: legend }).getByLabel(part))
        await page.keyboard.press('Control+A')
        await page.keyboard.insertText(String(Number(value)))
      }
    },
    async sees(text) {
      const words = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ')
      assert.ok(
        typeof text === 'string' ? words.includes(text) : text.test(words),
        `"${await page.title()}" says ${text}; it says: ${words.slice(0, 1500)}`,
      )
    },
    async doesNotSee(text) {
      const words = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ')
      assert.ok(typeof text === 'string' ? !words.includes(text) : !text.test(words), `"${await page.title()}" does not say ${text}`)
    },
    async leave() {
      await context.close()
      await mirror?.context().close()
    },
  }
}

/** axe needs JavaScript, so a page without it is shown to axe in a second browser, word for word, with none of its own scripts. */
async function copyOf(page: Page, mirror: Page): Promise<Page> {
  const html = (await page.content()).replaceAll(/<script\b[\s\S]*?<\/script>/g, '')
  await mirror.unrouteAll()
  await mirror.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }))
  await mirror.goto(page.url())
  return mirror
}

/** Every link within the page lands on something. */
async function dangling(page: Page) {
  const lost = await page.evaluate(() =>
    [...document.querySelectorAll('a[href^="#"]')]
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => href.length > 1 && !document.getElementById(decodeURIComponent(href.slice(1)))),
  )
  assert.deepEqual(lost, [], `links on ${page.url()} that land on nothing`)
}
