// The coding page without this file is a form of radios and tick boxes; everything here fills in and sends that same form.

import { say, sayLater } from './announcement.js'
import { selectedSpan, selectSpan, textOf, words } from './chosen-words.js'
import { heard } from './coding-keys.js'

const region = () => /** @type {HTMLElement} */ (document.getElementById('coding'))
const form = () => /** @type {HTMLFormElement | null} */ (document.getElementById('code'))
const themeBoxes = () => /** @type {HTMLInputElement[]} */ ([...(form()?.querySelectorAll('input[name="themes"]') ?? [])])
const places = () => /** @type {HTMLInputElement[]} */ ([...(form()?.querySelectorAll('input[name="place"]') ?? [])])

/** Put the selected words into the form, as one more radio. @param {import('./chosen-words.js').Span} span */
function choose(span) {
  const value = `${span.start}-${span.end}`
  const radio = places().find((one) => one.value === value && one.id !== 'place-selected') ?? selectedRadio()
  if (!radio) return
  radio.checked = true
  if (radio.id !== 'place-selected') return
  radio.value = value
  const label = form()?.querySelector('label[for="place-selected"]')
  if (label) label.textContent = `“${textOf(span)}”`
}

function selectedRadio() {
  const radios = places()
  const known = radios.find((radio) => radio.id === 'place-selected')
  if (known) return known
  const item = radios[0]?.closest('.gt-choice')
  const copy = /** @type {HTMLElement | undefined} */ (item?.cloneNode(true))
  const radio = copy?.querySelector('input')
  if (!item || !copy || !radio) return null
  radio.id = 'place-selected'
  copy.querySelector('label')?.setAttribute('for', 'place-selected')
  item.after(copy)
  return radio
}

/** Keep what was chosen in sight when the focus moves to the themes. @param {Range | undefined} range */
function show(range) {
  if (!('highlights' in CSS)) return
  if (range) CSS.highlights.set('gt-chosen', new Highlight(range))
  else CSS.highlights.delete('gt-chosen')
}

let quietly = false
document.addEventListener('selectionchange', () => {
  const span = form() ? selectedSpan() : null
  if (!span) return
  choose(span)
  show(document.getSelection()?.getRangeAt(0).cloneRange())
  if (quietly) quietly = false
  else sayLater(() => `Selected: ${textOf(span)}`)
})

document.addEventListener('change', (event) => {
  const box = /** @type {HTMLInputElement} */ (event.target)
  if (box.form !== form()) return
  if (box.name === 'place') {
    show(undefined)
    document.getSelection()?.removeAllRanges()
  }
  if (box.name === 'sentiment') {
    // Arrow keys go through the radios one by one: where they stop is what is meant.
    clearTimeout(feeling)
    feeling = window.setTimeout(save, 700)
  }
})

let feeling = 0

/** Keep how it feels without anything else on the page moving. */
async function save() {
  feeling = 0
  const sentiment = form()?.querySelector('input[name="sentiment"]:checked')
  const action = form()?.action.replace(/\/codings(?=\?|$)/, '/sentiment')
  if (!action || !(sentiment instanceof HTMLInputElement)) return
  const post = { action, body: new URLSearchParams({ sentiment: sentiment.value }), again: () => form()?.submit(), keeps: true }
  try {
    const reply = await fetch(action, { method: 'POST', body: post.body })
    if (reply.ok && reply.url.includes('said=felt')) say('Kept how it feels')
    else await send(post)
  } catch {
    lost(post)
  }
}

document.addEventListener('keydown', (event) => heard(event, { region, form, places, isBusy: () => sending, whole }))

/** Select nothing: what is coded next is the whole comment. */
function whole() {
  document.getSelection()?.removeAllRanges()
  show(undefined)
  const [first] = places()
  if (first) first.checked = true
  say('The whole comment')
}

document.addEventListener('submit', (event) => {
  const sent = /** @type {HTMLFormElement} */ (event.target)
  if (!region()?.contains(sent) || sent.method !== 'post') return
  event.preventDefault()
  const pressed = /** @type {HTMLButtonElement | null} */ (event.submitter)
  const isCoding = sent === form()
  if (isCoding) {
    // The browser tells of a selection a moment later than of the key that followed it.
    const span = selectedSpan()
    if (span) choose(span)
    clearTimeout(feeling)
  }
  const body = new URLSearchParams(/** @type {any} */ (new FormData(sent, pressed)))
  void send({ action: sent.action, body, again: () => inTheOrdinaryWay(sent, pressed), keeps: !isCoding })
})

/** @param {HTMLFormElement} sent @param {HTMLButtonElement | null} pressed */
function inTheOrdinaryWay(sent, pressed) {
  if (pressed?.name) {
    const kept = document.createElement('input')
    Object.assign(kept, { type: 'hidden', name: pressed.name, value: pressed.value })
    sent.append(kept)
  }
  sent.submit()
}

/** @typedef {{ action: string, body: URLSearchParams, again: () => void, keeps: boolean }} Post `keeps`: what is ticked and not sent yet stays ticked. */

let sending = false
/** @type {Post | null} */
let unsent = null

/** Send what a form would, and draw the answer in place. @param {Post} post */
async function send(post) {
  if (sending) return
  sending = true
  unsent = null
  try {
    await draw(post, await fetch(post.action, { method: 'POST', body: post.body }))
  } catch {
    lost(post)
  } finally {
    sending = false
    heard.next()
  }
}

