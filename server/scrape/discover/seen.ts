import type { DiscoveredProduct } from '../ports.ts'
import { urlKey } from '../url/canonical.ts'

/** Products met so far in a run, by key and by address: the same product found in two ways is one. */
export function createSeen() {
  const keys = new Set<string>()
  const addresses = new Set<string>()
  let count = 0

  /** Takes the products that are new, at most `most` of them. */
  function take(batch: readonly DiscoveredProduct[], most: number): DiscoveredProduct[] {
    const fresh: DiscoveredProduct[] = []
    for (const product of batch) {
      const address = urlKey(product.url)
      if (fresh.length >= most || keys.has(product.key) || addresses.has(address))
        continue
      keys.add(product.key)
      addresses.add(address)
      fresh.push(product)
    }
    count += fresh.length
    return fresh
  }

  return { take, count: () => count, hasAddress: (url: string) => addresses.has(urlKey(url)) }
}
export type Seen = ReturnType<typeof createSeen>
