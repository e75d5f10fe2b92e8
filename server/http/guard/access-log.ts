import type { MiddlewareHandler } from 'hono'
import type { Log } from '../../log.ts'
import type { HttpEnv } from '../env.ts'

/** One line a request, without its query (a search may hold what nobody should read in a log). */
export function accessLog(log: Pick<Log, 'debug'>): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const startedAt = performance.now()
    await next()
    log.debug({
      event: 'http.answered',
      requestId: c.get('requestId'),
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round(performance.now() - startedAt),
    }, 'request answered')
  }
}
