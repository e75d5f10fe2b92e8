import type { CaseKind } from '../kind.ts'
import { createAddressPolicy } from '../../../server/scrape/fetch/address-policy.ts'
import { isPublicAddress } from '../../../server/scrape/fetch/address.ts'
import { outcome } from '../kind.ts'

const policy = createAddressPolicy({ allowPrivateHosts: [], allowedPorts: [80, 443], ownAddresses: [] })

/**
 * Addresses with their range → public or not. A bare URL out of a list of attacks must be refused when it is judged, before
 * any look-up; names that only resolve to something inside are refused when connecting, which test/scrape/fetch/ssrf.test.ts
 * shows with a resolver of its own, so names are left out here.
 */
export const ssrf: CaseKind = {
  reads: 'ip and public, or an address as url or by itself',
  columns: ['ip', 'range', 'public'],
  run(row) {
    if (typeof row.ip === 'string')
      return [outcome('public', row.ip, row.public, isPublicAddress(row.ip))]
    const address = typeof row.value === 'string' ? row.value : typeof row.url === 'string' ? row.url : null
    if (address === null || isName(address))
      return []
    return [outcome('refused', address, true, isRefused(address))]
  },
}

function isRefused(address: string): boolean {
  try {
    policy.target(address)
    return false
  }
  catch {
    return true
  }
}

function isName(address: string): boolean {
  if (!URL.canParse(address))
    return false
  const { hostname, protocol } = new URL(address)
  return protocol.startsWith('http') && !/^[\d.]+$|^\[|^localhost$/.test(hostname)
}
