// A page that is kept for everyone cannot say when it was drawn, so the time it was open is counted here. Nothing is kept on the device.

const fields = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('input[name="gt-started"]'))

document.addEventListener('submit', () => {
  for (const field of fields) if (!/\./.test(field.value)) field.value = `counted-${Math.round(performance.now())}`
})
