import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export interface KeptPage {
  etag: string
  type: string
  bodies: { identity: Buffer; gzip: Buffer; br: Buffer }
  headers: Readonly<Record<string, string>>
}

/** Enough for every page of a busy installation; a visitor who makes up addresses cannot fill memory. */
const most = 2000

/** Public pages as they were last drawn, by address. They hold nothing about the visitor, so one rendering serves everyone. */
export function createPublicPages() {
  const kept = new Map<string, { slug: string; page: KeptPage }>()
  let keptOn = ''
  let cleared = 0
  let deaf = false

  const clear = (slug?: string) => {
    cleared += 1
    if (slug === undefined) kept.clear()
    else for (const [address, entry] of kept) if (entry.slug === slug) kept.delete(address)
  }

  return {
    clear,
    /** While word of changes cannot reach us, nothing is kept. */
    setDeaf(now: boolean) {
      deaf = now
      clear()
    },
    find(address: string, today: string): KeptPage | undefined {
      // At midnight in London consultations open and close by themselves.
      if (today !== keptOn) {
        clear()
        keptOn = today
      }
      return kept.get(address)?.page
    },
    /** To be asked before a page is read from the database, and given to `keep` when it is drawn. */
    moment: () => cleared,
    /** Keeps a page, unless something changed since it was read: it might already show what no longer is. */
    keep(address: string, slug: string, page: KeptPage, since: number) {
      if (deaf || since !== cleared) return
      if (kept.size >= most) kept.delete(kept.keys().next().value!)
      kept.set(address, { slug, page })
    },
  }
}

export type PublicPages = ReturnType<typeof createPublicPages>

export const htmlType = 'text/html; charset=utf-8'

export function toKeep(text: string, headers: Record<string, string>, type = htmlType): KeptPage {
  const identity = Buffer.from(text)
  // Weak, since one tag stands for the page however it is compressed.
  const etag = `W/"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`
  const br = brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  return { etag, type, headers, bodies: { identity, gzip: gzipSync(identity), br } }
}

/** What a browser gets: nothing new where it has the page already, else the smallest body it takes. */
export function answerFrom(
  page: KeptPage,
  headers: IncomingHttpHeaders,
): { status: 304 } | { status: 200; encoding: 'br' | 'gzip' | null; body: Buffer } {
  if (names(headers['if-none-match'], page.etag)) return { status: 304 }
  const accepts = headers['accept-encoding'] ?? ''
  for (const encoding of ['br', 'gzip'] as const)
    if (takes(accepts, encoding)) return { status: 200, encoding, body: page.bodies[encoding] }
  return { status: 200, encoding: null, body: page.bodies.identity }
}

// A proxy on the way may have left the mark of a weak tag out, or sent several tags.
const names = (known: string | undefined, etag: string) =>
  known !== undefined && (known.trim() === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag.slice(2)))

/** True where an Accept-Encoding (RFC 9110 section 12.5.3) names the coding and does not weigh it at nothing. */
const takes = (accepts: string, coding: string) =>
  accepts.split(',').some((part) => {
    const [name, ...weights] = part.split(';').map((word) => word.trim().toLowerCase())
    return name === coding && !weights.some((weight) => /^q=0(\.0*)?$/.test(weight))
  })
