import assert from 'node:assert/strict'
import type { Workplace } from '../src/platform/commands.ts'
import type { Body } from '../src/platform/forms.ts'
import type { Server } from '../src/platform/server.tsx'
import type { Slots } from '../src/platform/slots.ts'

export interface Telling {
  slug: string
  server: Server
  place: Workplace
  slots: Slots
  /** Cookies of two members of staff who may do everything: what two people type is compared. */
  staff: [string, string]
}

export type Files = Record<string, { name: string; bytes: Uint8Array }>

/** As a member of staff sits at a browser: what is posted is taken. */
export function visiting({ server, staff: [first] }: Telling) {
  const get = (url: string, cookie = first) => server.fastify.inject({ url, headers: { cookie } })
  const post = async (url: string, typed: Body, files: Files = {}, cookie = first) => {
    const form = Object.keys(files).length > 0 ? new FormData() : new URLSearchParams()
    for (const [name, values] of Object.entries(typed)) for (const value of [values].flat()) form.append(name, value)
    for (const [field, { name, bytes }] of Object.entries(files)) (form as FormData).append(field, new Blob([new Uint8Array(bytes)]), name)
    const sent = new Response(form)
    const headers = { cookie, 'sec-fetch-site': 'same-origin', 'content-type': sent.headers.get('content-type') ?? '' }
    const reply = await server.fastify.inject({ method: 'POST', url, headers, payload: Buffer.from(await sent.arrayBuffer()) })
    assert.ok(
      reply.statusCode < 400,
      `${url}: ${reply.statusCode} ${/gt-error[\s\S]{0,2000}|error-summary[\s\S]{0,2000}/.exec(reply.body)?.[0] ?? reply.body}`,
    )
    return reply
  }
  return { get, post }
}

/** A date as the three parts of its field. */
export const on = (name: string, date: string) => {
  const [year, month, day] = date.split('-').map(Number)
  return { [`${name}-day`]: String(day), [`${name}-month`]: String(month), [`${name}-year`]: String(year) }
}
