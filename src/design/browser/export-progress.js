// While a file is downloaded, the list of exports on this page is read again, so that how far it is shows. Without this, people reload the page.

const every = 2000
/** How often at most: half an hour of looking. */
let left = 900

const said = document.createElement('p')
said.className = 'nhsuk-u-visually-hidden'
said.setAttribute('role', 'status')
document.querySelector('main')?.append(said)
let wasUnderWay = false

async function look() {
  left -= 1
  const reply = await fetch(location.href, { credentials: 'same-origin' }).catch(() => null)
  if (reply?.ok) {
    const drawn = new DOMParser().parseFromString(await reply.text(), 'text/html').getElementById('exports')
    const shown = document.getElementById('exports')
    if (drawn && shown && drawn.innerHTML !== shown.innerHTML) shown.replaceChildren(...drawn.childNodes)
  }
  const isUnderWay = document.querySelector('#exports progress') !== null
  // Each step would be too much to hear; the end is worth it.
  if (wasUnderWay && !isUnderWay) said.textContent = document.querySelector('#exports tbody tr td:last-child')?.textContent ?? ''
  wasUnderWay = isUnderWay
  if (left > 0 && (isUnderWay || !reply)) setTimeout(look, every)
}

document.querySelector('form[data-gt-export]')?.addEventListener('submit', () => setTimeout(look, every / 2))
if (document.querySelector('#exports progress')) setTimeout(look, every)
