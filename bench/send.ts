import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { type WholeAnswer, wholeAnswer } from './whole-answer.ts'

/**
 * Many people in a process of their own, so many of them at once. Each sends a form, with a word of their own in it, again and again until it is
 * acknowledged, whatever becomes of the server meanwhile. Says how far they are to the process that began it, and on standard output how it went.
 */
export interface Sending {
  port: number
  path: string
  /** The body of the form, with the place for the word of each sender. */
  form: string
  place: string
  count: number
  connections: number
}

export interface Sent {
  seconds: number
  acknowledged: { word: string; location: string; doubts: number }[]
  /** Answers that were none of ours to get, such as a fault of the server. */
  refusals: string[]
}

const { port, path, form, place, count, connections } = JSON.parse(process.argv[2] ?? '{}') as Sending
const sent: Sent = { seconds: 0, acknowledged: [], refusals: [] }
let begun = 0
let lastHeard = performance.now()
const patience = 60_000

/** One form over one connection: what came back, or null where the connection broke before it did. */
const send = (socket: Socket, request: string) =>
  new Promise<WholeAnswer | null>((resolve) => {
    let held: Buffer = Buffer.alloc(0)
    const settle = (answer: WholeAnswer | null) => {
      socket.off('data', hear).off('close', broken)
      resolve(answer)
    }
    const broken = () => settle(null)
    const hear = (part: Buffer) => {
      held = held.length ? Buffer.concat([held, part]) : part
      const answer = wholeAnswer(held)
      if (answer) settle(answer)
    }
    socket.on('data', hear).on('close', broken)
    if (socket.closed) broken()
    else socket.write(request)
  })

async function opened(): Promise<Socket> {
  for (;;) {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    try {
      await once(socket, 'connect')
      socket.on('error', () => {})
      return socket
    } catch (fault) {
      if (performance.now() - lastHeard > patience) throw fault
      await pause(100)
    }
  }
}

/** As a proxy would pass it on: each from another part of the internet, as a crowd is. */
function requestFrom(number: number, word: string) {
  const body = form.replace(place, word)
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Sec-Fetch-Site: same-origin',
    `X-Forwarded-For: 81.${(number >> 8) & 255}.${number & 255}.1`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
  ]
  return `${head.join('\r\n')}\r\n\r\n${body}`
}

async function people() {
  let socket = await opened()
  while (begun < count) {
    const number = begun++
    const word = `person-${number}`
    for (let doubts = 0; ; doubts += 1) {
      const answer = await send(socket, requestFrom(number, word))
      if (answer?.status === 303) {
        const location = /\r\nlocation: (\S+)/i.exec(answer.headers)?.[1] ?? ''
        sent.acknowledged.push({ word, location, doubts })
        lastHeard = performance.now()
        break
      }
      if (answer) {
        sent.refusals.push(answer.headers.slice(0, 200))
        break
      }
      socket.destroy()
      socket = await opened()
    }
  }
  socket.destroy()
}

const telling = setInterval(() => process.send?.(sent.acknowledged.length), 50)
const started = performance.now()
await Promise.all(Array.from({ length: connections }, people))
sent.seconds = (performance.now() - started) / 1000
clearInterval(telling)
process.stdout.write(JSON.stringify(sent))
process.disconnect?.()
