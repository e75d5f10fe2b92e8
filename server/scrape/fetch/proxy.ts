import type { Socket } from 'node:net'
import type { buildConnector as Connector } from 'undici'
import type { ConnectionPolicy, ConnectorOptions } from './connector.ts'
import { Buffer } from 'node:buffer'
import { isIP } from 'node:net'
import { buildConnector } from 'undici'
import { AddressRefused, createConnector, vettedAddress } from './connector.ts'

/** An HTTP proxy with its credentials. */
export interface Proxy {
  url: string
  username?: string
  password?: string
}

/** The way through the proxy is shut; says so without the proxy's credentials. Becomes the `proxy-failed` ScrapeError of the request. */
export class ProxyRefused extends Error {
  override readonly name = 'ProxyRefused'
  readonly retryable: boolean
  constructor(message: string, options: { retryable: boolean, cause?: unknown }) {
    super(message, { cause: options.cause })
    this.retryable = options.retryable
  }
}

export interface ProxyConnectorOptions extends ConnectorOptions {
  proxy: Proxy
  /** Where proxies may be: apart from the shops', so that a proxy in a private network is no shop. */
  proxyPolicy: ConnectionPolicy
}

const mostHeaderBytes = 16 * 1024

/** Ports below 1024 that belong to other services than proxies (mail, remote shells, files) may not be spoken to. */
export function isProxyPort(port: number): boolean {
  return port === 80 || port === 443 || port >= 1024
}

/**
 * An undici connector through a proxy, by CONNECT for http too. The shop's name is looked up and judged here, and the
 * proxy is asked for the very address that was judged: no look-up of its own decides where a request goes. What a proxy
 * does with the address is out of our hands; over https a wrong end is noticed by its certificate, over http it is not.
 */
export function createProxyConnector({ proxy, proxyPolicy, policy, connectMs, resolve, ca }: ProxyConnectorOptions): Connector.connector {
  const proxyUrl = new URL(proxy.url)
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
    const authority = `${isIP(address) === 6 ? `[${address}]` : address}:${port}`
    return tunnel(await openProxy(), authority)
  }

  async function openProxy(): Promise<Socket> {
    const { protocol, hostname, host, port } = proxyUrl
    try {
      return await new Promise((resolve, reject) => {
        toProxy({ protocol, hostname, host, port: port || (protocol === 'https:' ? '443' : '80') }, (...[error, socket]) => error ? reject(error) : resolve(socket))
      })
    }
    catch (cause) {
      throw cause instanceof AddressRefused
        ? new ProxyRefused('The address of the brand\'s proxy is not on the public internet.', { retryable: false })
        : new ProxyRefused('The brand\'s proxy cannot be reached.', { retryable: true, cause })
    }
  }

  async function tunnel(socket: Socket, authority: string): Promise<Socket> {
    const timer = setTimeout(() => socket.destroy(new ProxyRefused('The brand\'s proxy did not answer in time.', { retryable: true })), connectMs)
    try {
      socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${authorization(proxy)}\r\n`)
      const status = await answeredStatus(socket)
      if (status < 200 || status > 299)
        throw refusal(status)
      return socket
    }
    catch (error) {
      socket.destroy()
      throw error instanceof ProxyRefused ? error : new ProxyRefused('The connection to the brand\'s proxy broke.', { retryable: true, cause: error })
    }
    finally {
      clearTimeout(timer)
    }
  }
}

function authorization({ username, password }: Proxy): string {
  return username === undefined && password === undefined ? '' : `Proxy-Authorization: Basic ${Buffer.from(`${username ?? ''}:${password ?? ''}`).toString('base64')}\r\n`
}

function refusal(status: number): ProxyRefused {
  if (status === 407)
    return new ProxyRefused('The brand\'s proxy does not accept the user name and password (407).', { retryable: false })
  return new ProxyRefused(`The brand's proxy does not connect to the shop (${status}).`, { retryable: status >= 500 || status === 429 })
}

/** Reads the head of the proxy's answer; what comes after it is left in the socket. */
function answeredStatus(socket: Socket): Promise<number> {
  return new Promise((resolve, reject) => {
    let head = Buffer.alloc(0)
    function settle(act: () => void): void {
      socket.off('data', onData).off('error', onError).off('close', onClose)
      socket.pause()
      act()
    }
    function onError(error: Error): void {
      settle(() => reject(error))
    }
    function onClose(): void {
      settle(() => reject(new ProxyRefused('The brand\'s proxy closed the connection.', { retryable: true })))
    }
    function onData(chunk: Buffer): void {
      head = Buffer.concat([head, chunk])
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) {
        if (head.length > mostHeaderBytes)
          onError(new ProxyRefused('The brand\'s proxy does not answer as a proxy does.', { retryable: false }))
        return
      }
      const status = /^HTTP\/1\.[01] (\d{3})\b/.exec(head.toString('latin1', 0, end))?.[1]
      const rest = head.subarray(end + 4)
      settle(() => {
        if (rest.length > 0)
          socket.unshift(rest)
        if (status === undefined)
          return reject(new ProxyRefused('The brand\'s proxy does not answer as a proxy does.', { retryable: false }))
        resolve(Number(status))
      })
    }
    socket.on('data', onData).on('error', onError).on('close', onClose)
  })
}
