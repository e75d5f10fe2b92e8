import { describe, expect, test } from 'vitest'
import { fromMinor } from '../../../server/scrape/normalize/index.ts'
import { jsonLd as ld, read } from './pages.ts'
import { lines } from './unmarked-lines.ts'

interface Around { head?: string, lang?: string, title?: string }
interface Want { price?: string | null, list?: string, currency?: string | null, stock?: string | null, sku?: string, mpn?: string, gtin?: string, brand?: string | null }
type Case = readonly [name: string, html: string, want: Want, url?: string]

function page(main: string, { head = '', lang = 'en', title = 'Oak Desk 120 | Shop' }: Around = {}): string {
  return `<!doctype html><html lang="${lang}"><head><title>${title}</title>${head}</head><body><main><div class="x2"><h1>${title.split(' | ')[0]}</h1>${main}</div></main><footer>x</footer></body></html>`
}

function check(html: string, { price, list, stock, ...texts }: Want, url = 'https://shop.example.com/p/oak-desk') {
  const { draft } = read(html, { url })
  const amount = (minor: number | null) => (minor === null ? null : Number(fromMinor(minor, draft.currency)))
  const number = (text: string | null) => (text === null ? null : Number(text))
  expect({ ...draft, price: amount(draft.priceMinor), list: amount(draft.listPriceMinor) }).toMatchObject({
    ...texts,
    ...(price === undefined ? {} : { price: number(price) }),
    ...(list === undefined ? {} : { list: Number(list) }),
    ...(stock === undefined ? {} : { availability: stock }),
  })
}

test.each(lines)('a line of its own, %s: %s', (lang, text, availability) => {
  expect(read(page(`<p>49,90 €</p><p>${text}</p>`, { lang })).draft.availability).toBe(availability)
})

/** A product in JSON-LD with an offer. */
const P = (name: string, price: string, o: object = {}) => ({ '@type': 'Product', name, 'offers': { '@type': 'Offer', price, 'priceCurrency': 'EUR', 'availability': 'https://schema.org/InStock' }, ...o })
const good = JSON.stringify(P('Oak Desk 120', '39', { sku: 'OD-1', description: 'A desk' }))

