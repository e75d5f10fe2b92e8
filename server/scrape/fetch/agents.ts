import type { Dispatcher } from 'undici'
import type { AddressPolicy } from './address-policy.ts'
import type { ConnectorOptions } from './connector.ts'
import type { Proxy } from './tunnel.ts'
import { Agent } from 'undici'
import { tell } from '../../contract/told.ts'
import { ScrapeError } from '../../errors.ts'
import { createConnector } from './connector.ts'
import { isProxyPort, proxyAddress } from './proxy-address.ts'
import { createProxyConnector } from './proxy.ts'

export interface AgentsOptions extends ConnectorOptions {
  proxyPolicy: AddressPolicy
  /** Connections per origin. */
  connections: number
}

/** Proxies whose connections are kept; the one that has gone unused longest makes room. */
const mostProxies = 32

/** Pools of connections: one for the direct way, one for each proxy. */
export function createAgents({ connections, ...options }: AgentsOptions) {
  const shared = { connections, keepAliveTimeout: 10_000, keepAliveMaxTimeout: 60_000, maxHeaderSize: 32 * 1024 }
  const direct = new Agent({ ...shared, connect: createConnector(options) })
  const proxied = new Map<string, Agent>()

  /** @throws {ScrapeError} `proxy-failed` for a proxy that may not be used */
  function through(proxy: Proxy | undefined): Dispatcher {
    if (!proxy)
      return direct
    const key = JSON.stringify([proxy.url, proxy.username, proxy.password])
    const agent = proxied.get(key) ?? open(proxy)
    proxied.delete(key)
    proxied.set(key, agent)
    if (proxied.size > mostProxies) {
      const [oldest, unused] = proxied.entries().next().value!
      proxied.delete(oldest)
      void unused.close().catch(() => {})
    }
    return agent
  }

  function open(proxy: Proxy): Agent {
    judge(proxy.url)
    return new Agent({ ...shared, connect: createProxyConnector({ ...options, proxy }) })
  }

  function judge(proxy: string): void {
    const found = proxyAddress(proxy)
    if (!found || (!isProxyPort(found.port) && !options.proxyPolicy.isListed(found.url.hostname, found.port)))
      throw new ScrapeError('proxy-failed', tell('proxy-unusable'), { url: '' })
    if (!options.proxyPolicy.isHostAllowed(found.url))
      throw new ScrapeError('proxy-failed', tell('proxy-not-public'), { url: '' })
  }

  return {
    through,
    /** Ends every connection. */
    async [Symbol.asyncDispose](): Promise<void> {
      await Promise.all([direct, ...proxied.values()].map(agent => agent.destroy()))
    },
  }
}
