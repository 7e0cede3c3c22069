// What a screen reader says on the coding page, when it has finished what it was saying.

const said = document.createElement('p')
said.className = 'nhsuk-u-visually-hidden'
said.setAttribute('role', 'status')
document.querySelector('main')?.append(said)

/** @param {string} sentence */
export function say(sentence) {
  clearTimeout(waiting)
  said.textContent = sentence
}

let waiting = 0

/** Say it once the person has paused. @param {() => string} sentence */
export function sayLater(sentence) {
  clearTimeout(waiting)
  waiting = window.setTimeout(() => say(sentence()), 300)
}
