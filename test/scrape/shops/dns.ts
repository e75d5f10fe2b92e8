import type { LookupAddress } from 'node:dns'
import type { Resolve } from '../../../server/scrape/fetch/connector.ts'

/** DNS as an attacker would set it up; names of the real internet do not exist here. */
export function fakeDns(answers: Record<string, string[]>): { resolve: Resolve, asked: string[] } {
  const asked: string[] = []
  const resolve: Resolve = (hostname, _options, callback) => {
    asked.push(hostname)
    const addresses = answers[hostname.replace(/\.$/, '')]
    if (!addresses)
      return callback(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }), [])
    callback(null, addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })))
  }
  return { resolve, asked }
}
