// Works out the task that a form has to bring while robots come in numbers: a number that, behind the task, gives a SHA-256 with so many
// leading bits of nought. Where the browser cannot, the page says how long to wait, and that works too.

const form = /** @type {HTMLFormElement | null} */ (document.getElementById('challenge'))
const says = document.getElementById('challenge-says')
const atOnce = 256
const encoder = new TextEncoder()

/** @param {ArrayBuffer} digest */
function leadingZeros(digest) {
  const bytes = new Uint8Array(digest)
  const first = bytes.findIndex((byte) => byte !== 0)
  return first === -1 ? 256 : first * 8 + Math.clz32(bytes[first] ?? 0) - 24
}

/** @param {string} challenge @param {number} bits @returns {Promise<number>} */
async function workOut(challenge, bits) {
  for (let from = 0; ; from += atOnce) {
    const digests = await Promise.all(
      Array.from({ length: atOnce }, (_, at) => crypto.subtle.digest('SHA-256', encoder.encode(`${challenge}:${from + at}`))),
    )
    const found = digests.findIndex((digest) => leadingZeros(digest) >= bits)
    if (found !== -1) return from + found
  }
}

async function begin() {
  const proof = form?.querySelector('input[name="gt-proof"]')
  if (!form || !says || !(proof instanceof HTMLInputElement) || !globalThis.crypto?.subtle) return
  let isDone = false
  form.addEventListener('submit', (event) => {
    if (!isDone) event.preventDefault()
  })
  says.textContent = 'We are checking that you are a person. It takes a few seconds. Your answers are then sent by themselves.'
  proof.value = String(await workOut(form.dataset.challenge ?? '', Number(form.dataset.bits)))
  isDone = true
  says.textContent = 'Sending your answers.'
  form.submit()
}

void begin()
