import pino from 'pino'
import { frontPage, slots } from '../src/app.ts'
import { createServer } from '../src/platform/server.tsx'
import { bareRate, rowsOfOneResponse } from './bare-write.ts'
import { answers, openConsultation } from './consultation.ts'
import { openHouse } from './house.ts'
import { measure } from './measure.ts'
import { portOf, rateOf } from './visitor.ts'

/** A response of twelve answers sent to the public form, on the disk before it is acknowledged, against the bare write of the same rows. */
export async function benchmark({ short }: { short: boolean }) {
  const house = await openHouse(slots, { lasting: true })
  const server = await createServer({ database: house.database, slots, log: pino({ level: 'silent' }), frontPage })
  try {
    const form = `${await openConsultation(house)}/respond`
    await server.fastify.listen({ port: 0, host: '127.0.0.1' })
    const port = portOf(server.fastify.server.address())
    const head = [
      'Host: 127.0.0.1',
      'Sec-Fetch-Site: same-origin',
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${answers.length}`,
    ]
    const request = `POST ${form} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n${answers}`
    const seconds = short ? 2 : 5
    await rateOf(port, { request, status: 303, seconds: 0 })
    const rows = await rowsOfOneResponse(house)

    return await measure({
      name: 'respond',
      unit: 'responses a second',
      runs: short ? 3 : 7,
      notes: `twelve questions, ${rows.length} rows a response, durably committed, 32 at once; bare: an INSERT for each table, one transaction, the same pool`,
      ours: () => rateOf(port, { request, status: 303, seconds }),
      bare: () => bareRate(house, rows, seconds),
    })
  } finally {
    await server.fastify.close()
    await house.close()
  }
}
