import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'

/** The edge of the building: hands one letter to a mail server. */
export interface Postman {
  send(letter: { to: string; subject: string; text: string; messageId: string }): Promise<void>
  close(): void
}

export function smtpPostman({ smtpUrl, mailFrom }: { smtpUrl: string; mailFrom: string }): Postman {
  const transport = createTransport(
    { url: smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
    { from: mailFrom },
  )
  // The words leave us only after the server has asked for them; from the last of them on, it may have taken the letter.
  const handedOver = new Set<string>()
  transport.use('stream', (mail, done) => {
    const bytes = mail.message.createReadStream()
    async function* watched() {
      yield* bytes
      handedOver.add(String(mail.data.messageId))
    }
    mail.message.createReadStream = () => Readable.from(watched())
    done()
  })
  return {
    async send({ to, subject, text, messageId }) {
      const id = `<${messageId}@goldthread>`
      try {
        // As an object it is one address, whatever characters are in it.
        await transport.sendMail({ to: { name: '', address: to }, subject, text, messageId: id })
      } catch (error) {
        throw Object.assign(error as Error, { handedOver: handedOver.has(id) })
      } finally {
        handedOver.delete(id)
      }
    },
    close: () => transport.close(),
  }
}

/** What became of a try that failed, by how far it got: after the words were handed over and before the answer came, nobody knows. */
export function outcomeOf(error: unknown): { outcome: 'refused' | 'failed' | 'in doubt'; code: string } {
  const {
    code = '',
    command = '',
    responseCode,
    handedOver,
  } = error as { code?: string; command?: string; responseCode?: number; handedOver?: boolean }
  if (handedOver && command === 'CONN') return { outcome: 'in doubt', code }
  // Only of the recipient and of the letter itself is no a last word; a password or a sender that is not accepted is ours to put right.
  if (responseCode !== undefined)
    return { outcome: responseCode >= 500 && ['RCPT TO', 'DATA'].includes(command) ? 'refused' : 'failed', code: String(responseCode) }
  return { outcome: code === 'EENVELOPE' ? 'refused' : 'failed', code }
}
