/**
 * Makes a picture of every page, light and dark, wide and narrow, in English and German, from a furnished installation:
 * `npm run screenshots`, or `npm run screenshots -- jobs brand` for some. They are in `screenshots/all`, which is not
 * kept; the README's are copied from them.
 */
import type { Browser, Page } from 'playwright-core'
import type { Brand, BulkOperation, Job, ProductSummary } from '../../server/contract/index.ts'
import type { Gleaner } from './gleaner.ts'
import { copyFile, mkdir, rm } from 'node:fs/promises'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { openBrowser } from '../support/browser.ts'
import { furnish } from './furnish.ts'
import { createHome, startGleaner } from './gleaner.ts'

const folder = fileURLToPath(new URL('screenshots/', import.meta.url))
const screens = {
  'light': { colorScheme: 'light', locale: 'en-GB', viewport: { width: 1440, height: 900 } },
  'dark': { colorScheme: 'dark', locale: 'de-DE', viewport: { width: 1440, height: 900 } },
  'narrow-light': { colorScheme: 'light', locale: 'de-DE', viewport: { width: 360, height: 780 } },
  'narrow-dark': { colorScheme: 'dark', locale: 'en-GB', viewport: { width: 360, height: 780 } },
} as const
/** The README's pictures: what they show, and which of all they are. */
const chosen = { 'overview': 'overview.light', 'overview-dark': 'overview.dark', 'products': 'products.light', 'job': 'job.light' }
/** For each step of each picture: a machine that does much else at the same time is slow. */
const waitMs = 60_000
interface Item { id: string }

async function first<Thing extends Item = Item>(gleaner: Gleaner, path: string): Promise<string> {
  const { items } = await gleaner.get<{ items: Thing[] }>(path)
  return items[0]!.id
}

async function addressesOf(gleaner: Gleaner): Promise<Record<string, string>> {
  const { items: brands } = await gleaner.get<{ items: Brand[] }>('/api/brands')
  const sample = brands.find(({ url }) => url.includes('127.0.0.1'))!.id
  const troubled = brands.find(({ name }) => name.startsWith('Dünenhaus'))!.id
  const { items: products } = await gleaner.get<{ items: ProductSummary[] }>(`/api/products?brandId=${sample}&status=read&limit=50`)
  const operation = await gleaner.post<BulkOperation>('/api/bulk-operations', { action: 'export-list', filter: { status: ['failed'] } })
  return {
    'overview': '/',
    'brands': '/brands',
    'brand-add': '/brands?add=1',
    'brand-products': `/brands/${sample}`,
    'brand-runs': `/brands/${troubled}?tab=runs`,
    'brand-recipe': `/brands/${sample}?tab=recipe`,
    'brand-settings': `/brands/${sample}?tab=settings`,
    'jobs': '/jobs',
    'jobs-new': '/jobs?new=1',
    'jobs-empty': '/jobs?search=zebra',
    'job': `/jobs/${await first<Job>(gleaner, `/api/jobs?type=scrape-product-details&brandId=${sample}`)}`,
    'job-search': `/jobs/${await first<Job>(gleaner, `/api/jobs?type=scrape-brand&brandId=${sample}`)}`,
    'job-failed': `/jobs/${await first<Job>(gleaner, `/api/jobs?status=failed&brandId=${troubled}`)}`,
    'failures': '/failures',
    'operations': '/operations',
    'operation': `/operations/${operation.id}`,
    'products': '/products',
    'product': `/products/${(products.find(({ variantCount }) => variantCount > 1) ?? products[0]!).id}`,
    'exports': '/exports',
    'schedules': '/schedules',
    'schedules-edit': '/schedules?edit=new',
    'workers': '/workers',
    'settings': '/settings',
    'not-found': '/no-such-page',
  }
}

async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, includeHidden: true }).first().waitFor({ state: 'attached' })
  // Figures and the chart library come after the page itself.
  await page.waitForLoadState('networkidle')
  // Pictures below the fold load only when they are scrolled to.
  await page.waitForFunction(() => [...document.images].every(image => image.complete || image.getBoundingClientRect().top > window.innerHeight))
  await page.waitForFunction(() => document.querySelector('[role="status"] .animate-pulse, [aria-busy="true"]') === null)
}

async function take(browser: Browser, url: string, addresses: [string, string][]): Promise<void> {
  for (const [screen, options] of Object.entries(screens)) {
    const page = await browser.newPage({ ...options, reducedMotion: 'reduce' })
    page.setDefaultTimeout(waitMs)
    for (const [name, path] of addresses) {
      const file = `${name}.${screen}.png`
      try {
        await page.goto(url + path)
        await settle(page)
        await page.screenshot({ path: `${folder}all/${file}`, animations: 'disabled' })
      }
      catch (cause) {
        throw new Error(`No picture ${file} of ${path}: the page was not ready within ${waitMs / 1000} s`, { cause })
      }
      console.log(`✓ ${file}`)
    }
    await page.close()
  }
}

const wanted = process.argv.slice(2)
// Some anew leaves the others as they are.
if (wanted.length === 0)
  await rm(`${folder}all`, { recursive: true, force: true })
await mkdir(`${folder}all`, { recursive: true })
console.log('Starting an installation of its own, with the sample shop …')
await using home = await createHome()
await using gleaner = await startGleaner(home, { SAMPLE_SHOP: 'on' })
// A failed export is seen in the pictures; waiting on for a good one would never end.
console.log(await gleaner.line(/[✓✗] Writing the export/))
await furnish(gleaner, home)
const addresses = Object.entries(await addressesOf(gleaner)).filter(([name]) => wanted.length === 0 || wanted.some(start => name.startsWith(start)))
await using chromium = await openBrowser()
await take(chromium.browser, gleaner.url, addresses)
for (const [name, source] of Object.entries(chosen)) {
  if (addresses.some(([each]) => source.startsWith(`${each}.`)))
    await copyFile(`${folder}all/${source}.png`, `${folder}${name}.png`)
}