/** @param {Post} post @param {Response} reply */
async function draw(post, reply) {
  const drawn = new DOMParser().parseFromString(await reply.text(), 'text/html')
  const next = drawn.getElementById('coding')
  // Where it leads elsewhere, as to the page that says nothing is left, the browser goes there.
  if (reply.ok && !next) return location.assign(reply.url)
  // A refusal is a page of its own: sent again in the ordinary way, it says why.
  if (!next || (!reply.ok && reply.status !== 422)) return post.again()
  const span = selectedSpan()
  const address = new URL(reply.url)
  const isNext = reply.ok && address.pathname !== location.pathname
  const ticked = post.keeps && !isNext ? [...new FormData(form() ?? undefined).entries()] : []
  region().replaceWith(document.importNode(next, true))
  show(undefined)
  improve()
  for (const [name, value] of ticked) {
    const box = form()?.querySelector(`input[name="${name}"][value="${CSS.escape(String(value))}"]`)
    if (box instanceof HTMLInputElement) box.checked = true
  }
  if (reply.ok) {
    address.searchParams.delete('said')
    if (isNext) history.pushState(null, '', address)
    else history.replaceState(null, '', address)
  }
  report({ isDone: reply.ok, isNext, drawn })
  if (isNext) heard.forget()
  else if (span && reply.ok) {
    // The same words may speak of one more theme.
    quietly = true
    selectSpan(span)
  }
}

addEventListener('popstate', () => location.reload())

/** The connection is gone. What was chosen stays as it is, and can be sent again. @param {Post} post */
function lost(post) {
  unsent = post
  heard.forget()
  document.getElementById('not-saved')?.remove()
  const told = document.createElement('div')
  told.id = 'not-saved'
  told.className = 'gt-not-saved'
  told.setAttribute('role', 'alert')
  const text = document.createElement('p')
  text.textContent = 'Not saved: the connection is lost. What you chose is still here.'
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'nhsuk-button nhsuk-button--secondary nhsuk-button--small'
  button.textContent = 'Try again'
  button.addEventListener('click', retry)
  told.append(text, button)
  region().prepend(told)
}

function retry() {
  const post = unsent
  if (!post) return
  document.getElementById('not-saved')?.remove()
  void send(post)
}

addEventListener('online', retry)

/** @param {{ isDone: boolean, isNext: boolean, drawn: Document }} what */
function report({ isDone, isNext, drawn }) {
  const mistakes = /** @type {HTMLElement | null} */ (region().querySelector('.nhsuk-error-summary'))
  if (!isDone && mistakes) {
    mistakes.tabIndex = -1
    return mistakes.focus()
  }
  document.querySelector('.nhsuk-notification-banner')?.remove()
  words()?.focus({ preventScroll: true })
  if (isNext) region().scrollIntoView()
  const banner = drawn.querySelector('.nhsuk-notification-banner__content')?.textContent?.trim() ?? 'Done'
  const progress = document.getElementById('progress')?.textContent?.trim() ?? ''
  const text = words()?.textContent?.trim() ?? ''
  say(isNext ? `${banner}. ${progress}. ${text}` : `${banner}. ${region().querySelectorAll('.gt-codings__item').length} on this comment.`)
}

/** @returns {HTMLInputElement[]} The tick boxes that hold what was typed. */
function filterThemes() {
  const wanted = finder()?.value.trim().toLowerCase() ?? ''
  return themeBoxes().filter((box) => {
    const item = /** @type {HTMLElement | null} */ (box.closest('.gt-choice'))
    const shown = nameOf(box).toLowerCase().includes(wanted)
    if (item) item.hidden = !shown && !box.checked
    return shown
  })
}

/** @param {HTMLInputElement} box */
const nameOf = (box) => box.labels?.[0]?.textContent?.trim() ?? ''

const finder = () => /** @type {HTMLInputElement | null} */ (document.getElementById('find-theme'))

document.addEventListener('input', (event) => {
  if (event.target !== finder()) return
  const found = filterThemes()
  const [first] = found
  const many = found.length === 1 ? '1 theme' : `${found.length} themes`
  sayLater(() => (first ? `${many}. Enter codes as ${nameOf(first)}` : 'No theme has that in its name'))
})

document.addEventListener('keydown', (event) => {
  if (event.target !== finder()) return
  if (event.key === 'Escape') words()?.focus()
  if (event.key !== 'Enter') return
  event.preventDefault()
  const [first] = filterThemes()
  if (first && finder()?.value.trim()) first.checked = true
  form()?.requestSubmit()
})

/** Make the page's words and themes quicker to use. Done again whenever they are drawn again. */
function improve() {
  heard.forgetSelection()
  const text = words()
  const themes = form()?.querySelector('.gt-choices--themes')
  if (!text || !themes) return
  text.tabIndex = 0
  text.setAttribute('role', 'group')
  text.setAttribute('aria-label', 'Words to code')
  text.setAttribute('aria-describedby', 'how-to-select')
  const hint = document.createElement('p')
  hint.id = 'how-to-select'
  hint.className = 'gt-comments__about'
  hint.textContent = 'Select any words with the mouse or the arrow keys, then press the key of a theme. Press ? for all keys.'
  text.parentElement?.append(hint)
  for (const box of themeBoxes()) if (box.dataset.key) box.setAttribute('aria-keyshortcuts', box.dataset.key)

  const field = document.createElement('div')
  field.className = 'gt-find'
  const label = document.createElement('label')
  label.className = 'nhsuk-label'
  label.htmlFor = 'find-theme'
  label.textContent = 'Find a theme'
  const input = document.createElement('input')
  input.className = 'nhsuk-input'
  input.id = 'find-theme'
  input.autocomplete = 'off'
  field.append(label, input)
  themes.querySelector('.gt-choice')?.before(field)
  heard.offerSwitch()
}

improve()
