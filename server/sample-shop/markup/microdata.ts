import type { ShopProduct } from '../product.ts'
import { html } from 'hono/html'
import { sampleBrand, sampleCurrency } from '../item.ts'
import { decimal } from '../product.ts'
import { schemaUrl } from './offer.ts'

/** The whole product as HTML microdata. */
export function microdataOf({ item, path, image, sku, mpn, gtin, priceMinor, availability, category }: ShopProduct, origin: string) {
  return html`<div itemscope itemtype="https://schema.org/Product" hidden>
<meta itemprop="name" content="${item.name}"><meta itemprop="description" content="${item.description}">
<link itemprop="url" href="${origin}${path}"><link itemprop="image" href="${origin}${image}">
<meta itemprop="sku" content="${sku}"><meta itemprop="mpn" content="${mpn}"><meta itemprop="gtin13" content="${gtin}"><meta itemprop="category" content="${category.name}">
<div itemprop="brand" itemscope itemtype="https://schema.org/Brand"><meta itemprop="name" content="${sampleBrand}"></div>
<div itemprop="offers" itemscope itemtype="https://schema.org/Offer">
<meta itemprop="price" content="${decimal(priceMinor)}"><meta itemprop="priceCurrency" content="${sampleCurrency}">
<link itemprop="availability" href="${schemaUrl(availability)}"><link itemprop="itemCondition" href="${schemaUrl('NewCondition')}"><link itemprop="url" href="${origin}${path}">
</div>
${item.rating && html`<div itemprop="aggregateRating" itemscope itemtype="https://schema.org/AggregateRating"><meta itemprop="ratingValue" content="${item.rating[0]}"><meta itemprop="bestRating" content="5"><meta itemprop="reviewCount" content="${item.rating[1]}"></div>`}
</div>`
}
