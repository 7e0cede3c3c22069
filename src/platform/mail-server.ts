import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'

export interface Letter {
  to: string[]
  text: string
}

/** A real mail server for a test: it takes every letter, unless `manner` says otherwise for the recipient, and thinks about each for some milliseconds. */
export async function startMailServer(
  manner: { [recipient: string]: 'refuse' | 'later' | 'later, once read' | 'cut when read' | 'cut before reading' } = {},
  { milliseconds = 0 } = {},
) {
  const letters: Letter[] = []
  const says = (code: number) => Object.assign(new Error('No'), { responseCode: code })
  // The library has no word for hanging up.
  const cut = (id: string) => {
    for (const connection of server.connections as unknown as Set<{ id: string; _socket: { destroy(): void } }>)
      if (connection.id === id) connection._socket.destroy()
  }
  const server: SMTPServer = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    logger: false,
    onRcptTo({ address }, session, answer) {
      if (manner[address] === 'cut before reading') return cut(session.id)
      answer(manner[address] === 'refuse' ? says(550) : manner[address] === 'later' ? says(451) : null)
    },
    async onData(stream, session, answer) {
      const to = session.envelope.rcptTo.map(({ address }) => address)
      const words = await text(stream).catch(() => null)
      // A sender that hangs up before its last word has sent no letter.
      if (words === null) return answer(says(451))
      letters.push({ to, text: words })
      await setTimeout(milliseconds)
      if (manner[to[0]!] === 'cut when read') return cut(session.id)
      answer(manner[to[0]!] === 'later, once read' ? says(452) : null)
    },
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    letters,
    manner,
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}