const groups: Readonly<Record<string, readonly Case[]>> = {
  'structured data': [
    ['several products, by name', page('<p>€39.00</p>', { head: ld([P('Chair', '5'), P('Oak Desk 120', '39'), P('Lamp', '9')]) }), { price: '39.00' }],
    ['several products, by url', page('<p>x</p>', { title: 'Desk', head: ld([P('Stuhl', '5', { url: '/p/chair' }), P('Schreibtisch', '39', { url: 'https://shop.example.com/p/oak-desk' })]) }), { price: '39.00' }],
    ['several products of a list only', page('<p>x</p>', { title: 'All desks | Shop', head: ld([P('A', '5'), P('B', '39'), P('C', '9')]) }), { price: null }],
    ['variants some sold out', page('<p>€39.00</p>', { head: ld({ '@type': 'Product', 'name': 'Oak Desk 120', 'offers': [{ '@type': 'Offer', 'sku': 'A', 'price': '39', 'priceCurrency': 'EUR', 'availability': 'OutOfStock' }, { '@type': 'Offer', 'sku': 'B', 'price': '39', 'priceCurrency': 'EUR', 'availability': 'InStock' }] }) }), { price: '39.00', stock: 'InStock' }],
    ['variants all sold out', page('<p>€39.00</p>', { head: ld({ '@type': 'Product', 'name': 'Oak Desk 120', 'offers': [{ '@type': 'Offer', 'price': '39', 'priceCurrency': 'EUR', 'availability': 'OutOfStock' }, { '@type': 'Offer', 'price': '39', 'priceCurrency': 'EUR', 'availability': 'SoldOut' }] }) }), { stock: 'OutOfStock' }],
    ['preorder', page('<p>€39.00</p>', { head: ld(P('Oak Desk 120', '39', { offers: { price: 39, priceCurrency: 'EUR', availability: 'http://schema.org/PreOrder' } })) }), { stock: 'PreOrder' }],
    ['discontinued', page('<p>€39.00</p>', { head: ld(P('Oak Desk 120', '39', { offers: { price: 39, priceCurrency: 'EUR', availability: 'http://schema.org/Discontinued' } })) }), { stock: 'Discontinued' }],
    ['unescaped quotes in text', page('', { head: ld(good.replace('A desk', 'A 24" desk "big" one')) }), { price: '39.00', sku: 'OD-1' }],
    ['unescaped quotes inch in name', page('', { head: ld(good.replace('Oak Desk 120', 'Oak Desk 120 24"')) }), { price: '39.00', sku: 'OD-1' }],
    ['control chars', page('', { head: ld(good.replace('A desk', 'A\u0001\n desk')) }), { price: '39.00' }],
    ['html entities', page('', { head: ld(good.replaceAll('"', '&quot;')) }), { price: '39.00' }],
    ['two objects comma', page('', { head: ld(`{"@type":"Organization","name":"x"},${good}`) }), { price: '39.00' }],
    ['trailing comma', page('', { head: ld(good.replace('"39",', '"39",,')) }), { price: '39.00' }],
    ['missing comma', page('', { head: ld(good.replace('"39",', '"39"\n')) }), { price: '39.00', sku: 'OD-1' }],
    ['empty value', page('', { head: ld(good.replace('"OD-1"', '')) }), { price: '39.00' }],
    ['template leftover', page('<p>€39.00</p>', { head: ld(good.replace('"39"', '{{ product.price }}')) }), { price: '39.00' }],
    ['undefined value', page('', { head: ld(good.replace('"OD-1"', 'undefined')) }), { price: '39.00' }],
    ['backslash quote', page('', { head: ld(good.replace('A desk', 'It\\\'s a desk')) }), { price: '39.00' }],
    ['br in json', page('', { head: ld(good.replace('A desk', 'A<br>desk\r\n<b>x</b>')) }), { price: '39.00' }],
    ['cdata', page('', { head: ld(`\n//<![CDATA[\n${good}\n//]]>\n`) }), { price: '39.00' }],
    ['type spaced', page('', { head: `<script type=" application/ld+json ; charset=utf-8">${good}</script>` }), { price: '39.00' }],
    ['ld type upper', page('', { head: `<SCRIPT TYPE="Application/LD+JSON">${good}</SCRIPT>` }), { price: '39.00' }],
    ['ld in body wrapped html comment', page(`<!-- ${ld(good.replace('39', '12'))} --><p>€39.00</p><button>Add to cart</button>`), { price: '39.00' }],
    ['price with comma thousands', page('', { head: ld(P('Oak Desk 120', '1,299.00')) }), { price: '1299.00' }],
    ['price comma decimal', page('', { head: ld(P('Oak Desk 120', '1.299,00')) }), { price: '1299.00' }],
    ['price with symbol', page('', { head: ld(P('Oak Desk 120', '€39.00')) }), { price: '39.00' }],
    ['price zero then text', page('<p>€39.00</p><button>Add to cart</button>', { head: ld(P('Oak Desk 120', '0')) }), { price: '39.00' }],
    ['price 0.00 & sold out', page('<p>Sold out</p>', { head: ld(P('Oak Desk 120', '0.00', { offers: { price: '0.00', priceCurrency: 'EUR', availability: 'OutOfStock' } })) }), { price: null, stock: 'OutOfStock' }],
    ['minor units in ld', page('<p class="price">€39.00</p><button>Add to cart</button>', { head: ld(P('Oak Desk 120', '3900')) }), { price: '39.00' }],
    ['offers graph id', page('', { head: ld({ '@graph': [{ '@type': 'Product', '@id': '#p', 'name': 'Oak Desk 120', 'offers': [{ '@id': '#o' }] }, { '@type': 'Offer', '@id': '#o', 'price': '39', 'priceCurrency': 'EUR' }] }) }), { price: '39.00' }],
    ['price spec list', page('', { head: ld({ '@type': 'Product', 'name': 'Oak Desk 120', 'offers': { '@type': 'Offer', 'priceSpecification': [{ '@type': 'UnitPriceSpecification', 'price': '49', 'priceCurrency': 'EUR', 'priceType': 'https://schema.org/ListPrice' }, { '@type': 'UnitPriceSpecification', 'price': '39', 'priceCurrency': 'EUR' }] } }) }), { price: '39.00', list: '49.00' }],
    ['strikethrough type', page('', { head: ld({ '@type': 'Product', 'name': 'Oak Desk 120', 'offers': { '@type': 'Offer', 'price': '39', 'priceCurrency': 'EUR', 'priceSpecification': { '@type': 'UnitPriceSpecification', 'price': '49', 'priceCurrency': 'EUR', 'priceType': 'https://schema.org/StrikethroughPrice' } } }) }), { price: '39.00', list: '49.00' }],
  ],
  'microdata': [
    ['microdata nested related', page(`<div itemscope itemtype="http://schema.org/Product"><span itemprop="name">Oak Desk 120</span><div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><span itemprop="price" content="39.00">€39</span><meta itemprop="priceCurrency" content="EUR"><link itemprop="availability" href="http://schema.org/InStock"></div><div itemprop="isRelatedTo" itemscope itemtype="http://schema.org/Product"><span itemprop="name">Lamp</span><div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><span itemprop="price">9.00</span></div></div></div>`), { price: '39.00', currency: 'EUR', stock: 'InStock' }],
    ['microdata related not nested', page(`<div itemscope itemtype="http://schema.org/Product"><span itemprop="name">Lamp</span><span itemprop="offers" itemscope itemtype="http://schema.org/Offer"><span itemprop="price">9.00</span></span></div><div itemscope itemtype="http://schema.org/Product"><span itemprop="name">Oak Desk 120</span><div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><span itemprop="price" content="39.00">€39</span></div></div>`), { price: '39.00' }],
    ['itemprop without itemscope', page(`<span itemprop="brand">Acme</span><span itemprop="sku">OD-1</span><span itemprop="price" content="39.00">39</span><meta itemprop="priceCurrency" content="EUR"><link itemprop="availability" href="http://schema.org/OutOfStock">`), { price: '39.00', sku: 'OD-1', brand: 'Acme', stock: 'OutOfStock', currency: 'EUR' }],
    ['cards without itemscope', page(`<p>Call for price</p>${['5.00', '15.00'].map(price => `<div><a href="/p/x"><span itemprop="name">Lamp</span></a><span itemprop="price">${price}</span></div>`).join('')}`), { price: null }],
    ['offer outside product', page(`<div itemscope itemtype="http://schema.org/Product"><span itemprop="name">Oak Desk 120</span></div><div itemscope itemtype="http://schema.org/Offer"><meta itemprop="price" content="39.00"><meta itemprop="priceCurrency" content="EUR"></div>`), { price: '39.00', currency: 'EUR' }],
    ['microdata price text with sup', page(`<div itemscope itemtype="http://schema.org/Product"><span itemprop="name">Oak Desk 120</span><div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><span itemprop="price">39<sup>90</sup> €</span></div></div>`), { price: '39.90' }],
    ['data-vocabulary', page(`<div itemscope itemtype="http://data-vocabulary.org/Product"><span itemprop="name">Oak Desk 120</span><span itemprop="offerDetails" itemscope itemtype="http://data-vocabulary.org/Offer"><meta itemprop="currency" content="EUR"><span itemprop="price">39.00</span><span itemprop="availability" content="in_stock">In stock</span></span></div>`), { price: '39.00', currency: 'EUR', stock: 'InStock' }],
  ],
  'what can be bought': [
    ['disabled sold out button', page(`<p>€39.00</p><button disabled>Sold out</button>`), { stock: 'OutOfStock' }],
    ['notify form', page(`<p>€39.00</p><p>Notify me when this product is available:</p><form><input type=email><button>Notify me</button></form>`), { stock: 'OutOfStock' }],
    ['both soldout hidden', page(`<p>€39.00</p><button>Add to cart</button><p style="display:none">Out of stock</p>`), { stock: 'InStock' }],
    ['bid', page(`<p>Current bid</p><p>$39.00</p><button>Place bid</button>`), { stock: 'InStock' }],
    ['auction ended', page(`<p>Sold for</p><p>$39.00</p><p>Auction closed</p>`), { stock: 'OutOfStock' }],
    ['price only', page(`<p>€39.00</p>`), { stock: null }],
    ['amazon unavailable', page(`<div id="availability"><span class="a-size-medium a-color-price">Currently unavailable.</span><br>We don't know when or if this item will be back in stock.</div>`), { stock: 'OutOfStock' }],
  ],
  'numbers and brands': [
    ['asin', page(`<p>$39.00</p><table><tr><th>ASIN</th><td>B07FW264WL</td></tr></table>`), { sku: 'B07FW264WL' }],
    ['asin url', page(`<p>$39.00</p>`), { sku: 'B07FW264WL' }, 'https://www.amazon.com/Oak-Desk/dp/B07FW264WL?th=1'],
    ['model sku bestbuy', page(`<p>$39.00</p><div><span>Model:</span><span>ABC-123</span> <span>SKU:</span><span>6401728</span></div>`), { sku: '6401728', mpn: 'ABC-123' }],
    ['tcin', page(`<p>$39.00</p><div><b>TCIN</b>: 54321678</div><div><b>UPC</b>: 036000291452</div><div><b>Item Number (DPCI)</b>: 087-10-1234</div>`), { gtin: '036000291452' }],
    ['url number first', page(`<p>$39.00</p>`), { sku: '93133869' }, 'https://shop.example.com/item/93133869_oak-desk-120'],
    ['url number middle', page(`<p>$39.00</p>`), { sku: '54321' }, 'https://shop.example.com/p/54321/oak-desk-120'],
    ['url sku param', page(`<p>$39.00</p>`), { sku: '6401728' }, 'https://shop.example.com/site/oak-desk/6401728.p?skuId=6401728'],
    ['url A- number', page(`<p>$39.00</p>`), { sku: '54321678' }, 'https://shop.example.com/p/oak-desk-120/-/A-54321678'],
    ['wayfair', page(`<p>$39.00</p><nav class="breadcrumb"><span>SKU: W001234567</span></nav>`), { sku: 'W001234567' }, 'https://shop.example.com/x/pdp/oak-desk-w001234567.html'],
    ['brand visit store', page(`<a id="bylineInfo" href="/stores/Acme">Visit the Acme Store</a><p>$39.00</p>`), { brand: 'Acme' }],
    ['brand fr store', page(`<a id="bylineInfo" class="brand">Visiter la boutique Acme</a><p>$39.00</p>`), { brand: 'Acme' }],
    ['brand de store', page(`<a class="brand-link">Besuche den Acme-Store</a><p>$39.00</p>`), { brand: 'Acme' }],
    ['brand it store', page(`<a class="brand-link">Visita lo Store di Acme</a><p>$39.00</p>`), { brand: 'Acme' }],
    ['brand by link', page(`<p>by <a href="/b/acme">Acme</a></p><p>$39.00</p>`), { brand: 'Acme' }],
    ['brand von link', page(`<p>von <a href="/b/acme">Acme</a></p><p>39,00 €</p>`, { lang: 'de' }), { brand: 'Acme' }],
    ['brand logo link', page(`<a href="/brands/acme"><img alt="Acme" src="x.png"></a><p>$39.00</p>`), { brand: 'Acme' }],
    ['brand h2 above title', `<html><head><title>Acme Oak Desk 120 | Shop</title></head><body><main><div><h2 class="brand">Acme</h2><h1>Oak Desk 120</h1><p>€39.00</p></div></main></body></html>`, { brand: 'Acme' }],
    ['brand inside h1', `<html><head><title>Acme Oak Desk 120 - Shop</title></head><body><main><div><h1><a href="/acme/">Acme</a> <span>Oak Desk 120</span></h1><p>€39.00</p></div></main></body></html>`, { brand: 'Acme' }],
    ['brand colon br', page(`<div>Brand: Acme<br>SKU: OD-1<br>Weight: 3 kg</div><p>$39.00</p>`), { brand: 'Acme', sku: 'OD-1' }],
    ['brand td', page(`<table><tr><td>Manufacturer</td><td>Acme</td></tr><tr><td>Part Number</td><td>AC-99</td></tr></table><p>$39.00</p>`), { brand: 'Acme', mpn: 'AC-99' }],
    ['brand breadcrumbs?', page(`<p>$39.00</p>`), { brand: null }],
  ],
}

