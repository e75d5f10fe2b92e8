import type { Page } from 'playwright-core'
import type { App } from 'vue'
import type { Brand, BulkOperation, Job, ProductSummary } from '../../server/contract/index.ts'
import type { Gleaner, Home } from './gleaner.ts'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { badgeTones } from '../../web/display/badge-tones.ts'
import { browserMissing, openBrowser } from '../support/browser.ts'
import { createHome, startGleaner } from './gleaner.ts'

/** What axe found on a page: the rule, and the first element that breaks it. */
interface Violation { id: string, nodes: { html: string, failureSummary?: string }[] }

/** Every page is opened by its address once, and reached from another one otherwise. */
const screens = [
  { name: 'wide', viewport: { width: 1280, height: 900 }, opensEach: true },
  { name: 'narrow', viewport: { width: 360, height: 740 }, opensEach: false },
]
/** Of axe's rules, the one whose answer depends on the colours. */
const colourRule = 'color-contrast'

async function violations(page: Page, rules?: string[]): Promise<string[]> {
  // What fades in is half transparent for a moment, and would be measured as too pale.
  await page.evaluate(() => Promise.all(document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity).map(({ finished }) => finished.catch(() => {}))))
  const found = await page.evaluate(
    // Of what is right it need not tell where. Only its rule about sound reads files beforehand.
    runOnly => (window as unknown as { axe: { run: (options: object) => Promise<{ violations: Violation[] }> } }).axe.run({ resultTypes: ['violations'], preload: document.querySelector('audio, video') !== null, ...runOnly && { runOnly } }),
    rules,
  )
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)} – ${nodes[0]!.failureSummary ?? ''}`)
}

/** Goes on within the dashboard, as its links do: a page loaded anew costs four times as much computing. */
async function goOn(page: Page, path: string): Promise<void> {
  await page.evaluate(async (path) => {
    const { __vue_app__: app } = document.querySelector('#app') as Element & { __vue_app__: App }
    await app.config.globalProperties.$router.push(path)
  }, path)
}

/** The page has its data, and a dialog only where its address asks for one. */
async function settled(page: Page, path: string): Promise<void> {
  await page.getByRole('heading', { level: 1, includeHidden: true }).first().waitFor({ state: 'attached' })
  await page.getByRole('dialog').waitFor({ state: /new=1|add=1|edit=new|views=1/.test(path) ? 'visible' : 'detached' })
  await page.waitForFunction(() => document.querySelector('[role="status"] .animate-pulse, [aria-busy="true"]') === null)
  expect(page.url()).toBe(new URL(path, page.url()).href)
}

/** The page that an address leads to, whatever it is about and shows of it. */
function pageOf(path: string): string {
  return path.replace(/\?.*/, '').replace(/[\da-f-]{36}/, ':id')
}

/** What badges stand on: cards, rows under the pointer, chosen ones, failures, the page itself. */
const grounds = ['bg-default', 'bg-muted', 'bg-elevated', 'bg-field', 'bg-default bg-primary/6', 'bg-default bg-error/6']

describe.skipIf(browserMissing !== null)('every page, for those who do not see it or see it otherwise', () => {
  let home: Home
  let gleaner: Gleaner
  let chromium: Awaited<ReturnType<typeof openBrowser>>
  let paths: string[]
  const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

  beforeAll(async () => {
    home = await createHome()
    gleaner = await startGleaner(home, { SAMPLE_SHOP: 'on' })
    chromium = await openBrowser()
    await gleaner.line(/✓ Writing the export/)
    const { items: jobs } = await gleaner.get<{ items: Job[] }>('/api/jobs')
    const { items: [brand] } = await gleaner.get<{ items: Brand[] }>('/api/brands')
    const { items: products } = await gleaner.get<{ items: ProductSummary[] }>('/api/products?status=read&limit=1')
    // Its port is closed to the scraper: its run fails, and fills the pages of failures.
    const away = await gleaner.post<Brand>('/api/brands', { url: 'http://127.0.0.1:1/', name: 'Away & Co' })
    const lost = await gleaner.submit({ type: 'scrape-brand', data: { brandId: away.id } })
    await gleaner.ended(lost.id)
    const listed = await gleaner.post<BulkOperation>('/api/bulk-operations', { action: 'export-list', filter: {} })
    const [first, ...others] = jobs
    // None follows itself with another query: each begins afresh, as one that is opened does.
    paths = [
      '/',
      '/failures',
      `/jobs/${lost.id}`,
      '/?span=hour',
      '/jobs?sort=-duration&columns=status,priority,worker,finished,duration&live=off&cause=timeout',
      `/jobs/${first!.id}`,
      '/jobs',
      '/brands',
      '/jobs?tag=none&priority=3&finishedAfter=2026-11-01T00:00:00.000Z&views=1',
      '/brands?add=1',
      '/jobs?new=1',
      ...others.map(({ id }) => `/jobs/${id}`),
      `/brands/${brand!.id}?tab=products`,
      '/products',
      `/brands/${brand!.id}?tab=runs`,
      '/products?currency=EUR&priceMin=1000&hasVariants=true&sort=-price&columns=price,sku,category,rating,created,seen',
      `/brands/${brand!.id}?tab=recipe`,
      `/products/${products[0]!.id}`,
      `/brands/${brand!.id}?tab=settings`,
      '/exports',
      '/schedules',
      '/workers',
      '/schedules?edit=new',
      '/settings',
      '/operations',
      `/operations/${listed.id}`,
      '/no-such-page',
    ]
  })
  afterAll(async () => {
    await chromium?.[Symbol.asyncDispose]()
    await gleaner?.[Symbol.asyncDispose]()
    await home?.[Symbol.asyncDispose]()
  })

  test.for(['light', 'dark'] as const)('badges are read on every ground: %s', async (colorScheme, { expect }) => {
    await using context = await chromium.browser.newContext({ colorScheme, reducedMotion: 'reduce' })
    await context.addInitScript(await axe)
    const page = await context.newPage()
    await page.goto(gleaner.url)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const words = await page.evaluate(([tones, grounds]) => {
      document.body.innerHTML = grounds.map(ground => ground.split(' ').reduceRight((inside, colour) => `<div class="${colour} p-2">${inside}</div>`, tones.map(tone => `<span class="text-xs font-medium ${tone}">Badge</span>`).join(' '))).join('')
      return document.querySelectorAll('span').length
    }, [[...Object.values(badgeTones), 'text-muted', 'text-dimmed'], grounds] as const)
    expect(words).toBeGreaterThan(50)
    expect(await violations(page, [colourRule])).toEqual([])
  })

  // Most of the time is the pages' own: two cores are better than one.
  test.concurrent.for(screens)('axe finds nothing to complain about, and nothing is wider than the screen: $name', { timeout: 240_000 }, async ({ viewport, opensEach }, { expect }) => {
    await using context = await chromium.browser.newContext({ viewport, colorScheme: 'light', locale: 'en-GB', reducedMotion: 'reduce' })
    await context.addInitScript(await axe)
    await context.addInitScript(() => document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => console.error(`${violatedDirective} forbids ${blockedURI}`)))
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', error => complaints.push(`error: ${error.message}`))
    page.on('console', message => message.type() === 'error' && complaints.push(`console: ${message.text()}`))
    const opened = new Set<string>()
    const order: ('light' | 'dark')[] = ['light', 'dark']
    for (const path of paths) {
      if (opened.size === 0 || (opensEach && !opened.has(pageOf(path))))
        await page.goto(gleaner.url + path)
      else
        await goOn(page, path)
      opened.add(pageOf(path))
      await settled(page, path)
      for (const colorScheme of order) {
        await page.emulateMedia({ colorScheme })
        await page.locator(colorScheme === 'dark' ? 'html.dark' : 'html:not(.dark)').waitFor()
        complaints.push(...(await violations(page, colorScheme === 'dark' ? [colourRule] : undefined)).map(text => `${path} ${colorScheme} ${text}`))
      }
      // The next page is first seen in the colours that are there: changing them takes as long as loading it.
      order.reverse()
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      if (excess > 0)
        complaints.push(`${path} is ${excess} px wider than the screen`)
    }
    expect(complaints).toEqual([])
  })
})
