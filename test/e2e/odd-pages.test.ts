import type { Brand, Job } from '../../server/contract/index.ts'
import type { LivingShop } from '../scrape/histories/living-shop.ts'
import type { Gleaner, Home } from './gleaner.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLivingShop } from '../scrape/histories/living-shop.ts'
import { layout } from '../scrape/shops/goods.ts'
import { send } from '../scrape/shops/server.ts'
import { browserMissing, openBrowser } from '../support/browser.ts'
import { createHome, startGleaner } from './gleaner.ts'

describe.skipIf(browserMissing !== null)('odd pages on the page of a job', () => {
  let home: Home
  let shop: LivingShop
  let gleaner: Gleaner
  let chromium: Awaited<ReturnType<typeof openBrowser>>
  let job: Job

  beforeAll(async () => {
    home = await createHome()
    shop = await openLivingShop('sitemap', 8)
    gleaner = await startGleaner(home, { ALLOW_PRIVATE_HOSTS: shop.host })
    chromium = await openBrowser()
    const brand = await gleaner.post<Brand>('/api/brands', { url: shop.origin, name: 'Odd' })
    await gleaner.ended((await gleaner.submit({ type: 'scrape-brand', data: { brandId: brand.id } })).id)
    const [first, second, third, fourth] = shop.listed
    const onRequest = (name: string) => layout(name, `<h1>${name}</h1><p class="price">Call for price</p><p>SKU: X-1</p>`)
    shop.odd.set(shop.pathOf(first!), response => send(response, 200, onRequest(first!.name)))
    shop.odd.set(shop.pathOf(second!), response => send(response, 200, onRequest(second!.name)))
    shop.odd.set(shop.pathOf(third!), response => send(response, 200, `<h1>${third!.name}</h1><script type="application/ld+json">{"@type":"Product","name":"${third!.name}","offers":{"price":"9.95","priceCurrency":"EUR",},}</script>`))
    shop.odd.set(shop.pathOf(fourth!), response => send(response, 200, '<title>Cookies</title><h1>Before you continue</h1><p>We and our partners use cookies.</p><button>Accept all</button>'))
    job = await gleaner.ended((await gleaner.submit({ type: 'scrape-product-details', data: { brandId: brand.id } })).id)
  })
  afterAll(async () => {
    await chromium?.[Symbol.asyncDispose]()
    await gleaner?.[Symbol.asyncDispose]()
    await shop?.[Symbol.asyncDispose]()
    await home?.[Symbol.asyncDispose]()
  })

  test.each([
    ['en-GB', 'What was odd in pages that were read', /It asks to call or write for the price\./, '2 pages', /Its structured data is broken\./, 'Pages that could not be read', 'The shop blocks automatic reading', 'a cookie wall'],
    ['de-DE', 'Auffälliges auf gelesenen Seiten', /Preis auf Anfrage\./, '2 Seiten', /Die strukturierten Daten sind beschädigt\./, 'Seiten, die nicht gelesen werden konnten', 'Der Shop', 'Cookie-Wand'],
  ])('are told in %s, each with how many and one to look at', async (locale, title, onRequest, pages, broken, failures, blocked, wall) => {
    expect(job).toMatchObject({ status: 'completed', result: { read: 7, failed: 1 } })
    const page = await chromium.browser.newPage({ locale, viewport: { width: 1280, height: 1600 } })
    page.setDefaultTimeout(20_000)
    await page.goto(`${gleaner.url}/jobs/${job.id}`)
    const remarks = page.getByRole('region', { name: title }).getByRole('listitem')
    const first = remarks.filter({ hasText: onRequest })
    await first.waitFor()
    expect(await first.innerText()).toContain(pages)
    expect(await first.getByRole('link').getAttribute('href')).toBe(shop.origin + shop.pathOf(shop.listed[0]!))
    expect(await remarks.count()).toBe(2)
    await remarks.filter({ hasText: broken }).waitFor()
    const failure = page.getByRole('region', { name: failures }).getByRole('row').filter({ hasText: blocked })
    expect(await failure.innerText()).toContain(wall)
    await page.close()
  })
})