describe.each(Object.entries(groups))('%s', (_, cases) => {
  test.each(cases.map(([name, html, want, url]) => ({ name, html, want, url })))('$name', ({ html, want, url }) => {
    check(html, want, url)
  })
})

describe('labels', () => {
  test.each([
    ['a label with points in it', '<span>Art.-Nr.:</span> <span>HB-L</span>', { sku: 'HB-L' }],
    ['one label before the numbers of two parts says none of the whole', '<div><p class="a">Article no.:</p><p>903.294.89</p></div><div><p class="a">Article no.:</p><p>603.294.81</p></div><span class="product-code">992-775</span>', { sku: '992-775' }],
    ['stock behind its label on one line, over a button that stays', '<li>Availability: Out Of Stock</li><button>Add to Cart</button>', { stock: 'OutOfStock' }],
  ])('%s', (_, html, want) => {
    check(page(`<p>€39.00</p>${html}`), want)
  })
})

test('a line that is no heading announces other goods as well, over their pictures', () => {
  const other = '<div><a href="/p/boat"><img src="/boat.jpg" alt=""></a><p>Boat</p><p>149,00 zł</p><button>Do koszyka</button></div>'
  check(page(`<p>179,00 zł</p><p>Produkt chwilowo niedostępny</p><div>Podobne produkty</div>${other}`, { lang: 'pl' }), { price: '179.00', stock: 'OutOfStock' })
})

