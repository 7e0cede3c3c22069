import { once } from 'node:events'
import { createServer as createBareServer } from 'node:http'
import pino from 'pino'
import { frontPage, slots } from '../src/app.ts'
import { createServer } from '../src/platform/server.tsx'
import { openConsultation } from './consultation.ts'
import { openHouse } from './house.ts'
import { measure } from './measure.ts'
import { portOf, rateOf } from './visitor.ts'

/** The public page of a consultation, against a bare Node server that sends the same bytes. */
export async function benchmark({ short }: { short: boolean }) {
  const house = await openHouse(slots)
  const ours = await createServer({ database: house.database, slots, log: pino({ level: 'silent' }), frontPage })
  const bare = createBareServer()
  try {
    const page = await openConsultation(house)
    await ours.fastify.listen({ port: 0, host: '127.0.0.1' })
    const port = portOf(ours.fastify.server.address())

    const sent = await fetch(`http://127.0.0.1:${port}${page}`, { headers: { 'accept-encoding': 'identity' } })
    const body = Buffer.from(await sent.arrayBuffer())
    if (sent.status !== 200) throw new Error(`The page answers ${sent.status}`)
    const headers = Object.fromEntries([...sent.headers].filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name)))
    bare.on('request', (_, answer) => answer.writeHead(200, headers).end(body))
    bare.listen(0, '127.0.0.1')
    await once(bare, 'listening')

    const asking = { request: `GET ${page} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`, status: 200, seconds: short ? 2 : 5 }
    return await measure({
      name: 'show',
      unit: 'pages a second',
      runs: short ? 3 : 7,
      notes: `one page of ${body.length} bytes, 32 connections from another process; bare: node:http sending the same headers and bytes`,
      ours: () => rateOf(port, asking),
      bare: () => rateOf(portOf(bare.address()), asking),
    })
  } finally {
    bare.close()
    await ours.fastify.close()
    await house.close()
  }
}
