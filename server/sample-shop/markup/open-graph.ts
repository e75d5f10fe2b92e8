import type { ShopProduct } from '../product.ts'
import { html } from 'hono/html'
import { sampleBrand, sampleCurrency } from '../item.ts'
import { decimal } from '../product.ts'

/** Product tags of the Open Graph protocol, all that some pages have. */
export function openGraphOf({ item, path, image, sku, priceMinor, availability }: ShopProduct, origin: string) {
  const tags = {
    'og:type': 'product',
    'og:site_name': sampleBrand,
    'og:title': item.name,
    'og:description': item.description,
    'og:url': origin + path,
    'og:image': origin + image,
    'product:brand': sampleBrand,
    'product:retailer_item_id': sku,
    'product:price:amount': decimal(priceMinor),
    'product:price:currency': sampleCurrency,
    'product:availability': availability === 'InStock' ? 'in stock' : 'out of stock',
    'product:condition': 'new',
  }
  return Object.entries(tags).map(([property, content]) => html`<meta property="${property}" content="${content}">\n`)
}
