import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { emptyPath, retiredPath, sampleProducts, startSampleShop } from '../../server/sample-shop/index.ts'
import { statementOf } from './statements.ts'

function hasCheckDigit(gtin: string): boolean {
  return [...gtin].reduce((sum, digit, at) => sum + Number(digit) * (at % 2 ? 3 : 1), 0) % 10 === 0
}

async function hrefsOf(url: string, selector: string): Promise<string[]> {
  const { document } = parseHTML(await (await fetch(url)).text())
  return [...document.querySelectorAll(selector)].map(link => link.getAttribute('href') ?? link.getAttribute('src') ?? '')
}

describe('the catalogue', () => {
  test('has 48 products, each with its own path, SKU and name', () => {
    expect(sampleProducts).toHaveLength(48)
    for (const field of ['path', 'sku', 'name'] as const)
      expect(new Set(sampleProducts.map(product => product[field])).size, field).toBe(48)
  })

  test('has GTINs with a valid check digit under the prefix for demonstrations, none twice', () => {
    const gtins = sampleProducts.flatMap(({ gtin }) => gtin ?? [])
    expect(gtins.length).toBeGreaterThan(30)
    expect(new Set(gtins).size).toBe(gtins.length)
    expect(gtins.filter(gtin => !/^952\d{10}$/.test(gtin) || !hasCheckDigit(gtin))).toEqual([])
  })

  test('has something of everything: every kind of markup, sales, variants, sold-out articles', () => {
    expect(new Set(sampleProducts.map(({ markup }) => markup))).toEqual(new Set(['product', 'graph', 'listed', 'group', 'aggregate', 'microdata', 'open-graph']))
    expect(sampleProducts.filter(({ listPriceMinor }) => listPriceMinor !== null).length).toBeGreaterThan(4)
    expect(sampleProducts.filter(({ variants }) => variants > 1).length).toBeGreaterThan(8)
    expect(sampleProducts.filter(({ availability }) => availability === 'OutOfStock').length).toBeGreaterThan(2)
  })
})

describe('the running shop', () => {
  test('states on every product page what its catalogue says', async () => {
    await using shop = await startSampleShop()
    for (const product of sampleProducts) {
      const page = await (await fetch(shop.url + product.path)).text()
      expect(product, product.path).toMatchObject(statementOf(page) ?? { path: 'a page that states something' })
    }
  })

  test('lists every product in its sitemap, and two addresses that cannot be read', async () => {
    await using shop = await startSampleShop()
    const sitemap = await (await fetch(`${shop.url}/sitemap.xml`)).text()
    const paths = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc]) => loc!.replace(shop.url, ''))
    expect(paths.filter(path => path.startsWith('/products/')).sort()).toEqual([...sampleProducts.map(({ path }) => path), retiredPath, emptyPath].sort())
    expect((await fetch(shop.url + retiredPath)).status).toBe(404)
    const empty = await fetch(shop.url + emptyPath)
    expect(empty.status).toBe(200)
    expect(statementOf(await empty.text())).toBeNull()
  })

  test('reaches every product from its home page through categories and their next pages', async () => {
    await using shop = await startSampleShop()
    const met = new Set<string>()
    for (const category of await hrefsOf(shop.url, 'header nav a')) {
      for (let page: string | undefined = category; page; [page] = await hrefsOf(shop.url + page, 'link[rel="next"]'))
        (await hrefsOf(shop.url + page, '.card a')).forEach(href => met.add(href))
    }
    expect([...met].sort()).toEqual(sampleProducts.map(({ path }) => path).sort())
  })

  test('draws every picture, the same one each time', async () => {
    await using shop = await startSampleShop()
    for (const { imagePath } of sampleProducts) {
      const [first, second] = await Promise.all([fetch(shop.url + imagePath), fetch(shop.url + imagePath)])
      expect(first.headers.get('content-type'), imagePath).toContain('image/svg+xml')
      const drawing = await first.text()
      expect(drawing).toMatch(/^<svg [^>]*>[\s\S]*<\/svg>\n$/)
      expect(drawing).not.toMatch(/NaN|undefined/)
      expect(await second.text()).toBe(drawing)
    }
  })

  test('has no dead link but the one in its sitemap', async () => {
    await using shop = await startSampleShop()
    const waiting = ['/']
    const seen = new Set(waiting)
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const response = await fetch(shop.url + path)
      expect(response.status, path).toBe(200)
      if (!response.headers.get('content-type')?.includes('html'))
        continue
      const { document } = parseHTML(await response.text())
      for (const element of document.querySelectorAll('a[href], link[href], img[src]')) {
        const target = new URL(element.getAttribute('href') ?? element.getAttribute('src')!, shop.url)
        if (target.origin === shop.url && !seen.has(target.pathname + target.search))
          waiting.push(target.pathname + target.search)
        seen.add(target.pathname + target.search)
      }
    }
    expect(seen.size).toBeGreaterThan(120)
  })

  test('answers 304 to a reader who already has the page', async () => {
    await using shop = await startSampleShop()
    const url = shop.url + sampleProducts[0]!.path
    const etag = (await fetch(url)).headers.get('etag')!
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  test.each(['/collections/bags?page=0', '/collections/bags?page=99', '/collections/bags?page=x', '/collections/hats', '/products/', '/products/%2F..%2F', '/images/morning-mug-neon.svg', '/images/morning-mug-constructor.svg', '/nothing'])('answers 404 to %s', async (path) => {
    await using shop = await startSampleShop()
    expect((await fetch(shop.url + path)).status).toBe(404)
  })

  test('rejects a port that is taken, and closes twice without complaint', async () => {
    const shop = await startSampleShop()
    await expect(startSampleShop({ port: Number(new URL(shop.url).port) })).rejects.toThrow('EADDRINUSE')
    await shop.close()
    await expect(shop.close()).resolves.toBeUndefined()
    await expect(fetch(shop.url)).rejects.toThrow()
  })
})
