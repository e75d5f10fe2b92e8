import type { PageRemark } from '../../../server/contract/page-remark.ts'
import type { ErrorCode } from '../../../server/contract/problem.ts'
import type { ProductDraft } from '../../../server/contract/product.ts'
import type { Good } from '../shops/goods.ts'
import { Buffer } from 'node:buffer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobTypes } from '../../../server/contract/job-types.ts'
import { createLedgerService } from '../../../server/jobs/ledger-service.ts'
import { createLedgerThingStore } from '../../../server/store/ledger-thing-store.ts'
import { createRunStore } from '../../../server/store/run-store.ts'
import { layout, productPage } from '../shops/goods.ts'
import { send } from '../shops/server.ts'
import { urlset } from '../shops/sitemap-shop.ts'
import { follow } from './follow.ts'

// Issue 3, "Bad input": through both jobs, with the real engine and the real store, over the real network. What a person
// reads of it on the job's page is asserted word by word.

const results = { found: jobTypes['scrape-brand'].result, read: jobTypes['scrape-product-details'].result }

interface Answer { body: string | Buffer, status?: number, headers?: Record<string, string> }
type Spoil = (page: string, good: Good) => string | Answer

const head = '<script type="application/ld+json">'
const dataOf = (page: string): string => page.split(head)[1]!.split('</script>')[0]!
const shown = (good: Good, text: string, button = '<button>Add to cart</button>'): string => layout(good.name, `<h1>${good.name}</h1>${text}${button}`)
const soldOut = '<button disabled>Sold out</button>'
const marked = (good: Good, offer: object, button?: string): string => shown(good, `${head}${JSON.stringify({ '@type': 'Product', 'name': good.name, 'sku': good.sku, 'offers': offer })}</script>`, button)

/** Pages of products that are odd, yet read: the draft that is kept, and the line in the result; null where nothing is odd to a shop. */
const odd: [string, Spoil, (good: Good) => Partial<ProductDraft>, PageRemark | null][] = [
  ['JSON-LD that is broken, and can be repaired', page => page.replace(dataOf(page), `// template v2\n${dataOf(page).replace(/\}$/, ',}')}`), good => ({ name: good.name, sku: good.sku, priceMinor: good.priceMinor, currency: 'EUR' }), 'broken-json-ld'],
  ['JSON-LD beyond repair: the page\'s text counts', page => page.replace(dataOf(page), '{"@type": "Product", "name": "'), good => ({ name: good.name, priceMinor: good.priceMinor, currency: 'EUR' }), 'broken-json-ld'],
  ['two prices that contradict each other', (_, good) => marked(good, { price: '49.90', priceCurrency: 'EUR', availability: 'InStock' }).replace('</h1>', '</h1><p class="price">12,00 €</p>'), () => ({ currency: 'EUR' }), 'contradicting-prices'],
  ['a price of 0', (_, good) => marked(good, { price: '0.00', priceCurrency: 'EUR', availability: 'InStock' }), good => ({ name: good.name, priceMinor: null, availability: 'InStock' }), 'zero-price'],
  ['"call for price"', (_, good) => shown(good, `<p class="price">Call for price</p><p>SKU: ${good.sku}</p>`), good => ({ name: good.name, sku: good.sku, priceMinor: null }), 'price-on-request'],
  ['"Preis auf Anfrage"', (_, good) => shown(good, `<p class="price">Preis auf Anfrage</p><p>SKU: ${good.sku}</p>`), good => ({ name: good.name, priceMinor: null }), 'price-on-request'],
  ['sold out, and without a price', (_, good) => marked(good, { availability: 'https://schema.org/OutOfStock' }, soldOut), good => ({ name: good.name, priceMinor: null, availability: 'OutOfStock' }), 'sold-out-without-price'],
  ['without a price, and without a word why', (_, good) => marked(good, { availability: 'InStock' }), good => ({ name: good.name, priceMinor: null }), 'no-price'],
  ['a cookie banner before the product', page => page.replace('<main>', '<main><div class="cookie-modal"><h2>We use cookies</h2><button>Accept all</button></div>'), good => ({ name: good.name, priceMinor: good.priceMinor }), null],
  ['a currency without minor units', (_, good) => marked(good, { price: '12800', priceCurrency: 'JPY', availability: 'InStock' }).replace('</h1>', '</h1><p>¥12,800(税込)</p>'), () => ({ priceMinor: 12800, currency: 'JPY' }), null],
  ['text from right to left', (_, good) => marked({ ...good, name: 'حذاء جلد أزرق' }, { price: '129.50', priceCurrency: 'SAR', availability: 'InStock' }).replace('<html lang="en">', '<html lang="ar" dir="rtl">').replace('</h1>', '</h1><p dir="rtl">١٢٩٫٥٠ ر.س</p>'), () => ({ name: 'حذاء جلد أزرق', priceMinor: 12950, currency: 'SAR', language: 'ar' }), null],
  ['encodings mixed in one page', (page) => {
    const [before, after] = page.split('</h1>')
    return { body: Buffer.concat([Buffer.from(`${before!.replace('<meta charset="utf-8">', '<meta charset="windows-1252">')}</h1><p>Größe`), Buffer.from('Caf\xE9', 'latin1'), Buffer.from(`</p>${after}`)]), headers: { 'content-type': 'text/html; charset=utf-8' } }
  }, good => ({ name: good.name, priceMinor: good.priceMinor }), 'unreadable-characters'],
  ['a header that contradicts the page\'s own word for its encoding', (page, good) => ({ body: Buffer.from(page.replaceAll(good.name, 'Käse für Öfen'), 'latin1'), headers: { 'content-type': 'text/html; charset=iso-8859-1' } }), good => ({ name: 'Käse für Öfen', priceMinor: good.priceMinor }), null],
]

