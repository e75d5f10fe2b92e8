import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { ProductDraft } from '../../../server/contract/product.ts'
import { inEnglish } from '../../../server/contract/told.ts'
import { extractProduct } from '../../../server/scrape/extract/index.ts'
import { jsonLd, page, read } from './pages.ts'

describe('what a page without a product is', () => {
  test.each([
    ['blocked', '<html><head><title>Just a moment...</title></head><body><script src="/cdn-cgi/challenge-platform/h/b.js"></script></body></html>'],
    ['blocked', '<html><head><title>Access Denied</title></head><body>You don\'t have permission</body></html>'],
    ['blocked', '<html><head><title>shop.example</title></head><body><p id="cmsg">Please enable JS</p><script src="https://ct.captcha-delivery.com/c.js"></script></body></html>'],
    ['blocked', '<html><head><title>Robot Check</title></head><body>Enter the characters you see below</body></html>'],
    ['soft-404', '<html><head><title>Page not found</title></head><body><h1>Sorry</h1><p>We could not find it.</p></body></html>'],
    ['soft-404', '<html><head><title>Acme</title></head><body><h1>Seite nicht gefunden</h1></body></html>'],
    ['soft-404', '<html><head><title>404 | Acme</title></head><body></body></html>'],
    ['needs-javascript', '<html><head><title>Acme</title></head><body><div id="root"></div><script src="/app.js"></script></body></html>'],
    ['needs-javascript', '<html><head><title>Acme</title></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="app"></div></body></html>'],
    ['not-a-product', `<html><head><title>About us</title></head><body><h1>About us</h1><p>${'We make shoes. '.repeat(100)}</p></body></html>`],
    ['not-a-product', ''],
    ['not-a-product', '%PDF-1.7 \u0000\u0001\u0002 stream'],
  ])('%s: %s', (kind, html) => {
    const read = extractProduct({ url: 'https://shop.example/x', html }, { recipe: null })
    expect(read.kind).toBe(kind)
    expect(inEnglish(read.reason ?? [])).toMatch(/\w/)
  })

  test('a product page that mentions a captcha is a product page', () => {
    expect(read(page('<h1>Blue Shoe</h1><p class="price">49,90 €</p><form>Solve the captcha <script src="https://www.google.com/recaptcha/api.js"></script></form>')).kind).toBe('product')
  })

  test('a cookie wall before a product does not hide it', () => {
    expect(read(page(`<div class="cookie-modal">We use cookies worth 1.000 €</div><h1>Blue Shoe</h1><p class="price">49,90 €</p><button>Add to cart</button>`)).draft.priceMinor).toBe(4990)
  })

  test('"call for price" leaves the price empty, and the product is still one', () => {
    expect(read(page('<h1>Blue Shoe</h1><p class="price">Call for price</p><p>SKU: BS-1</p>'))).toMatchObject({ kind: 'product', draft: { priceMinor: null, sku: 'BS-1' } })
  })

  test('a sold-out page without price', () => {
    expect(read(page('<h1>Blue Shoe</h1>', jsonLd({ '@type': 'Product', 'name': 'Blue Shoe', 'offers': { availability: 'https://schema.org/OutOfStock', price: '0', priceCurrency: 'EUR' } })))).toMatchObject({ kind: 'product', draft: { priceMinor: null, availability: 'OutOfStock' } })
  })
})

describe('two prices that contradict each other', () => {
  const markup = (price: string) => jsonLd({ '@type': 'Product', 'name': 'Blue Shoe', 'offers': { price, priceCurrency: 'EUR', availability: 'InStock' } })

  test('lower the confidence, and the other one is kept as evidence', () => {
    const agreed = read(page('<h1>Blue Shoe</h1><p class="price">49,90 €</p><del>60 €</del>', markup('49.90'))).evidence.price
    const contradicted = read(page('<h1>Blue Shoe</h1><p class="price">12,00 €</p>', markup('49.90'))).evidence.price
    expect(agreed!.confidence).toBeGreaterThan(0.95)
    expect(contradicted!.confidence).toBeLessThan(0.9)
    expect(contradicted!.others.map(each => each.value)).toContain('12')
  })

  test('the list price in markup yields to the sale price beside a struck one', () => {
    expect(read(page('<h1>Blue Shoe</h1><del>60,00 €</del> <span class="price">49,90 €</span>', markup('60.00'))).draft).toMatchObject({ priceMinor: 4990, listPriceMinor: 6000 })
  })
})

