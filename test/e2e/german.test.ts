import type { Brand, Job, TimelineEntry } from '../../server/contract/index.ts'
import type { LivingShop } from '../scrape/histories/living-shop.ts'
import type { Gleaner, Home } from './gleaner.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLivingShop } from '../scrape/histories/living-shop.ts'
import { browserMissing, openBrowser } from '../support/browser.ts'
import { createHome, startGleaner } from './gleaner.ts'

describe.skipIf(browserMissing !== null)('what the server tells, to a German viewer', () => {
  let home: Home
  let shop: LivingShop
  let gleaner: Gleaner
  let chromium: Awaited<ReturnType<typeof openBrowser>>
  let brand: Brand

  beforeAll(async () => {
    home = await createHome()
    shop = await openLivingShop('sitemap', 8)
    gleaner = await startGleaner(home, { ALLOW_PRIVATE_HOSTS: shop.host })
    chromium = await openBrowser()
    brand = await gleaner.post<Brand>('/api/brands', { url: shop.origin, name: 'Laden' })
  })
  afterAll(async () => {
    await chromium?.[Symbol.asyncDispose]()
    await gleaner?.[Symbol.asyncDispose]()
    await shop?.[Symbol.asyncDispose]()
    await home?.[Symbol.asyncDispose]()
  })

  test.each([
    ['scrape-brand', ['Angenommen', 'Versuch 1 von 3', '8 Produkte über Sitemap gefunden: 8 neu, 0 geändert'], ['8 Produktadressen', 'keine robots.txt (404)']],
    ['scrape-product-details', ['Angenommen', 'Versuch 1 von 2', '8 von 8 Produktseiten gelesen: 8 geändert, 0 unverändert, 0 gescheitert'], []],
    ['export-csv', ['Angenommen', 'Versuch 1 von 1', /^8 Produkte in products-export-[\w-]+\.csv geschrieben$/], []],
  ] as const)('the page of a finished %s has no line of English in its timeline, nor in its result', async (type, lines, facts) => {
    const job: Job = await gleaner.ended((await gleaner.submit({ type, data: { brandId: brand.id } })).id)
    expect(job.status).toBe('completed')
    const { items } = await gleaner.get<{ items: TimelineEntry[] }>(`/api/jobs/${job.id}/timeline`)
    const page = await chromium.openPage({ locale: 'de-DE' })
    await page.goto(`${gleaner.url}/jobs/${job.id}`)
    const timeline = page.getByRole('log', { name: 'Verlauf' })
    for (const line of lines)
      await timeline.getByText(line, { exact: true }).waitFor()
    expect(items.length).toBeGreaterThanOrEqual(lines.length)
    const { tried = [], fetch } = job.result as { tried?: { note: string }[], fetch?: { robots: string } }
    const english = [...items.map(({ message }) => message), ...tried.map(({ note }) => note), ...fetch ? [fetch.robots] : []]
    const shown = await page.getByRole('main').innerText()
    expect(english.filter(text => shown.includes(text))).toEqual([])
    for (const fact of facts)
      expect(shown).toContain(fact)
    await page.close()
  })
})
