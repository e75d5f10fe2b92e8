import type { Page } from './page.ts'
import type { SchemaProduct } from './schema-product.ts'
import { bareAddress, isInAddress, nameMatch } from './identity.ts'

/** The page's own product, what else is said of it, and how sure it is that it is the one (factor for trust). */
export interface MainProduct {
  product: SchemaProduct
  same: SchemaProduct[]
  certainty: number
}

/** Picks the product that title, heading or address speak of among those of one syntax; null when none of several is. */
export function chooseMain(products: SchemaProduct[], page: Page): MainProduct | null {
  const rated = products.map((product, index) => ({ product, ...rate(product, index, page) })).sort((a, b) => b.score - a.score)
  const best = rated[0]
  if (!best)
    return null
  const certainty = certaintyOf(best, rated)
  if (certainty === 0)
    return null
  const name = best.product.name?.raw.trim().toLowerCase()
  const same = rated.slice(1).map(each => each.product).filter(each => !each.secondary && ((name !== undefined && each.name?.raw.trim().toLowerCase() === name) || (each.path === best.product.path)))
  return { product: best.product, same, certainty }
}

interface Rating {
  product: SchemaProduct
  score: number
  named: number
  addressed: boolean
}

function rate(product: SchemaProduct, index: number, page: Page): Omit<Rating, 'product'> {
  const named = product.name ? nameMatch(product.name.raw, page.identity) : 0
  const address = product.url === null ? null : bareAddress(product.url, page.base)
  const ids = [product.sku, product.productId, product.gtin, product.mpn].flatMap(leaf => leaf?.raw ?? [])
  const addressed = (address !== null && page.identity.addresses.has(address)) || ids.some(id => isInAddress(id, page.identity))
  const hasPrice = product.offers.some(offer => offer.price) || product.variants.some(variant => variant.offers.some(offer => offer.price))
  return { named, addressed, score: named * 3 + (addressed ? 2 : 0) + (hasPrice ? 0.4 : 0) - (product.secondary ? 3 : 0) - index * 0.01 }
}

function certaintyOf(best: Rating, all: Rating[]): number {
  const primary = all.filter(each => !each.product.secondary)
  const known = best.named >= 0.6 || best.addressed
  if (best.product.secondary)
    return best.named >= 0.9 && best.addressed ? 0.7 : 0
  if (known)
    return 1
  if (primary.length === 1)
    return best.named >= 0.3 || best.product.name === null ? 0.97 : 0.9
  return primary.length <= 3 && best.named >= 0.3 ? 0.6 : 0
}
