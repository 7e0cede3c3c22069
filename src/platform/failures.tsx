import { randomInt } from 'node:crypto'
import type { Logger } from 'pino'
import { CommitInDoubt } from './db.ts'
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
    return failurePage(
      403,
      'You cannot do that',
      <p>Your role does not allow this. Ask an administrator of your organisation if you think it should.</p>,
      { typed },
    )
  if (error instanceof Refused) return failurePage(409, error.message, <p>Nothing was changed.</p>, { typed })

  // What was asked for by an id that is none is not there.
  if (isPostgres(error) && error.code === '22P02' && /\buuid\b/.test(error.message)) return notFound(typed)

  const reference = newReference()
  log.error({ reference, ...faultOf(error) }, 'a request failed')
  if (error instanceof CommitInDoubt)
    return failurePage(
      503,
      'Sorry, the service stopped while it was saving',
      <p>We cannot tell whether what you sent was saved. Look for it before you send it again.</p>,
      { reference, typed },
    )
  if (isOutage(error))
    return failurePage(503, 'Sorry, the service is not available', <p>Try again in a few minutes. Nothing was saved.</p>, {
      reference,
      typed,
    })
  return failurePage(500, 'Sorry, there is a problem with the service', <p>Try again later. Nothing was saved.</p>, { reference, typed })
}

export const notFound = (typed?: Body): PageReply =>
  failurePage(
    404,
    'Page not found',
    <p>Check that the web address is complete and correct. The page may have moved, or it may not be for you to see.</p>,
    { typed },
  )

/**
 * What may be written down of a fault: its kind, its code, and where in our code it was. A message may repeat what someone typed (a database's
 * does, a parser's does), so only those are kept that the language itself makes about our code.
 */
export function faultOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { fault: typeof error }
  const { code } = error as { code?: unknown }
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => frame.test(line))
    .slice(0, 12)
  const spoken = error instanceof TypeError || error instanceof ReferenceError
  return {
    fault: error.name,
    ...(typeof code === 'string' && { code }),
    ...(spoken && { message: error.message }),
    frames,
    ...(error.cause !== undefined && { cause: faultOf(error.cause) }),
  }
}

// Lines of the message stand in the stack as well, and might begin with "at" too.
const frame = /^ {4}at (?:[\w$.<>[\] #]+ \()?(?:async )?(?:file:\/\/|node:|\/|<anonymous>)[^ ]*\)?$/

const isPostgres = (error: unknown): error is Error & { code: string } => error instanceof Error && 'severity' in error && 'code' in error

// Class 08: connection; 57P: the server is stopping or starting; 53: out of connections or disk; the others: it was too busy for us.
const isOutage = (error: unknown) => {
  const code = String((error as { code?: unknown }).code ?? '')
  return (
    /^(08|57P|53|40001|40P01|55P03)/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'].includes(code) ||
    /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable/.test(
      String((error as Error).message),
    )
  )
}
