import ipaddr from 'ipaddr.js'

/** Cloud metadata services that answer on addresses which look public. */
const metadataAddresses = new Set(['168.63.129.16', 'fd00:ec2::254', '169.254.169.254', '100.100.100.200', '192.0.0.192'])
const globalUnicastV6: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3]

/**
 * Whether an IP literal (no brackets) belongs to the public internet; text that is no address is not.
 * IPv4 inside `::ffff:0:0/96` is judged as that IPv4 address; every other embedding (6to4, Teredo, NAT64) is refused,
 * as is IPv6 outside 2000::/3, from which alone global addresses are given out (RFC 4291, IANA registry).
 */
export function isPublicAddress(text: string): boolean {
  const bare = text.replace(/%.*$/, '')
  if (!ipaddr.isValid(bare))
    return false
  const address = ipaddr.process(bare)
  if (address.range() !== 'unicast' || metadataAddresses.has(address.toString()))
    return false
  return address.kind() === 'ipv4' || (address as ipaddr.IPv6).match(globalUnicastV6)
}

/** One spelling per address, for comparing; null when the text is no address. */
export function normalAddress(text: string): string | null {
  const bare = text.replace(/%.*$/, '')
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : null
}
