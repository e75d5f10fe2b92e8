import { Buffer } from 'node:buffer'

/** How a page says what it sells: as structured data, or only in its markup, for which a recipe is written. */
export type PageKind = 'json-ld' | 'markup'

/** Size of a page in bytes: the median of the real product pages in the shared data. */
export const pageBytes = 63 * 1024

/** Number of a product with a fixed width, so that all pages of a kind are equally long. */
export const numberOf = (index: number): string => String(index).padStart(7, '0')

export const priceMinorOf = (index: number): number => 1000 + index % 9000

const price = (index: number): string => (priceMinorOf(index) / 100).toFixed(2)

function jsonLd(number: string, index: number, url: string): string {
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Product',
    'name': `Linen shirt ${number}`,
    'description': `A loose shirt of washed linen, woven in a small mill. Number ${number} of the series.`,
    'sku': `LS-${number}`,
    'mpn': `M-${number}`,
    'brand': { '@type': 'Brand', 'name': 'Fernwood' },
    'image': [1, 2, 3].map(view => `${new URL(url).origin}/img/${number}-${view}.jpg`),
    'aggregateRating': { '@type': 'AggregateRating', 'ratingValue': '4.6', 'reviewCount': '128' },
    'offers': { '@type': 'Offer', url, 'price': price(index), 'priceCurrency': 'EUR', 'availability': 'https://schema.org/InStock', 'itemCondition': 'https://schema.org/NewCondition' },
  })
}

/** The part of a page that differs from product to product; `filler` is what makes it as large as a real one. */
export function pageHead(kind: PageKind, index: number, origin: string): string {
  const number = numberOf(index)
  const url = `${origin}/p/${number}`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Linen shirt ${number} – Fernwood</title>
<link rel="canonical" href="${url}"><meta name="viewport" content="width=device-width">${kind === 'json-ld'
  ? `<meta property="og:title" content="Linen shirt ${number}"><meta property="og:type" content="product"><script type="application/ld+json">${jsonLd(number, index, url)}</script>`
  : ''}</head><body><main class="product" data-id="${number}"><h1 class="product__title">Linen shirt ${number}</h1>
<p class="product__price"><span class="amount">${price(index)}</span> <span class="unit">EUR</span></p><p class="product__stock">In stock</p>
<p class="product__code">LS-${number}</p><img class="product__image" src="${origin}/img/${number}-1.jpg" alt=""></main>`
}

/** Navigation, styles, scripts, teasers: what every page of a shop carries along. */
export function filler(bytes: number): Buffer {
  const style = `<style>${Array.from({ length: 150 }, (_, n) => `.c${n}{margin:${n}px auto;padding:0 ${n % 9}px;color:#${(n * 7919).toString(16).padStart(6, '0').slice(0, 6)}}`).join('')}</style>`
  const script = `<script>window.__cfg=${JSON.stringify(Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`flag${n}`, { on: n % 2 === 0, since: 1_600_000_000 + n }])))}</script>`
  const navigation = `<nav><ul>${Array.from({ length: 80 }, (_, n) => `<li class="nav__item"><a class="nav__link" href="/c/${n}">Category ${n}</a></li>`).join('')}</ul></nav>`
  const start = `${navigation}${style}${script}<section class="teasers">`
  const end = '</section><footer><small>Fernwood</small></footer></body></html>'
  let middle = ''
  for (let n = 0; start.length + middle.length + end.length < bytes - 300; n++)
    middle += `<article class="card c${n % 150}"><a href="/t/${n}"><img loading="lazy" src="/img/t${n}.jpg" alt="Teaser ${n}"><h3>You may like this too, ${n}</h3></a><p>Washed, dyed and sewn by people who like what they do.</p></article>`
  return Buffer.from(start + middle + ' '.repeat(Math.max(0, bytes - start.length - middle.length - end.length)) + end)
}