const wall = '<title>Cookie settings</title><h1>Before you continue</h1><p>We use cookies. To go on, agree to cookies of us and our 842 partners.</p><button>Accept all</button><button>Settings</button>'

/** Pages that cannot be read: the line in the result, which the product's row says as well. */
const unreadable: [string, Spoil, ErrorCode, RegExp][] = [
  ['a soft 404', () => layout('Page not found', '<h1>Page not found</h1><p>Sorry, this product could not be found.</p>'), 'soft-404', /^The page says that it does not exist \(Page not found\)\.$/],
  ['a cookie wall', () => wall, 'blocked', /^The shop asks to agree to cookies before it shows the page \(a cookie wall\)\.$/],
  ['a bot-protection page that answers 200', () => '<title>Just a moment...</title><script src="/cdn-cgi/challenge-platform/h/b/orchestrate"></script>', 'blocked', /^The shop answered with a bot-protection page \(Cloudflare challenge\)\.$/],
  ['a bot-protection page that answers 403', () => ({ body: '<title>Just a moment...</title>', status: 403 }), 'blocked', /^The shop refuses to show this page \(403\)\.$/],
  ['a page of 30 MB', page => ({ body: Buffer.from(page).toString().padEnd(30_000_000) }), 'too-large', /^The answer is larger than 10 MB\.$/],
  ['a PDF', () => ({ body: '%PDF-1.7 …', headers: { 'content-type': 'application/pdf' } }), 'unsupported-content', /^This is not a web page but application\/pdf\.$/],
  ['a PDF that calls itself a page', () => '%PDF-1.7 …', 'unsupported-content', /^This is not a web page but a file\.$/],
]

/** One shop for all lines about pages: each spoils the page of a product of its own. */
let life: Awaited<ReturnType<typeof follow>>
let next = 1
beforeAll(async () => {
  life = await follow('sitemap', { count: 1 + odd.length + unreadable.length })
  await life.run('scrape-brand')
})
afterAll(() => life[Symbol.asyncDispose]())

/** Reads two pages, of which the second answers as `spoil` says; then its row, and what the job says of it. */
async function readSpoiled(spoil: Spoil) {
  const { shop, world } = life
  const good = shop.listed[next++]!
  const urls = [shop.listed[0]!, good].map(each => shop.origin + shop.pathOf(each))
  const url = urls[1]!
  const spoiled = spoil(productPage(good, url), good)
  const { body, status = 200, headers }: Answer = typeof spoiled === 'string' ? { body: spoiled } : spoiled
  shop.odd.set(shop.pathOf(good), response => send(response, status, body, headers))
  const find = async () => (await life.products()).filter(each => urls.includes(each.url))
  const job = await life.run('scrape-product-details', { productIds: (await find()).map(product => product.id) })
  const ledger = createLedgerService({ ...world, runs: createRunStore(world.database), things: createLedgerThingStore(world.database) })
  return { good, url, product: (await find()).find(each => each.url === url)!, job, result: results.read.parse(job.result), counts: (await ledger.ledger(job.id)).counts, failed: (await ledger.things(job.id, { bucket: 'failed', limit: 10 })).items }
}

test.each(odd)('%s', async (_, spoil, draft, remark) => {
  const { good, url, product, job, result, counts } = await readSpoiled(spoil)
  expect(job).toMatchObject({ status: 'completed', error: null })
  expect(product).toMatchObject({ status: 'read', ...draft(good) })
  expect(result).toMatchObject({ products: 2, read: 2, failed: 0, failures: [] })
  expect(result.remarks).toEqual(remark === null ? [] : [{ remark, pages: 1, url }])
  expect(counts).toMatchObject({ discovered: 2, done: 2, failed: 0 })
})

test.each(unreadable)('%s', async (_, spoil, code, message) => {
  const { url, product, job, result, counts, failed } = await readSpoiled(spoil)
  expect(job.status).toBe('completed')
  expect(result).toMatchObject({ products: 2, read: 1, failed: 1, failures: [{ code, url, message: expect.stringMatching(message) as string }], remarks: [] })
  expect(counts).toMatchObject({ discovered: 2, done: 1, failed: 1 })
  expect(failed).toMatchObject([{ productId: product.id, code, message: expect.stringMatching(message) as string }])
})

