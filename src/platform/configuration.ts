import { isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { StartFault } from './errors.ts'

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const environment = z.object({
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')),
  GOLDTHREAD_DATA: optional(z.string()),
  GOLDTHREAD_URL: optional(
    z.url({ protocol: /^https?$/, error: 'must be the address people use, such as https://involve.example.nhs.uk' }),
  ),
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')),
  MAIL_FROM: optional(z.string().includes('@', { error: 'must be an email address' })),
  GOLDTHREAD_LOG: optional(z.enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'must be debug, info, warn, error or silent' })),
})

export interface Configuration {
  /** A PostgreSQL server's address; without one the embedded database in `dataFolder` is used. */
  databaseUrl: string | undefined
  dataFolder: string
  /** The address in mailed links, without a slash at the end; when absent, the one served at. */
  publicUrl: string | undefined
  smtpUrl: string | undefined
  mailFrom: string
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** Read once, at the start. A mistake stops the program with a sentence, not a stack. */
export function readConfiguration(variables: NodeJS.ProcessEnv): Configuration {
  const parsed = environment.safeParse(variables)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new StartFault(`The setting ${String(issue?.path[0])} ${issue?.message}.`)
  }
  const { DATABASE_URL, GOLDTHREAD_DATA = 'data', GOLDTHREAD_URL, SMTP_URL, MAIL_FROM, GOLDTHREAD_LOG } = parsed.data
  if (SMTP_URL && !MAIL_FROM)
    throw new StartFault('The setting MAIL_FROM is missing: with SMTP_URL set, say which address mail comes from.')
  return {
    databaseUrl: DATABASE_URL,
    dataFolder: isAbsolute(GOLDTHREAD_DATA) ? GOLDTHREAD_DATA : join(projectFolder, GOLDTHREAD_DATA),
    publicUrl: GOLDTHREAD_URL?.replace(/\/$/, ''),
    smtpUrl: SMTP_URL,
    mailFrom: MAIL_FROM ?? 'goldthread@localhost',
    logLevel: GOLDTHREAD_LOG ?? 'info',
  }
}