test('what comes on top of the price is not the price', () => {
  check(page('<label><input type="checkbox"> Gift wrap + £3.50</label><div>£45.00</div><button>Add to basket</button><p>Next day delivery £6.95</p>', { lang: 'en-GB' }), { price: '45.00' })
})

test('offers put together without their lowest price have it all the same', () => {
  const offers = (prices: number[]) => ({ '@type': 'AggregateOffer', 'priceCurrency': 'EUR', 'offers': prices.map(price => ({ '@type': 'Offer', price, 'priceCurrency': 'EUR', 'availability': 'InStock' })) })
  check(page('<p>from €7.50</p>', { head: ld({ '@type': 'Product', 'name': 'Oak Desk 120', 'offers': offers([9, 7.5]) }) }), { price: '7.50', currency: 'EUR', stock: 'InStock' })
})

describe('a dollar sign', () => {
  test.each([
    ['in Spanish alone is no certain currency', '', { lang: 'es' }, null],
    ['in Spanish with one country\'s numbers to call', '<a href="tel:+525512345678">Llámanos</a><a href="https://wa.me/5215512345678">WhatsApp</a>', { lang: 'es' }, 'MXN'],
    ['in Spanish with numbers of two countries', '<a href="tel:+525512345678">México</a><a href="tel:+573001234567">Colombia</a>', { lang: 'es' }, null],
    ['in Spanish of a country that only the meta tags name', '', { lang: 'es', head: '<meta property="og:locale" content="es_CO">' }, 'COP'],
    ['in English alone', '', { lang: 'en' }, 'USD'],
    ['in English with numbers of Australia to call', '<a href="tel:+61 2 9012 3456">Call us</a><a href="tel:+61290123456">Call us</a>', { lang: 'en' }, 'AUD'],
  ])('%s', (_, html, options, currency) => {
    check(page(`<p>$ 450.00</p>${html}`, options), { price: '450.00', currency })
  })
})

