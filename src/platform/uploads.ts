import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Upload } from './file-types.ts'
import { megabyte } from './files.ts'
import type { Body } from './forms.ts'
import { tidyBody } from './tidy.ts'

export const maximumFiles = 20

/** More came than the route takes. */
export class TooMuch extends Error {
  statusCode = 413
  constructor(readonly largest: number) {
    super('more was sent than this form takes')
  }
}

/** So many bytes of others are in hand that one more file might be one too many. */
export class TooBusy extends Error {
  statusCode = 503
}

interface Sent {
  typed: Body
  files: Record<string, Upload[]>
}

/** What a form brought: its fields, and its files where the route takes any. Read before there is a transaction, which a slow sender would hold open. */
export async function readForm(request: FastifyRequest, reply: FastifyReply, largest: number | null): Promise<Sent> {
  if (largest === null || !request.isMultipart()) return { typed: tidyBody(request.body), files: {} }
  // A browser says beforehand how much it is about to send.
  if (Number(request.headers['content-length']) > largest + wrapping) throw new TooMuch(largest)
  return readParts(request, largest, counter(reply, largest)).catch((error) => {
    // The rest runs past and is not kept: nobody sees an answer over a connection that stands still.
    request.raw.unpipe()
    request.raw.resume()
    // What cannot be taken apart was not sent as a browser would.
    throw error.statusCode ? error : Object.assign(error, { statusCode: 400 })
  })
}

async function readParts(request: FastifyRequest, largest: number, take: (bytes: number) => void): Promise<Sent> {
  const fields = new Map<string, string[]>()
  const files = new Map<string, Upload[]>()
  for await (const part of request.parts({ limits: { ...limits, fileSize: largest + 1 } })) {
    if (part.type === 'field') {
      if (part.valueTruncated || part.fieldnameTruncated) throw new TooMuch(largest)
      const value = typeof part.value === 'string' ? part.value : JSON.stringify(part.value)
      take(value.length)
      fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), value])
      continue
    }
    const chunks: Buffer[] = []
    for await (const chunk of part.file as AsyncIterable<Buffer>) {
      take(chunk.length)
      chunks.push(chunk)
    }
    const upload: Upload = { name: part.filename ?? '', bytes: Buffer.concat(chunks), type: part.mimetype }
    // What a browser sends for a field in which nothing was chosen.
    if (upload.name === '' && upload.bytes.length === 0) continue
    files.set(part.fieldname, [...(files.get(part.fieldname) ?? []), upload])
  }
  const typed = tidyBody(Object.fromEntries([...fields].map(([name, values]) => [name, values.length === 1 ? values[0]! : values])))
  return { typed, files: Object.fromEntries(files) }
}

// What stands between the parts: names, types and boundaries.
const wrapping = megabyte
const limits = { files: maximumFiles, fields: 2000, parts: 2000 + maximumFiles, fieldNameSize: 200, fieldSize: 512 * 1024, headerPairs: 20 }

/** All the bytes of files that this process holds at one time. */
const mostInHand = 256 * megabyte
let inHand = 0

/** Counts what comes in, and lets go of it when it is answered. */
function counter(reply: FastifyReply, largest: number) {
  let taken = 0
  reply.raw.once('close', () => (inHand -= taken))
  return (bytes: number) => {
    if (taken + bytes > largest) throw new TooMuch(largest)
    if (inHand + bytes > mostInHand) throw new TooBusy('too many bytes in hand')
    taken += bytes
    inHand += bytes
  }
}
