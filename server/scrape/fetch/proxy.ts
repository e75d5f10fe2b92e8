import type { Socket } from 'node:net'
import type { buildConnector as Connector } from 'undici'
import type { ConnectionPolicy, ConnectorOptions } from './connector.ts'
import type { ProxyScheme } from './proxy-address.ts'
import type { Proxy, Tunnel, TunnelTarget } from './tunnel.ts'
import { buildConnector } from 'undici'
import { tell } from '../../contract/told.ts'
import { AddressRefused, createConnector, vettedAddress } from './connector.ts'
import { httpTunnel } from './http-tunnel.ts'
import { proxyAddress } from './proxy-address.ts'
import { socksTunnel } from './socks-tunnel.ts'
import { ProxyRefused } from './tunnel.ts'

const tunnels: Record<ProxyScheme, Tunnel> = { http: httpTunnel, https: httpTunnel, socks5: socksTunnel }

export interface ProxyConnectorOptions extends ConnectorOptions {
  proxy: Proxy
  /** Where proxies may be: apart from the shops', so that a proxy in a private network is no shop. */
  proxyPolicy: ConnectionPolicy
}

/**
 * An undici connector through a proxy, by a tunnel for http too. The shop's name is looked up and judged here, and the
 * proxy is asked for the very address that was judged: no look-up of its own decides where a request goes. What a proxy
 * does with the address is out of our hands; over https a wrong end is noticed by its certificate, over http it is not.
 */
export function createProxyConnector({ proxy, proxyPolicy, policy, connectMs, resolve, ca }: ProxyConnectorOptions): Connector.connector {
  const { scheme, url, port: proxyPort } = proxyAddress(proxy.url)!
  const toProxy = createConnector({ policy: proxyPolicy, connectMs, resolve, ca, allowH2: false })
  const overTunnel = buildConnector({ timeout: connectMs, allowH2: true, ...(ca ? { ca } : {}) })

  return function connect(options, callback) {
    const isSecure = options.protocol === 'https:'
    const port = Number(options.port || (isSecure ? 443 : 80))
    void reach(options.hostname, port).then((socket) => {
      if (!isSecure)
        return callback(null, socket)
      overTunnel({ ...options, httpSocket: socket }, callback)
    }, (error: Error) => callback(error, null))
  }

  async function reach(hostname: string, port: number): Promise<Socket> {
    const address = policy.isListed(hostname, port) ? hostname : await vettedAddress(policy, resolve, hostname)
    return tunnel(await openProxy(), { address, port })
  }

  async function openProxy(): Promise<Socket> {
    const { protocol, hostname, host } = url
    try {
      return await new Promise((resolve, reject) => {
        toProxy({ protocol, hostname, host, port: String(proxyPort) }, (...[error, socket]) => error ? reject(error) : resolve(socket))
      })
    }
    catch (cause) {
      throw cause instanceof AddressRefused
        ? new ProxyRefused(tell('proxy-not-public'), { retryable: false })
        : new ProxyRefused(tell('proxy-not-reached'), { retryable: true, cause })
    }
  }

  async function tunnel(socket: Socket, target: TunnelTarget): Promise<Socket> {
    const timer = setTimeout(() => socket.destroy(new ProxyRefused(tell('proxy-silent'), { retryable: true })), connectMs)
    try {
      await tunnels[scheme](socket, target, proxy)
      return socket
    }
    catch (error) {
      socket.destroy()
      throw error instanceof ProxyRefused ? error : new ProxyRefused(tell('proxy-broke'), { retryable: true, cause: error })
    }
    finally {
      clearTimeout(timer)
    }
  }
}
