import type { MiddlewareHandler } from 'hono'
import type { HttpEnv } from '../env.ts'
import type { TrustedHosts } from './trusted-hosts.ts'
import { tell } from '../../contract/told.ts'
import { problem } from '../problem.ts'

/** The host a client asked for. In a test's `app.request('/path')` only the URL tells it. */
export function askedHost(c: { req: { header: (name: string) => string | undefined, url: string } }): string {
  return c.req.header('host') ?? new URL(c.req.url).host
}

/**
 * 421 for a host that is not ours, in the `Host` header or in an absolute request target (RFC 9112 §3.2.2).
 * `/healthz` is exempt: probes ask by address, and its answer tells nothing.
 */
export function guardHost(hosts: TrustedHosts): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    if (c.req.path !== '/healthz' && !(hosts.isTrusted(askedHost(c)) && hosts.isTrusted(new URL(c.req.url).host)))
      return problem(c, 'misdirected-host', { told: [tell('host-unlisted')] })
    await next()
  }
}
