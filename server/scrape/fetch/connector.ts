import type { LookupAddress, LookupOptions } from 'node:dns'
import type { buildConnector as Connector } from 'undici'
import type { AddressPolicy } from './address-policy.ts'
import { lookup as systemLookup } from 'node:dns'
import { buildConnector } from 'undici'

/** `dns.lookup` with `all: true`; a parameter so that tests can answer for DNS. */
export type Resolve = (hostname: string, options: LookupOptions & { all: true }, callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void) => void

export interface ConnectorOptions {
  policy: AddressPolicy
  connectMs: number
  resolve?: Resolve
  /** Extra certificate authorities (PEM), for shops with a certificate of their own. */
  ca?: string
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
export function createConnector({ policy, connectMs, resolve = systemLookup, ca }: ConnectorOptions): Connector.connector {
  const shared = { timeout: connectMs, allowH2: true, ...(ca ? { ca } : {}) }
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

type LookupCallback = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void

function vettedLookup(policy: AddressPolicy, resolve: Resolve) {
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
