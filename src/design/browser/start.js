import { initAll } from 'nhsuk-frontend'

// The drop zone is a button whose name is not what stands on it (WCAG 2.5.3): files are chosen with the browser's own field instead.
for (const upload of document.querySelectorAll('[data-module="nhsuk-file-upload"]')) upload.removeAttribute('data-module')

initAll()
