// The coding page without this file is a form of radios and tick boxes; everything here fills in and sends that same form.

import { listWords, selectedSpan, textOf, words } from './chosen-words.js'

const said = document.createElement('p')
said.className = 'nhsuk-u-visually-hidden'
said.setAttribute('role', 'status')
document.querySelector('main')?.append(said)

/** @param {string} sentence Said by a screen reader when it has finished what it was saying. */
function say(sentence) {
  said.textContent = sentence
}

const region = () => /** @type {HTMLElement} */ (document.getElementById('coding'))
const form = () => /** @type {HTMLFormElement | null} */ (document.getElementById('code'))
const themeBoxes = () => /** @type {HTMLInputElement[]} */ ([...(form()?.querySelectorAll('input[name="themes"]') ?? [])])

/** Put the selected words into the form, as one more radio. @param {import('./chosen-words.js').Span} span */
function choose(span) {
  const radios = /** @type {HTMLInputElement[]} */ ([...(form()?.querySelectorAll('input[name="place"]') ?? [])])
  const value = `${span.start}-${span.end}`
  const radio = radios.find((one) => one.value === value && one.id !== 'place-selected') ?? selectedRadio(radios)
  if (!radio) return
  radio.checked = true
  if (radio.id !== 'place-selected') return
  radio.value = value
  const label = form()?.querySelector('label[for="place-selected"]')
  if (label) label.textContent = `“${textOf(span)}”`
}

/** @param {HTMLInputElement[]} radios */
function selectedRadio(radios) {
  const known = radios.find((radio) => radio.id === 'place-selected')
  if (known) return known
  const item = radios[0]?.closest('.nhsuk-radios__item')
  const copy = /** @type {HTMLElement | undefined} */ (item?.cloneNode(true))
  const radio = copy?.querySelector('input')
  if (!item || !copy || !radio) return null
  radio.id = 'place-selected'
  copy.querySelector('label')?.setAttribute('for', 'place-selected')
  item.parentElement?.append(copy)
  return radio
}

/** Keep what was chosen in sight when the focus moves to the themes. @param {Range | undefined} range */
function show(range) {
  if (!('highlights' in CSS)) return
  if (range) CSS.highlights.set('gt-chosen', new Highlight(range))
  else CSS.highlights.delete('gt-chosen')
}

let waiting = 0

/** Say it once the person has paused. @param {() => string} sentence */
function sayLater(sentence) {
  clearTimeout(waiting)
  waiting = window.setTimeout(() => say(sentence()), 300)
}

document.addEventListener('selectionchange', () => {
  const span = form() ? selectedSpan() : null
  if (!span) return
  choose(span)
  show(document.getSelection()?.getRangeAt(0).cloneRange())
  sayLater(() => `Selected: ${textOf(span)}`)
})

document.addEventListener('change', (event) => {
  if (/** @type {HTMLInputElement} */ (event.target).name === 'place') show(undefined)
})

// The words that a selection by keyboard began with and has come to, by their number.
let anchor = -1
let reach = -1

/** Select from one word to another, whichever comes first. */
function selectWords() {
  const all = listWords()
  const first = all[Math.min(anchor, reach)]
  const last = all[Math.max(anchor, reach)]
  if (!first || !last) return
  document
    .getSelection()
    ?.setBaseAndExtent(
      first.from.text ?? first.from.element,
      first.from.text ? first.at : 0,
      last.to.text ?? last.to.element,
      last.to.text ? last.until : last.to.element.childNodes.length,
    )
}

/** @param {KeyboardEvent} event @returns {boolean} Whether the key moved anything. */
function walk(event) {
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
  selectWords()
  return true
}

/** @returns {HTMLInputElement | null} */
const finder = () => /** @type {HTMLInputElement | null} */ (document.getElementById('find-theme'))

/** @returns {HTMLInputElement[]} The tick boxes that hold what was typed. */
function filterThemes() {
  const wanted = (finder()?.value ?? '').trim().toLowerCase()
  return themeBoxes().filter((box) => {
    const item = /** @type {HTMLElement | null} */ (box.closest('.nhsuk-checkboxes__item'))
    const shown = (item?.querySelector('label')?.textContent ?? '').toLowerCase().includes(wanted)
    if (item) item.hidden = !shown && !box.checked
    return shown
  })
}

