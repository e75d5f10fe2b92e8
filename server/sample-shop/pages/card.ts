import type { ShopProduct } from '../product.ts'
import { html } from 'hono/html'

/** `1250` → `€12.50`, as people read it here. */
export function priceText(minor: number): string {
  return new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' }).format(minor / 100)
}

export function hasPriceRange({ variants, priceMinor }: ShopProduct): boolean {
  return variants.some(variant => variant.priceMinor !== priceMinor)
}

export function priceOf(product: ShopProduct) {
  return html`<span class="price">${hasPriceRange(product) ? 'from ' : ''}${priceText(product.priceMinor)}</span>${product.listPriceMinor === null ? '' : html` <s>${priceText(product.listPriceMinor)}</s>`}`
}

function badgeOf({ availability, listPriceMinor }: ShopProduct): string | null {
  if (availability === 'OutOfStock')
    return 'Sold out'
  if (availability === 'PreOrder')
    return 'Coming soon'
  return listPriceMinor === null ? null : 'Sale'
}

/** A product as listings show it. */
export function card(product: ShopProduct) {
  const badge = badgeOf(product)
  return html`<li class="card"><a href="${product.path}"><img src="${product.image}" alt="" width="400" height="400" loading="lazy">
${badge && html`<span class="badge">${badge}</span>`}<h3>${product.item.name}</h3></a><p>${priceOf(product)}</p></li>
`
}
