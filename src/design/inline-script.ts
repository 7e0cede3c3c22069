import { createHash } from 'node:crypto'

/** The one inline script: nhsuk-frontend needs these classes on the body before anything is drawn. Its text is that of the package's own template. */
export const inlineScript =
  "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' nhsuk-frontend-supported' : '');"

/** The Content-Security-Policy source that allows exactly that script, to be put between single quotes. */
export const inlineScriptHash = `sha256-${createHash('sha256').update(inlineScript).digest('base64')}`
