import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { wholeAnswer } from './whole-answer.ts'

/**
 * A visitor in a process of its own: sends one request again and again over so many connections, each waiting for its answer,
 * and says on standard output how many whole answers a second came back. Its work is not the server's.
 */
interface Knocking {
  port: number
  /** The whole request, as it goes over the wire. */
  request: string
  status: number
  connections: number
  seconds: number
}

const { port, request, status, connections, seconds } = JSON.parse(process.argv[2] ?? '{}') as Knocking
const bytes = Buffer.from(request)
let answered = 0
let until = 0

async function knock(socket: Socket) {
  let held: Buffer = Buffer.alloc(0)
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('The server hung up')))
    socket.on('data', (part) => {
      held = held.length ? Buffer.concat([held, part as Buffer]) : (part as Buffer)
      const answer = wholeAnswer(held)
      if (!answer) return
      if (answer.status !== status) return void reject(new Error(`Expected ${status}, got ${answer.headers.slice(0, 200)}`))
      held = held.subarray(answer.length)
      answered += 1
      if (performance.now() < until) socket.write(bytes)
      else resolve()
    })
    socket.write(bytes)
  })
  socket.removeAllListeners('close')
  socket.destroy()
}

const sockets = await Promise.all(
  Array.from({ length: connections }, async () => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    await once(socket, 'connect')
    return socket
  }),
)
const started = performance.now()
until = started + seconds * 1000
await Promise.all(sockets.map(knock))
console.log((answered / (performance.now() - started)) * 1000)
