import { ScrapeError } from '../../errors.ts'

/**
 * Tries again what may pass: 5xx, 429, lost connections, time-outs. The pause between is the politeness gate's business.
 * Time-outs get two tries at most, since each has already cost the better part of a minute.
 */
export async function withRetry<Value>(attempts: number, act: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act()
    }
    catch (error) {
      if (!(error instanceof ScrapeError) || !error.retryable || isWaitTooLong(error))
        throw error
      const most = error.code === 'timeout' ? Math.min(attempts, 2) : attempts
      if (attempt >= most)
        throw error
    }
  }
}

/** The gate refused to wait: nothing was sent, and asking again at once would be refused again. */
function isWaitTooLong(error: ScrapeError): boolean {
  return error.code === 'rate-limited' && error.status === null
}
