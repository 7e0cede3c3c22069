// The keys of the coding page. They work while nothing is typed into, and can be switched off (WCAG 2.1.4).

import { say } from './announcement.js'
import { listWords, selectedSpan, selectSpan, selectWords, words } from './chosen-words.js'

/**
 * @typedef {object} Page
 * @property {() => HTMLElement} region
 * @property {() => HTMLFormElement | null} form
 * @property {() => HTMLInputElement[]} places
 * @property {() => boolean} isBusy
 * @property {() => void} whole
 */

const off = 'goldthread keys off'
// A browser that keeps nothing has the keys on.
const isOff = () => {
  try {
    return localStorage.getItem(off) !== null
  } catch {
    return false
  }
}

/** What was pressed while the last was still being saved. @type {{ key: string, page: Page }[]} */
let waiting = []
let awaitsFeeling = 0
// The words that a selection by keyboard began with and has come to, by their number.
let anchor = -1
let reach = -1

/** @param {KeyboardEvent} event @param {Page} page */
export function heard(event, page) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return
  const target = /** @type {HTMLElement} */ (event.target)
  if (target.closest('select, textarea, input:not([type="radio"], [type="checkbox"])')) return
  if (target !== document.body && !page.region()?.contains(target)) return
  if (target.id === 'words' && page.form() && walk(event, page)) return event.preventDefault()
  if (isOff() || event.repeat || event.key.length !== 1 || event.key === ' ') return
  if (page.isBusy()) {
    waiting.push({ key: event.key, page })
    return event.preventDefault()
  }
  if (press(event.key, page)) event.preventDefault()
}

/** Go on with what was pressed meanwhile. */
heard.next = () => {
  const first = waiting.shift()
  if (!first) return
  press(first.key, first.page)
  if (!first.page.isBusy()) heard.next()
}

/** Another comment is here, that nobody has read yet: what was pressed was not meant for it. */
heard.forget = () => {
  waiting = []
  awaitsFeeling = 0
}

heard.forgetSelection = () => {
  anchor = -1
  reach = -1
}

/** @param {string} key @param {Page} page @returns {boolean} Whether it did something. */
function press(key, page) {
  const feels = awaitsFeeling > Date.now()
  awaitsFeeling = 0
  if (feels && /^[1-5]$/.test(key)) return feel(key, page)
  const region = page.region()
  const theme = /** @type {HTMLInputElement | null} */ (
    region.querySelector(`input[name="themes"][data-key="${CSS.escape(key.toLowerCase())}"]`)
  )
  if (theme && key === key.toLowerCase()) {
    theme.checked = true
    return submit(page.form(), 'code')
  }
  const act = acts[key]
  return act ? act(page) : false
}

/** @type {Readonly<Record<string, (page: Page) => boolean>>} */
const acts = {
  n: ({ form }) => submit(form(), 'done'),
  0: ({ form }) => submit(form(), 'nothing'),
  z: ({ region }) => submitOne(region().querySelector('#undo'), 'There is nothing to undo'),
  f: ({ region }) => submitOne(region().querySelector('form[data-key="f"]'), ''),
  q: ({ region }) => submitOne(region().querySelector('form[data-key="q"]'), ''),
  y: ({ region }) => take(region(), 0),
  Y: ({ region }) => take(region(), 1),
  p: ({ region }) => follow(region().querySelector('#redact'), 'You may not take out words. Ask an engagement lead'),
  s: ({ form }) => askFeeling(form()),
  '/': () => focusOn(document.getElementById('find-theme')),
  '?': ({ region }) => openKeyboard(region()),
}

/** @param {HTMLFormElement | null} form @param {string} act */
function submit(form, act) {
  const button = /** @type {HTMLButtonElement | null} */ (form?.querySelector(`button[name="act"][value="${act}"]`) ?? null)
  if (button) form?.requestSubmit(button)
  return button !== null
}

/** @param {Element | null} form @param {string} otherwise */
function submitOne(form, otherwise) {
  if (form instanceof HTMLFormElement) form.requestSubmit()
  else if (otherwise) say(otherwise)
  return true
}