/** @param {HTMLInputElement} box */
const nameOf = (box) => box.closest('.nhsuk-checkboxes__item')?.querySelector('label')?.textContent?.trim() ?? ''

/** @param {KeyboardEvent} event */
function handleKey(event) {
  const target = /** @type {HTMLElement} */ (event.target)
  if (event.ctrlKey || event.altKey || event.metaKey) return
  if (target.id === 'find-theme' && event.key === 'Enter') {
    event.preventDefault()
    const [first] = filterThemes()
    if (first && finder()?.value.trim()) first.checked = true
    form()?.requestSubmit()
  } else if (target.id === 'words' && form()) {
    if (event.key === 'Enter') form()?.requestSubmit()
    else if (event.key === 'Escape') document.getSelection()?.removeAllRanges()
    else if (/^[\p{L}\p{N}]$/u.test(event.key)) {
      // The letter itself arrives in the field, since that has the focus by then.
      finder()?.focus({ preventScroll: true })
      return
    } else if (!walk(event)) return
    event.preventDefault()
  }
}

/** Make the page's words and themes quicker to use. Done again whenever they are drawn again. */
function improve() {
  anchor = -1
  reach = -1
  const text = words()
  const themes = form()?.querySelector('.nhsuk-checkboxes')
  if (!text || !themes) return
  text.tabIndex = 0
  text.setAttribute('role', 'group')
  text.setAttribute('aria-label', 'Words to code')
  text.setAttribute('aria-describedby', 'how-to-select')
  const hint = document.createElement('p')
  hint.id = 'how-to-select'
  hint.className = 'gt-comments__about'
  hint.textContent =
    'Select any words. With the keyboard: arrow keys move by word, with Shift they take in more. Then type the name of a theme, and press Enter to code.'
  text.parentElement?.append(hint)

  const field = document.createElement('div')
  field.className = 'nhsuk-form-group'
  const label = document.createElement('label')
  label.className = 'nhsuk-label'
  label.htmlFor = 'find-theme'
  label.textContent = 'Find a theme'
  const input = document.createElement('input')
  input.className = 'nhsuk-input'
  input.id = 'find-theme'
  input.autocomplete = 'off'
  field.append(label, input)
  themes.before(field)
}

document.addEventListener('keydown', handleKey)
document.addEventListener('input', (event) => {
  if (/** @type {HTMLElement} */ (event.target).id !== 'find-theme') return
  const found = filterThemes()
  const [first] = found
  const many = found.length === 1 ? '1 theme' : `${found.length} themes`
  sayLater(() => (first ? `${many}. Enter codes as ${nameOf(first)}` : 'No theme has that in its name'))
})

let sending = false
document.addEventListener('submit', async (event) => {
  const sent = /** @type {HTMLFormElement} */ (event.target)
  if (!region()?.contains(sent)) return
  event.preventDefault()
  if (sending) return
  sending = true
  try {
    const body = new URLSearchParams(/** @type {any} */ (new FormData(sent)))
    const reply = await fetch(sent.action, { method: 'POST', body })
    const drawn = new DOMParser().parseFromString(await reply.text(), 'text/html')
    const next = drawn.getElementById('coding')
    // Anything but the coding page is shown as a page of its own: sent again in the ordinary way, it says why.
    if (!next || (!reply.ok && reply.status !== 422)) return sent.submit()
    region().replaceWith(document.importNode(next, true))
    show(undefined)
    improve()
    if (reply.ok) history.replaceState(null, '', new URL(reply.url).pathname)
    report(reply.ok, drawn)
  } catch {
    sent.submit()
  } finally {
    sending = false
  }
})

/** @param {boolean} done @param {Document} drawn */
function report(done, drawn) {
  const mistakes = /** @type {HTMLElement | null} */ (region().querySelector('.nhsuk-error-summary'))
  if (!done && mistakes) {
    mistakes.tabIndex = -1
    return mistakes.focus()
  }
  document.querySelector('.nhsuk-notification-banner')?.remove()
  words()?.focus({ preventScroll: true })
  const banner = drawn.querySelector('.nhsuk-notification-banner__content')?.textContent?.trim() ?? 'Done'
  say(
    `${banner}. ${region().querySelectorAll('.gt-codings__item').length} on this comment. ${document.getElementById('progress')?.textContent?.trim() ?? ''}`,
  )
}

improve()
