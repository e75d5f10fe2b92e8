import type { MiddlewareHandler } from 'hono'
import type { HttpEnv } from '../env.ts'
import type { TrustedHosts } from './trusted-hosts.ts'
import { tell } from '../../contract/told.ts'
import { problem } from '../problem.ts'
import { askedHost } from './guard-host.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Cross-site request forgery: a browser says where a changing request comes from (`Sec-Fetch-Site`, `Origin`),
 * and only our own pages may. Programs (curl, a CI job) send neither header and pass: no browser's trust is abused.
 */
export function guardOrigin(hosts: TrustedHosts): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    if (!safeMethods.has(c.req.method) && !isOwnPage(c.req.header('origin'), c.req.header('sec-fetch-site'), askedHost(c)))
      return problem(c, 'forbidden', { told: [tell('foreign-page-changes')] })
    await next()
  }

  function isOwnPage(origin: string | undefined, site: string | undefined, host: string): boolean {
    if (origin !== undefined)
      return hosts.isSameOrigin(origin, host)
    return site === undefined || site === 'same-origin' || site === 'none'
  }
}
