import { renderToString } from 'preact-render-to-string'
import type { Html } from './nhsuk/index.ts'

/** A piece of a page, as a string of HTML. */
export const render = (html: Html): string => renderToString(html)

/** A whole page: `renderPage(<Layout title="…">…</Layout>)`. */
export const renderPage = (page: Html): string => `<!DOCTYPE html>\n${renderToString(page)}`