describe('pages that attack the reader', () => {
  /** Milliseconds of this thread alone: a busy machine makes a page wait, not dearer. */
  const spent = (since?: NodeJS.CpuUsage): number => {
    const { user, system } = process.threadCpuUsage(since)
    return (user + system) / 1000
  }
  test.each<[string, () => string]>([
    ['a million nested elements', () => '<div>'.repeat(1_000_000)],
    ['a million nested elements and as many strange ends', () => '<div>'.repeat(200_000) + '</p>'.repeat(500_000)],
    ['30 MB of text', () => `<title>x</title><h1>x</h1><p>${'lorem ipsum '.repeat(2_500_000)}`],
    ['30 MB of one open script', () => `<script>${'{'.repeat(30_000_000)}`],
    ['unclosed tags', () => '<a '.repeat(300_000)],
    ['unclosed comments', () => '<!--'.repeat(300_000)],
    ['unclosed quotes', () => '<meta content="'.repeat(100_000)],
    ['a hundred thousand scripts', () => '<script>var price = {</script>'.repeat(100_000)],
    ['brackets without end in a script', () => `<script>var product = price=${'=['.repeat(300_000)}</script>`],
    ['parentheses without end in a script', () => `<script>var product = "price"; ${'({'.repeat(300_000)}</script>`],
    ['deep JSON-LD', () => jsonLd(`${'{"a":['.repeat(100_000)}`)],
    ['much JSON-LD', () => jsonLd({ '@graph': Array.from({ length: 20_000 }, (_, index) => ({ '@type': 'Product', 'name': `p${index}`, 'offers': { price: index } })) })],
    ['a hundred thousand prices', () => `<h1>x</h1>${'<span class="price">1,00 €</span>'.repeat(100_000)}`],
    ['a hundred thousand buttons', () => `<h1>x</h1>${'<button>Add to cart</button>'.repeat(100_000)}`],
    ['a hundred thousand headings', () => '<h1>'.repeat(100_000)],
    ['nested microdata', () => '<div itemscope itemprop="offers" itemtype="https://schema.org/Product">'.repeat(5000)],
    ['a huge attribute', () => `<h1>x</h1><div data-product='{"price":${'[1,'.repeat(500_000)}'></div>`],
    ['null characters', () => '\u0000'.repeat(1_000_000)],
    ['lone surrogates', () => `<h1>${'\uD800'.repeat(100_000)}</h1><title>\uDFFF</title>`],
    ['entities', () => `<h1>${'&amp;'.repeat(300_000)}</h1>`],
  ])('%s', (_, html) => {
    const page = html()
    const from = process.threadCpuUsage()
    const { draft } = extractProduct({ url: 'https://shop.example/x', html: page }, { recipe: null })
    expect(spent(from)).toBeLessThan(10_000)
    expect(ProductDraft.safeParse(draft).error).toBeUndefined()
  }, 120_000)

  test.each(['', 'not an address', 'javascript:alert(1)', 'http://', '//', 'https://[::1', `https://shop.example/${'a'.repeat(100_000)}`])('the address %o', (url) => {
    expect(() => extractProduct({ url, html: page('<h1>Blue Shoe</h1><a href="/x">x</a>', '<link rel="canonical" href="::::"><base href="%%">') }, { recipe: null })).not.toThrow()
  })

  test('names of JavaScript\'s own prototype are only names', () => {
    const { draft } = read(page('<h1>Blue Shoe</h1>', jsonLd('{"@type":"Product","name":"Blue Shoe","__proto__":{"polluted":1},"constructor":"x","additionalProperty":[{"name":"__proto__","value":"x"}]}')))
    expect(draft.name).toBe('Blue Shoe')
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})
