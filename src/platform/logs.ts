import pino, { type Logger } from 'pino'
import type { Configuration } from './configuration.ts'

/** Lines of JSON on standard error. Nothing a person typed goes in: callers give ids, counts and codes. */
export const createLog = (level: Configuration['logLevel']): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ fd: 2, sync: true }))
