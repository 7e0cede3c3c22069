// A kiosk: clears itself after silence, goes on through a network cut, and tells staff what waits.

const silence = 60_000
const lastWarning = 30_000
const thanksFor = 10_000
const speaksEvery = 60_000

/** @typedef {{ body: string, refused?: boolean }} Waiting */

const kiosk = element('kiosk')
const asking = element('kiosk-asking')
const thanks = element('kiosk-thanks')
const quiet = element('kiosk-quiet')
const line = element('kiosk-waiting')
const shelf = `goldthread ${location.pathname}`

/** @param {string} id */
function element(id) {
  const found = document.getElementById(id)
  if (!found) throw new Error(`The kiosk has no ${id}`)
  return found
}

// The page as it came, for the next person.
const fresh = asking.innerHTML

/** What waits to be sent, in the order it was given. It outlasts the page and the tablet's battery.
 * @returns {Waiting[]} */
function waiting() {
  return JSON.parse(localStorage.getItem(shelf) ?? '[]')
}

/** @param {Waiting[]} those */
function keep(those) {
  localStorage.setItem(shelf, JSON.stringify(those))
  const count = those.length
  line.textContent =
    count === 0 ? '' : `For staff: ${count} ${count === 1 ? 'set of answers waits' : 'sets of answers wait'} on this tablet to be sent.`
}

/** Send form fields; null where nobody answered.
 * @param {string} address
 * @param {string} body */
async function post(address, body) {
  try {
    return await fetch(address, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body })
  } catch {
    return null
  }
}

let sending = false

/** Send what waits, one after another, until the network fails again. What is refused stays, for staff. */
async function sendWaiting() {
  if (sending) return
  sending = true
  try {
    for (let next = waiting().find(({ refused }) => !refused); next; next = waiting().find(({ refused }) => !refused)) {
      const { body } = next
      const reply = await post(location.pathname, body)
      // A server in trouble may take it later; one that says no will say so again.
      if (!reply || reply.status >= 500 || reply.status === 429) break
      keep(
        reply.ok
          ? waiting().filter((one) => one.body !== body)
          : waiting().map((one) => (one.body === body ? { body, refused: true } : one)),
      )
    }
  } finally {
    sending = false
  }
}

async function speak() {
  await sendWaiting()
  const all = waiting()
  const refused = all.filter((one) => one.refused).length
  await post(kiosk.dataset.state ?? '', new URLSearchParams({ waiting: String(all.length - refused), refused: String(refused) }).toString())
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer

function stillHere() {
  quiet.hidden = true
  clearTimeout(timer)
  timer = setTimeout(ask, silence)
}

function ask() {
  if (!isTouched()) return stillHere()
  quiet.hidden = false
  element('kiosk-stay').focus()
  timer = setTimeout(clear, lastWarning)
}

/** True where the last person left anything behind: words, a tick, their thanks. */
function isTouched() {
  if (!thanks.hidden) return true
  if (asking.querySelector('.nhsuk-error-summary')) return true
  const { elements } = form()
  return [...elements].some((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value !== ''
    if (field instanceof HTMLSelectElement) return field.selectedIndex > 0
    if (!(field instanceof HTMLInputElement) || field.type === 'hidden') return false
    return field.type === 'radio' || field.type === 'checkbox' ? field.checked : field.value !== ''
  })
}

const form = () => /** @type {HTMLFormElement} */ (element('kiosk-form'))

/** Ready for the next person, with a new key. */
function clear() {
  draw(fresh)
  const key = form().elements.namedItem('sending-key')
  if (key instanceof HTMLInputElement) key.value = crypto.randomUUID()
  thanks.hidden = true
  asking.hidden = false
  stillHere()
  window.scrollTo(0, 0)
}

/** @param {string} html */
function draw(html) {
  asking.innerHTML = html
  form().addEventListener('submit', send)
  asking.querySelector('form[method="get"]')?.addEventListener('submit', (event) => {
    event.preventDefault()
    clear()
  })
}

/** @param {SubmitEvent} event */
async function send(event) {
  event.preventDefault()
  const button = form().querySelector('button')
  if (button) button.disabled = true
  const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' })
  const fields = [...new FormData(form())].map(([name, value]) => [name, name === 'given-on' ? today : String(value)])
  const body = new URLSearchParams(fields).toString()
  // Kept before it is sent, so that nothing is lost should the network or the tablet fail in the middle.
  keep([...waiting(), { body }])
  const reply = await post(location.pathname, body)
  if (reply && reply.status === 422) {
    keep(waiting().filter((one) => one.body !== body))
    showMistakes(await reply.text())
    return
  }
  if (reply?.ok) keep(waiting().filter((one) => one.body !== body))
  // Refused, as after an early closing: kept for staff, and nobody is thanked for what was not taken.
  const refused = reply !== null && !reply.ok && reply.status < 500 && reply.status !== 429
  element('kiosk-taken').hidden = refused
  element('kiosk-not-taken').hidden = !refused
  asking.hidden = true
  thanks.hidden = false
  thanks.focus()
  clearTimeout(timer)
  timer = setTimeout(clear, thanksFor)
  void speak()
}

/** @param {string} html */
function showMistakes(html) {
  const again = new DOMParser().parseFromString(html, 'text/html').getElementById('kiosk-asking')
  draw(again?.innerHTML ?? fresh)
  const summary = asking.querySelector('.nhsuk-error-summary')
  if (summary instanceof HTMLElement) {
    summary.tabIndex = -1
    summary.focus()
  }
  stillHere()
}

draw(fresh)
element('kiosk-stay').addEventListener('click', stillHere)
for (const act of ['pointerdown', 'keydown', 'input']) document.addEventListener(act, () => quiet.hidden && thanks.hidden && stillHere())
window.addEventListener('online', () => void speak())
// The way back leads nowhere, and what was typed is not there when it is taken.
history.pushState(null, '')
window.addEventListener('popstate', () => history.pushState(null, ''))
window.addEventListener('pageshow', (event) => event.persisted && clear())
keep(waiting())
stillHere()
void speak()
setInterval(() => void speak(), speaksEvery)
