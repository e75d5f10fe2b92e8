import { describe, expect, test } from 'vitest'
import { jsonLd, page, read } from './pages.ts'

const offer = { '@type': 'Offer', 'price': '49.90', 'priceCurrency': 'EUR', 'availability': 'https://schema.org/InStock' }
const product = { '@context': 'https://schema.org', '@type': 'Product', 'name': 'Blue Shoe', 'sku': 'BS-1', 'brand': { '@type': 'Brand', 'name': 'Acme' }, 'offers': offer }
const usual = { name: 'Blue Shoe', sku: 'BS-1', brand: 'Acme', priceMinor: 4990, currency: 'EUR', availability: 'InStock' }

describe('shapes of JSON-LD', () => {
  test.each<[string, unknown]>([
    ['one object', product],
    ['an array of blocks', [{ '@type': 'Organization', 'name': 'Acme Shop' }, product]],
    ['@graph', { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage', 'name': 'x' }, product] }],
    ['@graph below an array', [{ '@graph': [[product]] }]],
    ['a list of types', { ...product, '@type': ['Product', 'Thing'] }],
    ['types with their address', { ...product, '@type': 'http://schema.org/Product' }],
    ['offers as an array', { ...product, offers: [offer] }],
    ['Offers with a capital', { ...product, offers: undefined, Offers: offer }],
    ['an AggregateOffer of one price', { ...product, offers: { '@type': 'AggregateOffer', 'lowPrice': 49.9, 'highPrice': 49.9, 'priceCurrency': 'EUR', 'availability': 'InStock', 'offerCount': 1 } }],
    ['offers inside an AggregateOffer', { ...product, offers: { '@type': 'AggregateOffer', 'offers': [offer] } }],
    ['a price specification', { ...product, offers: { '@type': 'Offer', 'availability': 'InStock', 'priceSpecification': { '@type': 'UnitPriceSpecification', 'price': 49.9, 'priceCurrency': 'EUR' } } }],
    ['a list of price specifications with list and unit price', { ...product, offers: { '@type': 'Offer', 'availability': 'InStock', 'priceSpecification': [{ priceType: 'https://schema.org/ListPrice', price: 60, priceCurrency: 'EUR' }, { price: 3.2, priceCurrency: 'EUR', referenceQuantity: { value: 100, unitCode: 'GRM' } }, { price: 49.9, priceCurrency: 'EUR' }] } }],
    ['a number as price', { ...product, offers: { ...offer, price: 49.9 } }],
    ['a price with comma and sign', { ...product, offers: { ...offer, price: '49,90 €' } }],
    ['a brand that is only text', { ...product, brand: 'Acme' }],
    ['a brand in an array', { ...product, brand: [{ '@type': 'Brand', 'name': ['Acme'] }] }],
    ['references by @id', { '@graph': [{ ...product, offers: { '@id': '#offer' }, brand: { '@id': '#brand' } }, { '@id': '#offer', ...offer }, { '@id': '#brand', '@type': 'Brand', 'name': 'Acme' }] }],
    ['a product that a page is about', { '@type': 'WebPage', 'mainEntity': product }],
    ['an offer that names its product', { ...offer, itemOffered: { ...product, offers: undefined } }],
  ])('%s', (_, value) => {
    expect(read(page('<h1>Blue Shoe</h1>', jsonLd(value))).draft).toMatchObject(usual)
  })

  test('a product group gives its variants with their options', () => {
    const variant = (size: string, price: string, stock: string) => ({ '@type': 'Product', 'name': `Blue Shoe ${size}`, 'sku': `BS-${size}`, size, 'offers': { ...offer, price, availability: `https://schema.org/${stock}` } })
    const { draft } = read(page('<h1>Blue Shoe</h1>', jsonLd({ '@type': 'ProductGroup', 'name': 'Blue Shoe', 'brand': 'Acme', 'variesBy': ['size'], 'hasVariant': [variant('41', '49.90', 'OutOfStock'), variant('42', '49.90', 'InStock')] })))
    expect(draft).toMatchObject({ name: 'Blue Shoe', priceMinor: 4990, availability: 'InStock' })
    expect(draft.variants.map(each => [each.sku, each.options.size, each.priceMinor, each.availability])).toEqual([['BS-41', '41', 4990, 'OutOfStock'], ['BS-42', '42', 4990, 'InStock']])
  })

  test('every field is read', () => {
    const { draft, canonicalUrl } = read(page('<h1>Blue Shoe</h1>', `<link rel="canonical" href="/p/1">${jsonLd({ ...product, mpn: 'M1', gtin13: '4006381333931', description: 'A <b>blue</b> shoe', image: ['/a.jpg', { '@type': 'ImageObject', 'url': 'https://cdn.example/b.jpg' }], itemCondition: 'https://schema.org/NewCondition', aggregateRating: { ratingValue: '4,5', bestRating: 5, reviewCount: '12' }, additionalProperty: [{ name: 'Sole', value: 'Rubber' }], color: 'Blue' })}${jsonLd({ '@type': 'BreadcrumbList', 'itemListElement': [{ '@type': 'ListItem', 'position': 2, 'name': 'Shoes' }, { '@type': 'ListItem', 'position': 1, 'item': { '@id': '/', 'name': 'Home' } }] })}`))
    expect(draft).toMatchObject({ mpn: 'M1', gtin: '4006381333931', description: 'A blue shoe', condition: 'NewCondition', rating: 4.5, ratingBest: 5, reviewCount: 12, attributes: { Sole: 'Rubber', color: 'Blue' }, category: ['Home', 'Shoes'], images: ['https://shop.example/a.jpg', 'https://cdn.example/b.jpg'], language: 'en' })
    expect(canonicalUrl).toBe('https://shop.example/p/1')
  })
})

describe('broken JSON-LD is repaired where that is safe', () => {
  const json = JSON.stringify(product)
  test.each([
    ['a trailing comma', json.replace('}}', '},}')],
    ['comments', `/* product */ ${json} // end`],
    ['an HTML comment around it', `<!-- ${json} -->`],
    ['CDATA', `//<![CDATA[\n${json}\n//]]>`],
    ['a closing brace too many', `${json}}`],
    ['a closing brace too few', json.slice(0, -1)],
    ['a closing brace too many within a list', json.replace(/"offers":(\{.*?\})/, '"offers":[$1}]')],
    ['a list that nobody closed', json.replace('"name"', '"color":{"list":[1,2},"name"')],
    ['a semicolon behind it', `${json};`],
    ['raw line breaks and tabs in a text', json.replace('Blue Shoe', 'Blue\n\tShoe')],
    ['two objects without an array', `{"@type":"Organization","name":"x"}${json}`],
    ['single quotes and bare keys', json.replace('"sku":"BS-1"', 'sku:\'BS-1\'')],
    ['a byte order mark', `\uFEFF${json}`],
    ['entities instead of quotes', json.replaceAll('"', '&quot;')],
    ['a missing comma', json.replace('"sku"', ' "sku"').replace('"Blue Shoe",', '"Blue Shoe"')],
  ])('%s', (_, text) => {
    expect(read(page('<h1>Blue Shoe</h1>', jsonLd(text))).draft).toMatchObject(usual)
  })

  test.each(['', '{', '[', '{"a":', 'null', '"x"', '{]}', '{"@type":"Product"', 'function(){}', '{"@type":"Product","name":{"name":{"name":1}}}', `${'['.repeat(5000)}`, `${'{"a":'.repeat(5000)}`])('%o is left alone', (text) => {
    expect(() => read(page('', jsonLd(text)))).not.toThrow()
  })
})

describe('which product is the page\'s own', () => {
  const other = (name: string, price: string) => ({ '@type': 'Product', name, 'offers': { ...offer, price } })

  test('the one that title and heading name, not those of a carousel', () => {
    expect(read(page('<h1>Blue Shoe</h1>', jsonLd([other('Red Hat', '9.00'), product, other('Green Sock', '5.00')]))).draft).toMatchObject(usual)
  })

  test('related products are left out', () => {
    expect(read(page('<h1>Blue Shoe</h1>', jsonLd({ ...product, offers: undefined, isRelatedTo: [other('Red Hat', '9.00')] }))).draft).toMatchObject({ name: 'Blue Shoe', priceMinor: null })
  })

  test('a list of products is no product', () => {
    const list = { '@type': 'ItemList', 'itemListElement': ['Red Hat', 'Green Sock', 'Tie'].map((name, index) => ({ '@type': 'ListItem', 'position': index + 1, 'item': other(name, '9.00') })) }
    expect(read(`<title>Clothes</title><h1>Clothes</h1>${jsonLd(list)}`, { url: 'https://shop.example/clothes' })).toMatchObject({ kind: 'not-a-product', draft: { priceMinor: null } })
  })

  test('the offer that the address names is the one', () => {
    const offers = [{ ...offer, price: '10.00', url: 'https://shop.example/p?variant=1' }, { ...offer, price: '20.00', url: 'https://shop.example/p?variant=2' }]
    expect(read(page('<h1>Blue Shoe</h1>', jsonLd({ ...product, offers })), { url: 'https://shop.example/p?variant=2' }).draft.priceMinor).toBe(2000)
  })
})

describe('prices that are none', () => {
  test.each(['0', 0, '0.00', 'Call for price', '', null, 'free'])('%o', (price) => {
    expect(read(page('<h1>Blue Shoe</h1>', jsonLd({ ...product, offers: { ...offer, price } }))).draft.priceMinor).toBeNull()
  })

  test('a currency without minor units keeps its amount', () => {
    expect(read(page('<h1>Blue Shoe</h1>', jsonLd({ ...product, offers: { ...offer, price: '1980', priceCurrency: 'JPY' } }))).draft).toMatchObject({ priceMinor: 1980, currency: 'JPY' })
  })
})