test('the same remark of many pages is one line, the commonest first', async () => {
  await using its = await follow('sitemap', { count: 6 })
  await its.run('scrape-brand')
  for (const [index, good] of its.shop.listed.entries())
    its.shop.odd.set(its.shop.pathOf(good), response => send(response, 200, index < 2 ? marked(good, { availability: 'OutOfStock' }, soldOut) : marked(good, { price: 0, priceCurrency: 'EUR', availability: 'InStock' })))
  const { remarks } = results.read.parse((await its.run('scrape-product-details')).result)
  expect(remarks).toMatchObject([{ remark: 'zero-price', pages: 4 }, { remark: 'sold-out-without-price', pages: 2 }])
  // A second look at pages that say the same as before says it again.
  const again = results.read.parse((await its.run('scrape-product-details', { full: true })).result)
  expect(again).toMatchObject({ read: 6, remarks: [{ remark: 'zero-price', pages: 4 }, { remark: 'sold-out-without-price', pages: 2 }] })
})

test('a sitemap that lists itself is read once, and that is told', async () => {
  await using its = await follow('sitemap', { count: 4 })
  const { shop } = its
  const xml = { 'content-type': 'application/xml' }
  const index = (...files: string[]): string => `<sitemapindex>${files.map(file => `<sitemap><loc>${shop.origin}${file}</loc></sitemap>`).join('')}</sitemapindex>`
  shop.odd.set('/sitemap.xml', response => send(response, 200, index('/sitemap.xml', '/b.xml'), xml))
  shop.odd.set('/b.xml', response => send(response, 200, index('/sitemap.xml', '/c.xml'), xml))
  shop.odd.set('/c.xml', response => send(response, 200, urlset(shop.listed.map(good => shop.origin + shop.pathOf(good))), xml))
  const job = await its.run('scrape-brand')
  const { tried, ...result } = results.found.parse(job.result)
  expect(result).toMatchObject({ found: 4, complete: true, failed: 0, strategy: 'sitemap' })
  expect(tried.find(way => way.strategy === 'sitemap')?.note).toBe('4 product addresses, 4 listed in 3 sitemap files, 2 files listed again and not read twice')
})

test('a robots.txt of 10 MB is obeyed in its first 500 KiB, and that is told', async () => {
  await using its = await follow('sitemap', { count: 4 })
  its.shop.odd.set('/robots.txt', response => send(response, 200, `User-agent: *\nDisallow: /secret\n${'# nothing to see here\n'.repeat(500_000)}Disallow: /\n`, { 'content-type': 'text/plain' }))
  const { found, read } = await its.both()
  expect(found).toMatchObject({ found: 4, complete: true, fetch: { robots: 'robots.txt obeyed: 1 rule, of a longer file its first 500 KiB, as RFC 9309 says' } })
  expect(read).toMatchObject({ read: 4, failed: 0 })
})

test.each<[string, string, number, RegExp]>([
  ['a cookie wall', wall, 200, /^No products found\. The shop asks to agree to cookies before it shows the page \(a cookie wall\)\./],
  ['a bot-protection page that answers 200', '<title>Just a moment...</title><script src="/cdn-cgi/challenge-platform/h/b/orchestrate"></script>', 200, /^No products found\. The shop answered with a bot-protection page \(Cloudflare challenge\)\./],
  ['a bot-protection page that answers 403', '<title>Just a moment...</title>', 403, /^No products found\. The shop refuses to show this page \(403\)\./],
])('a whole shop behind %s: the run says that it is blocked, and nothing is taken away', async (_, body, status, message) => {
  await using its = await follow('sitemap', { count: 4 })
  await its.both()
  for (const path of ['/', '/sitemap.xml', ...its.shop.listed.map(its.shop.pathOf)])
    its.shop.odd.set(path, response => send(response, status, body))
  const job = await its.run('scrape-brand')
  expect(job).toMatchObject({ status: 'failed', error: { code: 'blocked', message: expect.stringMatching(message) as string } })
  expect((await its.products()).map(product => product.status)).toEqual(['read', 'read', 'read', 'read'])
  expect((await its.run('scrape-product-details', { full: true })).error).toMatchObject({ code: 'all-pages-failed', message: expect.stringContaining('4') as string })
})

test('a product of a shop that lists it no more, behind a cookie wall, is not called gone', async () => {
  await using its = await follow('sitemap', { count: 4 })
  await its.both()
  const { shop } = its
  const [victim] = shop.listed
  shop.listed = shop.listed.slice(1)
  shop.odd.set(shop.pathOf(victim!), response => send(response, 200, wall))
  expect((await its.run('scrape-brand')).result).toMatchObject({ found: 3, complete: true, gone: 0, hidden: 0, unsure: 1 })
})