/** Take over the first suggestion: for the whole comment, or for its words. @param {HTMLElement} region @param {number} which */
function take(region, which) {
  const buttons = /** @type {HTMLButtonElement[]} */ ([...(region.querySelector('.gt-suggested__item')?.querySelectorAll('button') ?? [])])
  const button = buttons[which] ?? buttons[0]
  if (button) button.form?.requestSubmit(button)
  else say('There is no suggestion')
  return true
}

/** @param {Element | null} link @param {string} otherwise */
function follow(link, otherwise) {
  if (link instanceof HTMLAnchorElement) link.click()
  else say(otherwise)
  return true
}

/** @param {HTMLFormElement | null} form */
function askFeeling(form) {
  if (!form) return false
  awaitsFeeling = Date.now() + 4000
  say('How does it feel? 1 very positive, 2 positive, 3 neither or both, 4 negative, 5 very negative')
  return true
}

/** @param {string} value @param {Page} page */
function feel(value, page) {
  const radio = /** @type {HTMLInputElement | null} */ (page.form()?.querySelector(`input[name="sentiment"][value="${value}"]`) ?? null)
  if (!radio) return false
  radio.checked = true
  radio.dispatchEvent(new Event('change', { bubbles: true }))
  return true
}

/** @param {HTMLElement | null} field */
function focusOn(field) {
  field?.focus()
  return field !== null
}

/** @param {HTMLElement} region */
function openKeyboard(region) {
  const details = /** @type {HTMLDetailsElement | null} */ (region.querySelector('#keyboard'))
  if (details) details.open = true
  return focusOn(details?.querySelector('summary') ?? null)
}

/** Arrow keys in the words. @param {KeyboardEvent} event @param {Page} page @returns {boolean} Whether the key moved anything. */
function walk(event, page) {
  if (event.key === 'Enter') return submit(page.form(), 'code')
  if (event.key === 'Escape') {
    page.whole()
    heard.forgetSelection()
    return true
  }
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') return walkSentences(event, page)
  const count = listWords().length
  const isLeftwards = getComputedStyle(/** @type {Element} */ (words())).direction === 'rtl'
  const steps = new Map([
    ['ArrowRight', isLeftwards ? -1 : 1],
    ['ArrowLeft', isLeftwards ? 1 : -1],
    ['Home', -count],
    ['End', count],
  ])
  const step = steps.get(event.key)
  if (!step || count === 0) return false
  reach = Math.min(count - 1, Math.max(0, reach + step))
  if (!event.shiftKey || anchor < 0) anchor = reach
  selectWords(anchor, reach)
  return true
}

/** To the sentence below or above what is selected; with Shift taking it in. @param {KeyboardEvent} event @param {Page} page */
function walkSentences(event, page) {
  const sentences = page.places().flatMap(({ id, value }) => {
    const [start, end] = value.split('-').map(Number)
    return id === 'place-selected' || start === undefined || end === undefined || Number.isNaN(start) ? [] : [{ start, end }]
  })
  const now = selectedSpan()
  const isDown = event.key === 'ArrowDown'
  const to = isDown ? sentences.find(({ start }) => start >= (now?.end ?? 0)) : sentences.findLast(({ end }) => end <= (now?.start ?? -1))
  // At either end the page scrolls, as it does elsewhere.
  if (!to) return false
  heard.forgetSelection()
  selectSpan(event.shiftKey && now ? { start: Math.min(now.start, to.start), end: Math.max(now.end, to.end) } : to)
  return true
}

/** A switch for the single keys, among the list of them. */
heard.offerSwitch = () => {
  const place = document.getElementById('keys-switch')
  if (!place) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'nhsuk-button nhsuk-button--secondary nhsuk-button--small'
  const name = () => (button.textContent = isOff() ? 'Turn single keys on' : 'Turn single keys off')
  button.addEventListener('click', () => {
    try {
      if (isOff()) localStorage.removeItem(off)
      else localStorage.setItem(off, 'yes')
    } catch {
      say('This browser does not keep that')
    }
    name()
    say(isOff() ? 'Single keys are off' : 'Single keys are on')
  })
  name()
  place.replaceChildren(button)
}
