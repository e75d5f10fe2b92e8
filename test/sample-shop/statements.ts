import type { SampleProduct } from '../../server/sample-shop/index.ts'
import { parseHTML } from 'linkedom'

type Statement = Pick<SampleProduct, 'name' | 'brand' | 'currency' | 'priceMinor' | 'availability' | 'sku' | 'gtin'>

interface Offer { price?: string | number, lowPrice?: string, priceCurrency: string, availability: string }
interface Node { '@type': string | string[], 'name': string, 'brand': { name: string }, 'sku': string, 'gtin13'?: string, 'gtin'?: string, 'offers'?: Offer | Offer[], 'hasVariant'?: { offers: Offer }[] }

function minor(price: unknown): number {
  return Math.round(Number(price) * 100)
}

function term(url: string): SampleProduct['availability'] {
  return url.split('/').at(-1) as SampleProduct['availability']
}

function ofJsonLd(text: string): Statement {
  const found = JSON.parse(text) as Node | Node[] | { '@graph': Node[] }
  const nodes = '@graph' in found ? found['@graph'] : [found].flat()
  const product = nodes.find(node => /^Product(?:Group)?$/.test([node['@type']].flat()[0]!))!
  const offers = [product.hasVariant?.map(variant => variant.offers) ?? product.offers ?? []].flat()
  const open = offers.find(offer => term(offer.availability) === 'InStock') ?? offers[0]!
  return {
    name: product.name,
    brand: product.brand.name,
    currency: offers[0]!.priceCurrency,
    priceMinor: minor(offers[0]!.lowPrice ?? offers[0]!.price),
    availability: term(open.availability),
    sku: product.sku,
    gtin: product.gtin13 ?? product.gtin ?? null,
  }
}

/** What a page states, read in the plainest way: the test's own reader, so that shop and scraper cannot share a mistake. */
export function statementOf(html: string): Statement | null {
  const { document } = parseHTML(html)
  const jsonLd = document.querySelector('script[type="application/ld+json"]')?.textContent
  if (jsonLd)
    return ofJsonLd(jsonLd)
  const microdata = (name: string) => document.querySelector(`[itemtype$="/Product"] [itemprop="${name}"]`)
  if (microdata('sku')) {
    return {
      name: microdata('name')!.getAttribute('content')!,
      brand: document.querySelector('[itemprop="brand"] [itemprop="name"]')!.getAttribute('content')!,
      currency: microdata('priceCurrency')!.getAttribute('content')!,
      priceMinor: minor(microdata('price')!.getAttribute('content')),
      availability: term(microdata('availability')!.getAttribute('href')!),
      sku: microdata('sku')!.getAttribute('content')!,
      gtin: microdata('gtin13')!.getAttribute('content')!,
    }
  }
  const tag = (property: string) => document.querySelector(`meta[property="${property}"]`)?.getAttribute('content') ?? ''
  if (tag('og:type') !== 'product')
    return null
  return {
    name: tag('og:title'),
    brand: tag('product:brand'),
    currency: tag('product:price:currency'),
    priceMinor: minor(tag('product:price:amount')),
    availability: tag('product:availability') === 'in stock' ? 'InStock' : 'OutOfStock',
    sku: tag('product:retailer_item_id'),
    gtin: null,
  }
}
