import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import { tell } from '../../contract/told.ts'
import { ScrapeError } from '../../errors.ts'
import { isPublicAddress, normalAddress } from './address.ts'

export interface AddressPolicyOptions {
  /** `host` or `host:port`, exactly as in the URL, that may be fetched although private (a shop on this machine). */
  allowPrivateHosts: readonly string[]
  /** Ports that any public host may be asked on; `allowPrivateHosts` brings its own. */
  allowedPorts: readonly number[]
  /** This machine's addresses: a public one of them is still "inside". Read from the interfaces when absent. */
  ownAddresses?: readonly string[]
}

/** Names that never lead to the public internet (RFC 6761, RFC 6762, RFC 8375, ICANN `.internal`). */
const innerName = /(?:^|\.)(?:localhost|local|internal|home\.arpa|localdomain|intranet|lan|corp|home)\.?$/i

/** Decides which addresses may be fetched. The rules are those of the OWASP SSRF sheet, applied before and after connecting. */
export function createAddressPolicy(options: AddressPolicyOptions) {
  const privateHosts = new Set(options.allowPrivateHosts.map(host => host.toLowerCase()))
  const ports = new Set(options.allowedPorts)
  const own = new Set((options.ownAddresses ?? interfaceAddresses()).map(address => normalAddress(address)))

  /** True for hosts that the operator has listed. `port` is a number even where the URL leaves it out. */
  function isListed(hostname: string, port: number): boolean {
    const host = hostname.toLowerCase()
    return privateHosts.has(host) || privateHosts.has(`${host}:${port}`)
  }

  function isFetchable(address: string): boolean {
    return isPublicAddress(address) && !own.has(normalAddress(address))
  }

  /** Parses and judges an address before anything is sent. Raises `bad-url` or `address-forbidden`. */
  function target(input: string): URL {
    const url = parse(input)
    const port = portOf(url)
    if (isListed(url.hostname, port))
      return url
    if (!ports.has(port))
      throw new ScrapeError('address-forbidden', tell('port-forbidden', { port: String(port) }), { url: input })
    if (!isHostAllowed(url))
      throw forbiddenAddress(input)
    return url
  }

  /** Whether the host may be reached as far as its spelling tells; what its name stands for shows when it is connected to. */
  function isHostAllowed(url: URL): boolean {
    if (isListed(url.hostname, portOf(url)))
      return true
    const literal = url.hostname.replace(/^\[|\]$/g, '')
    return isIP(literal) ? isFetchable(literal) : !innerName.test(url.hostname)
  }

  return { target, isListed, isFetchable, isHostAllowed }
}
export type AddressPolicy = ReturnType<typeof createAddressPolicy>

/** The same words for every refused address: the answer must not tell what lives in a private network. */
export function forbiddenAddress(url: string): ScrapeError {
  return new ScrapeError('address-forbidden', tell('address-not-public'), { url })
}

export function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
}

function parse(input: string): URL {
  const url = URL.canParse(input) ? new URL(input) : null
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '')
    throw new ScrapeError('bad-url', tell('address-not-http'), { url: input })
  if (url.username !== '' || url.password !== '')
    throw new ScrapeError('bad-url', tell('address-with-login'), { url: input })
  url.hash = ''
  return url
}

function interfaceAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap(list => (list ?? []).map(entry => entry.address))
}
