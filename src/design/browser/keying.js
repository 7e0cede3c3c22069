// Typing paper forms by keyboard alone: a digit chooses that answer, Control and Enter save.

const form = document.querySelector('form.gt-keying')

/** The answers that the focus stands among.
 * @param {Element} at
 * @returns {HTMLInputElement[]} */
function answersAround(at) {
  const group = at.closest('fieldset')
  return group ? [...group.querySelectorAll('input')].filter(({ type }) => type === 'radio' || type === 'checkbox') : []
}

form?.addEventListener('keydown', (event) => {
  if (!(event instanceof KeyboardEvent) || !(event.target instanceof HTMLElement)) return
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    if (form instanceof HTMLFormElement) form.requestSubmit()
    return
  }
  const choosing = event.target instanceof HTMLInputElement && (event.target.type === 'radio' || event.target.type === 'checkbox')
  if (!choosing || event.ctrlKey || event.altKey || event.metaKey) return
  const answers = answersAround(event.target)
  const answer = /^[1-9]$/.test(event.key) ? answers[Number(event.key) - 1] : undefined
  if (answer) {
    event.preventDefault()
    answer.click()
    answer.focus()
  } else if (event.key === '0') {
    // Nothing is ticked on the paper after all.
    event.preventDefault()
    for (const one of answers) one.checked = false
  }
})
