import { createHash } from 'node:crypto'
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

  const clear = (slug?: string) => {
    if (slug === undefined) kept.clear()
    else for (const [address, entry] of kept) if (entry.slug === slug) kept.delete(address)
  }

  return {
    clear,
    find(address: string, today: string): KeptPage | undefined {
      // At midnight in London consultations open and close by themselves.
      if (today !== keptOn) {
        clear()
        keptOn = today
      }
      return kept.get(address)?.page
    },
    keep(address: string, slug: string, page: KeptPage) {
      if (kept.size >= most) kept.delete(kept.keys().next().value!)
      kept.set(address, { slug, page })
    },
  }
}

export type PublicPages = ReturnType<typeof createPublicPages>

export function toKeep(html: string, headers: Record<string, string>): KeptPage {
  const identity = Buffer.from(html)
  const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`
  const br = brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  return { etag, type: 'text/html; charset=utf-8', headers, bodies: { identity, gzip: gzipSync(identity), br } }
}

/** Which body to send, by what the browser accepts. */
export function bodyFor(page: KeptPage, accepts: string | undefined): { encoding: 'br' | 'gzip' | null; body: Buffer } {
  if (accepts?.includes('br')) return { encoding: 'br', body: page.bodies.br }
  if (accepts?.includes('gzip')) return { encoding: 'gzip', body: page.bodies.gzip }
  return { encoding: null, body: page.bodies.identity }
}
