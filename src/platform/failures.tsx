import { randomInt } from 'node:crypto'
import type { Logger } from 'pino'
import { NotAllowed, NotFound, Refused } from './errors.ts'
import type { Body } from './forms.ts'
import { failurePage } from './shell.tsx'
import type { PageReply } from './web.tsx'

const letters = 'BCDFGHJKLMNPQRSTVWXZ23456789'

/** Eight letters and digits that are not taken for each other on the telephone. */
const newReference = () => Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')

/** What someone sees when their request could not be done. Ours are logged with a reference, without any personal data. */
export function explain(error: unknown, log: Logger, typed?: Body): PageReply {
  if (error instanceof NotFound) return notFound(typed)
  if (error instanceof NotAllowed)
    return failurePage(403, 'You cannot do that', <p>Your role does not allow this. Ask an administrator of your organisation if you think it should.</p>, { typed })
  if (error instanceof Refused) return failurePage(409, error.message, <p>Nothing was changed.</p>, { typed })

  const reference = newReference()
  log.error({ reference, ...faultOf(error) }, 'a request failed')
  if (isOutage(error))
    return failurePage(503, 'Sorry, the service is not available', <p>Try again in a few minutes. Nothing was saved.</p>, { reference, typed })
  return failurePage(500, 'Sorry, there is a problem with the service', <p>Try again later. Nothing was saved.</p>, { reference, typed })
}

export const notFound = (typed?: Body): PageReply =>
  failurePage(404, 'Page not found', <p>Check that the web address is complete and correct. The page may have moved, or it may not be for you to see.</p>, { typed })

/** A database's own message may repeat what someone typed, so of those only the code and the place in our code are kept. */
export function faultOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { fault: typeof error }
  const code = (error as { code?: unknown }).code
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at ')).slice(0, 12)
  const own = typeof code === 'string' && 'severity' in error
  return { fault: error.name, code, ...(!own && { message: error.message }), frames, ...(error.cause !== undefined && { cause: faultOf(error.cause) }) }
}

// Class 08: connection; 57P: the server is stopping or starting; 53: out of connections or disk.
const isOutage = (error: unknown) => {
  const code = String((error as { code?: unknown }).code ?? '')
  return /^(08|57P|53)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'].includes(code) || /timeout exceeded when trying to connect|Connection terminated/.test(String((error as Error).message))
}
