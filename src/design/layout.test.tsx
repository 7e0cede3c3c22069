import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inlineScript, Layout, type LayoutProps, renderPage } from './index.ts'

const organisation = { name: 'NHS Northmoor Integrated Care Board', href: '/northmoor' }
const page = (props: Partial<LayoutProps> = {}) =>
  renderPage(
    <Layout title="Clinics" organisation={organisation} {...props}>
      <p>Content</p>
    </Layout>,
  )

test('the title says the mistake, the page and the organisation, in that order', () => {
  assert.match(page(), /<title>Clinics – NHS Northmoor Integrated Care Board<\/title>/)
  assert.match(page({ error: true }), /<title>Error: Clinics – /)
  assert.match(page({ organisation: undefined }), /<title>Clinics – Goldthread<\/title>/)
})

test('the header has the organisation’s own name, and says NHS once', () => {
  assert.match(page(), /aria-label="NHS Northmoor Integrated Care Board homepage"/)
  assert.match(page(), /href="\/northmoor"/)
})

test('the language of the page is declared, and the skip link lands on the content', () => {
  assert.match(page({ lang: 'cy' }), /^<!DOCTYPE html>\n<html lang="cy">/)
  assert.match(page(), /href="#maincontent"[\s\S]*<main[^>]* id="maincontent"/)
})

test('the only inline script is the one that the policy allows', () => {
  const inline = [...page({ scripts: ['start'] }).matchAll(/<script>([\s\S]*?)<\/script>/g)].map((match) => match[1])
  assert.deepEqual(inline, [inlineScript])
})

test('the part being shown is marked, and signing out is a form', () => {
  const html = page({
    shell: 'desk',
    navigation: [
      { text: 'Plan', href: '/plan' },
      { text: 'Ask', href: '/ask', current: true },
    ],
    account: { name: 'Amy Shah', signOut: '/sign-out' },
  })
  assert.equal(html.match(/aria-current="page"/g)?.length, 1)
  assert.match(html, /aria-current="page">\s*<strong[^>]*>Ask/)
  assert.match(html, /<form[^>]* action="\/sign-out" method="post"[\s\S]*<button[^>]*>\s*Sign out/)
})

test('a success banner is announced', () => {
  assert.match(
    page({ banner: { success: true, text: 'Saved' } }),
    /nhsuk-notification-banner--success[^>]*role="alert"|role="alert"[\s\S]*Saved/,
  )
})
