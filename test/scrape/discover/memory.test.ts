import process from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { goods, productPage } from '../shops/goods.ts'
import { shopAt, testScraper } from '../shops/run.ts'
import { notFound, send, serve } from '../shops/server.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const files = 10
const perFile = 50_000

test('an index of many full sitemaps is read in flat memory', async () => {
  const [good] = goods(1)
  await using server = await serve(({ url, headers }, response) => {
    const origin = `http://${headers.host}`
    if (url.pathname === '/sitemap.xml')
      return send(response, 200, `<sitemapindex>${Array.from({ length: files }, (_, file) => `<sitemap><loc>${origin}/part-${file}.xml</loc></sitemap>`).join('')}</sitemapindex>`)
    const file = /^\/part-(\d+)\.xml$/.exec(url.pathname)?.[1]
    if (file !== undefined)
      return send(response, 200, `<urlset>${Array.from({ length: perFile }, (_, index) => `<url><loc>${origin}/${index % 50 === 0 ? 'products' : 'magazine-words'}/thing-${file}-${index}</loc></url>`).join('')}</urlset>`)
    return url.pathname.startsWith('/products/') ? send(response, 200, productPage(good!, url.href)) : url.pathname.startsWith('/magazine-words/') ? send(response, 200, '<title>Words</title><p>Only words here.</p>') : notFound(response)
  })
  await using scraper = testScraper(server)
  await using run = scraper.open(shopAt(server.origin))
  const discovery = run.discover({ maxProducts: 1_000_000, signal: AbortSignal.timeout(120_000), onProgress: () => {} })
  let found = 0
  const heaps: number[] = []
  for (let next = await discovery.next(); !next.done; next = await discovery.next()) {
    found += next.value.length
    // What is kept, not what waits to be collected.
    collectGarbage()
    heaps.push(process.memoryUsage().heapUsed)
  }
  expect(found).toBe(files * perFile / 50)
  // After the first windows no more is needed than before them: what is kept grows with the products found, not with what is read.
  const third = Math.floor(heaps.length / 3)
  expect(Math.max(...heaps.slice(2 * third)) - Math.max(...heaps.slice(0, third))).toBeLessThan(60 * 1024 * 1024)
}, 120_000)
