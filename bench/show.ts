import { once } from 'node:events'
import { createServer as createBareServer, get, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import pino from 'pino'
import { frontPage, slots } from '../src/app.ts'
import { createServer } from '../src/platform/server.tsx'
import { openConsultation } from './consultation.ts'
import { openHouse } from './house.ts'
import { measure } from './measure.ts'
import { portOf, rateOf } from './visitor.ts'

// As browsers ask.
const accepts = 'gzip, deflate, br, zstd'

/** The public page of a consultation, compressed, against a bare Node server that sends the same bytes. */
export async function benchmark({ short }: { short: boolean }) {
  const house = await openHouse(slots)
  const ours = await createServer({ database: house.database, slots, log: pino({ level: 'silent' }), frontPage })
  const bare = createBareServer()
  try {
    const page = await openConsultation(house)
    await ours.fastify.listen({ port: 0, host: '127.0.0.1' })
    const port = portOf(ours.fastify.server.address())

    const sent = await asSent(port, page)
    if (sent.status !== 200 || sent.headers['content-encoding'] !== 'br')
      throw new Error(`The page answers ${sent.status}, or is not compressed`)
    const headers = Object.fromEntries(
      Object.entries(sent.headers).filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name)),
    )
    bare.on('request', (_, answer) => answer.writeHead(200, headers).end(sent.body))
    bare.listen(0, '127.0.0.1')
    await once(bare, 'listening')
    const barely = await asSent(portOf(bare.address()), page)
    if (!barely.body.equals(sent.body) || barely.headers['content-encoding'] !== 'br') throw new Error('The two sides send something else')

    const asking = {
      request: `GET ${page} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: ${accepts}\r\n\r\n`,
      status: 200,
      seconds: short ? 2 : 5,
    }
    return await measure({
      name: 'show',
      unit: 'pages a second',
      runs: short ? 3 : 7,
      notes: `one page of ${sent.body.length} bytes (Brotli), 32 connections from another process; bare: node:http sending the same headers and bytes`,
      ours: () => rateOf(port, asking),
      bare: () => rateOf(portOf(bare.address()), asking),
    })
  } finally {
    bare.close()
    await ours.fastify.close()
    await house.close()
  }
}

/** An answer with its body as it goes over the wire. */
async function asSent(port: number, path: string) {
  const [answer] = (await once(get({ port, host: '127.0.0.1', path, headers: { 'accept-encoding': accepts } }), 'response')) as [
    IncomingMessage,
  ]
  return { status: answer.statusCode, headers: answer.headers, body: await buffer(answer) }
}
