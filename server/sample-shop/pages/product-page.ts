import type { ShopProduct } from '../product.ts'
import { html, raw } from 'hono/html'
import { sampleBrand } from '../item.ts'
import { jsonLdOf } from '../markup/json-ld.ts'
import { microdataOf } from '../markup/microdata.ts'
import { openGraphOf } from '../markup/open-graph.ts'
import { shopProducts } from '../product.ts'
import { card, priceOf, priceText } from './card.ts'
import { layout } from './layout.ts'

const stockTexts: Record<string, string> = {
  InStock: 'In stock, leaves us within two days',
  OutOfStock: 'Sold out',
  PreOrder: 'Coming soon – reserve yours',
  BackOrder: 'On its way to us, about four weeks',
  LimitedAvailability: 'Only a few left',
  MadeToOrder: 'Made for you in three weeks',
}

function variantList({ item, path, variants, priceMinor }: ShopProduct) {
  if (!item.option)
    return ''
  const list = variants.map(({ value, sku, availability, priceMinor: price }) => html`<li><a href="${path}?variant=${sku}"${availability === 'OutOfStock' ? raw(' class="out"') : ''}>${value}${price === priceMinor ? '' : ` · ${priceText(price)}`}</a></li>`)
  return html`<h2>${item.option.name}</h2><ul class="options">${list}</ul>`
}

export function productPage(product: ShopProduct, origin: string) {
  const { item, category, path, image, sku, availability, markup } = product
  const jsonLd = jsonLdOf(product, origin)
  const related = shopProducts.filter(other => other.category === category && other !== product).slice(0, 4)
  const canBuy = availability !== 'OutOfStock'
  return layout({
    title: `${item.name} – ${sampleBrand}`,
    description: item.description,
    canonical: origin + path,
    head: [
      jsonLd ? html`<script type="application/ld+json">${raw(jsonLd)}</script>` : '',
      markup === 'open-graph' ? openGraphOf(product, origin) : '',
    ],
    body: html`<nav class="crumbs" aria-label="Breadcrumb"><a href="/">Home</a> / <a href="/collections/${category.slug}">${category.name}</a> / <span>${item.name}</span></nav>
${markup === 'microdata' ? microdataOf(product, origin) : ''}
<article class="product"><img src="${image}" alt="${item.name}" width="800" height="800">
<div><h1>${item.name}</h1>
${item.rating && html`<p class="rating">★ ${item.rating[0]} <small>(${item.rating[1]} reviews)</small></p>`}
<p class="amount">${priceOf(product)}</p>
${variantList(product)}
<p class="stock">${stockTexts[availability]}</p>
<button type="button"${canBuy ? '' : raw(' disabled')}>${canBuy ? 'Add to basket' : 'Sold out'}</button>
<p>${item.description}</p>
<dl>${Object.entries({ ...item.details, Article: sku }).map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>
</div></article>
<section><h2>From the same shelf</h2><ul class="grid">${related.map(card)}</ul></section>`,
  })
}

/** Looks like a product's page and says nothing about one: no price, no data, not even what it is. */
export function emptyPage(origin: string, path: string) {
  return layout({
    title: sampleBrand,
    description: 'A page that is being rewritten.',
    canonical: origin + path,
    body: html`<article class="prose"><h1>Back soon</h1><p>We are rewriting this page. Please look in again in a few days.</p></article>`,
  })
}

export function notFoundPage(origin: string) {
  return layout({
    title: `Not found – ${sampleBrand}`,
    description: 'There is no such page.',
    canonical: `${origin}/`,
    body: html`<article class="prose"><h1>Not found</h1><p>That page is gone, or never was. <a href="/">Back to the shop</a></p></article>`,
  })
}