describe('no price', () => {
  test.each([
    ['a model named by two letters and a number', '<p>Price on request</p><p>Fits DT 770, SR 240 and ID 4711</p>'],
    ['cards of a list that a script opens', `<div class="row">${['$40.00 - $80.00', '<s>$20.00</s> $18.00', '<s>$50.00</s> $25.00', '$40.00'].map((price, index) => `<div class="col"><div class="card"><img src="/${index}.jpg" alt=""><div class="body"><h5>Lamp ${index}</h5>${price}</div><a href="#">Add to cart</a></div></div>`).join('')}</div>`],
    ['a free-delivery limit in a sentence', '<p>Preis auf Anfrage</p><p>Gratis verzending vanaf € 50,00</p><p>Transport gratuit peste 250 RON</p>'],
  ])('is %s', (_, html) => {
    check(page(html), { price: null })
  })
})

test('who a page without goods is by is no brand', () => {
  check(page('<p>by <a href="/authors/jane-doe">Jane Doe</a></p><p>Forty people came to see the desk.</p>'), { price: null, brand: null })
})

test.each([
  ['two labels on one line', '<p>€39.00</p><p>Art.-Nr. 100-4711 · EAN 4006381333931</p>', { sku: '100-4711', gtin: '4006381333931' }],
  ['what a surcharge in the price amounts to', '<p>35,99 € <small>netto</small></p><p>42,83 € <small>brutto</small></p><p>Metallzuschlag enthalten: 12,40 €</p>', { price: '42.83' }],
])('%s', (_, html, want) => {
  check(page(html, { lang: 'de' }), want)
})
