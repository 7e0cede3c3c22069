import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { findToAnswer } from '#capabilities/consultations'
import { slots } from '../src/app.ts'
import { serveGoldthread } from '../src/platform/another-goldthread.ts'
import { bareRate, rowsOfOneResponse } from './bare-write.ts'
import { answers, openConsultation } from './consultation.ts'
import { openHouse } from './house.ts'
import { median } from './measure.ts'
import { broken, readBack } from './read-back.ts'
import type { Sending, Sent } from './send.ts'
import { signIn } from './staff.ts'

const connections = 32

/**
 * A crisis: thousands answer at once while staff work, and in the middle the process is killed and started again. Against the bare write of the
 * same rows. Fails where an acknowledged response is lost, anything is there twice or by half, or anybody gets an error.
 */
export async function benchmark({ short }: { short: boolean }) {
  const count = 20_000
  const house = await openHouse(slots, { lasting: true })
  // Whoever ends us ends what we began.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  try {
    const page = await openConsultation(house)
    const { consultation } = await house.within(({ db }) => findToAnswer(db, 'clinic'))
    const T0 = performance.now(); const say = (x: string) => console.error(((performance.now() - T0) / 1000).toFixed(1), x); const begin = (port: string) => serveGoldthread({ ...house.surroundings, GOLDTHREAD_LOG: 'warn' }, ['--port', port], (line) => say(line.slice(0, 160)))
    let served = await begin('0')
    process.once('exit', () => served.child.kill('SIGKILL'))
    const { port } = new URL(served.address)
    const { day } = await signIn(house, served.address, consultation.surveyId)

    const place = 'Thank+you+for+asking+us.'
    const burst = sending({ port: Number(port), path: `${page}/respond`, form: answers, place, count, connections })
    let isOver = false
    const working = day(() => isOver)
    await burst.untilAcknowledged(count / 2)
    const away = { from: performance.now(), to: 0 }
say("kill");    await served.end('SIGKILL');say("dead")
    served = await begin(port)
    away.to = performance.now()
    const sent = await burst.end()
say("sent");    isOver = true
    const work = await working
    say("staff done");await served.end('SIGTERM')

say("stopped");    const found = await readBack(house)
say("read");    const faults = broken({ count, sent, found, work, away })
    if (faults.length > 0) throw new Error(`Promises broken:\n${faults.join('\n')}`)

    const secondsAway = (away.to - away.from) / 1000
    const ours = count / (sent.seconds - secondsAway)
    const bare = await bareRate(house, await rowsOfOneResponse(house), short ? 2 : 5)
    const doubts = sent.acknowledged.reduce((sum, one) => sum + one.doubts, 0)
    return {
      name: 'burst',
      ratio: Math.round((ours / bare) * 1000) / 1000,
      unit: 'responses a second',
      ours: Math.round(ours),
      bare: Math.round(bare),
      runs: 1,
      notes: [
        `${count} responses to twelve questions over ${connections} connections; read back = acknowledged = ${found.responses - found.again}`,
        `killed once (kill -9), back after ${secondsAway.toFixed(1)} seconds, which are not counted; of ${doubts} in doubt ${found.again} were there already`,
        `staff meanwhile: ${work.took.length} requests, half within ${Math.round(median(work.took))} ms, all within ${Math.round(Math.max(...work.took))} ms`,
        'bare: the same rows, an INSERT for each table, one transaction, a pool as large, nothing else at work',
      ].join('; '),
    }
  } finally {
    await house.close()
  }
}

/** People in a process of their own. */
function sending(how: Sending) {
  const people = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('send.ts', import.meta.url)), JSON.stringify(how)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const ended = Promise.all([text(people.stdout!), once(people, 'exit')])
  let acknowledged = 0
  people.on('message', (soFar) => (acknowledged = Number(soFar)))
  process.once('exit', () => people.kill())
  return {
    async untilAcknowledged(count: number) {
      while (acknowledged < count && people.exitCode === null) await setTimeout(20)
    },
    async end(): Promise<Sent> {
      const [said, [code]] = await ended
      if (code !== 0) throw new Error('Those who sent answers came back without having sent them all')
      return JSON.parse(said) as Sent
    },
  }
}
console.log(await benchmark({ short: true }))
