import type { LookupAddress, LookupOptions } from 'node:dns'
import type { buildConnector as Connector } from 'undici'
import type { AddressPolicy } from './address-policy.ts'
import { lookup as systemLookup } from 'node:dns'
import { isIP } from 'node:net'
import { buildConnector } from 'undici'

/** `dns.lookup` with `all: true`; a parameter so that tests can answer for DNS. */
export type Resolve = (hostname: string, options: LookupOptions & { all: true }, callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void) => void

/** The part of the policy that is asked while connecting. */
export type ConnectionPolicy = Pick<AddressPolicy, 'isListed' | 'isFetchable'>

export interface ConnectorOptions {
  policy: ConnectionPolicy
  connectMs: number
  resolve?: Resolve
  /** Extra certificate authorities (PEM), for shops with a certificate of their own. */
  ca?: string
  /** HTTP/2 where it is offered; the default. */
  allowH2?: boolean
}

/** Raised by the connector; becomes the `address-forbidden` ScrapeError of the request. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
}

/**
 * An undici connector that only reaches public addresses: every answer of DNS is vetted and the very addresses vetted
 * are connected to (no second look-up for an attacker to change), then the peer's address is checked once more before
 * the first byte of HTTP. undici calls no `lookup` for IP literals: `AddressPolicy.target` has judged those before.
 */
export function createConnector({ policy, connectMs, resolve = systemLookup, ca, allowH2 = true }: ConnectorOptions): Connector.connector {
  const shared = { timeout: connectMs, allowH2, ...(ca ? { ca } : {}) }
  const open = buildConnector(shared)
  const guarded = buildConnector({ ...shared, lookup: vettedLookup(policy, resolve) })

  return function connect(options, callback) {
    const port = Number(options.port || (options.protocol === 'https:' ? 443 : 80))
    if (policy.isListed(options.hostname, port))
      return open(options, callback)
    return guarded(options, (...[error, socket]) => {
      if (error)
        return callback(error, null)
      if (socket.remoteAddress !== undefined && policy.isFetchable(socket.remoteAddress))
        return callback(null, socket)
      socket.destroy()
      callback(new AddressRefused(), null)
    })
  }
}

/** The address that a host's name stands for now, all of its addresses vetted; a literal has been judged before. Raises `AddressRefused`. */
export function vettedAddress(policy: ConnectionPolicy, resolve: Resolve = systemLookup, hostname: string): Promise<string> {
  const literal = hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal))
    return policy.isFetchable(literal) ? Promise.resolve(literal) : Promise.reject(new AddressRefused())
  return new Promise((found, reject) => {
    vettedLookup(policy, resolve)(hostname, { all: true }, (error, addresses) => {
      if (error)
        return reject(error)
      const all = addresses as LookupAddress[]
      // Few proxies have a way to IPv6.
      found((all.find(entry => entry.family === 4) ?? all[0]!).address)
    })
  })
}

type LookupCallback = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void

function vettedLookup(policy: ConnectionPolicy, resolve: Resolve) {
  return (hostname: string, options: LookupOptions, callback: LookupCallback): void => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error)
        return callback(error, [])
      const [first] = addresses
      // One private answer among public ones is how rebinding begins: refuse them all.
      if (!first || addresses.some(entry => !policy.isFetchable(entry.address)))
        return callback(new AddressRefused(), [])
      if (options.all)
        return callback(null, addresses)
      callback(null, first.address, first.family)
    })
  }
}
