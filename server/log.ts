import type { Logger } from 'pino'
import { pino } from 'pino'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'child'>

/** One JSON line per fact on standard error, so that standard output stays free for people. */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: undefined,
    redact: ['password', 'token', 'authorization', '*.password', '*.token', '*.authorization'],
    formatters: { level: label => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  }, pino.destination({ dest: 2, sync: true }))
}
