import type { Browser, CDPSession, Page } from 'playwright-core'
import type { Gleaner } from '../../e2e/gleaner.ts'
import type { FirstRender } from './first-render.ts'
import { openBrowser } from '../../support/browser.ts'
import { firstRenderOf, watchFirstRender } from './first-render.ts'

export interface Held {
  /** Heap of the page's scripts after a collection. */
  bytes: number
  nodes: number
}

export interface Browsed {
  pages: (FirstRender & { path: string, readyMs: number })[]
  /** Milliseconds of each request of the pages, shortest first. */
  requestsMs: number[]
  errors: string[]
  /** What the tab holds after each round of scrolling through a list, and how many rows it had then scrolled by. */
  held: (Held & { rows: number })[]
}

/** Opens the dashboard's pages one after the other, each with nothing in the cache, then scrolls through the list of jobs, `screens` in each of four rounds. */
export async function browse(gleaner: Gleaner, { screens }: { screens: number }): Promise<Browsed> {
  await using chromium = await openBrowser()
  const found: Browsed = { pages: [], requestsMs: [], errors: [], held: [] }
  for (const path of await pathsOf(gleaner)) {
    const page = await openPage(chromium.browser, found)
    await watchFirstRender(page)
    const startedAt = performance.now()
    await page.goto(gleaner.url + path)
    await settled(page).catch((error: unknown) => {
      throw new Error(`${path} did not come to rest.`, { cause: error })
    })
    const readyMs = performance.now() - startedAt
    found.pages.push({ path: path.replace(/[\da-f]{8}-[\da-f-]{27}/, '…'), readyMs, ...await firstRenderOf(page) })
    await page.close()
  }
  const page = await openPage(chromium.browser, found)
  await page.goto(`${gleaner.url}/jobs`)
  await settled(page)
  const session = await page.context().newCDPSession(page)
  for (let round = 1; round <= 4; round++) {
    const rows = await scroll(page, screens)
    found.held.push({ rows, ...await heldBy(page, session) })
  }
  found.requestsMs.sort((a, b) => a - b)
  return found
}

/** In a profile of its own; what its requests take, and what goes wrong, is added to `found`. */
async function openPage(browser: Browser, found: Browsed): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
  page.on('pageerror', error => found.errors.push(error.message))
  page.on('response', response => response.status() >= 400 && found.errors.push(`${response.status()} ${response.url()}`))
  page.on('requestfinished', (request) => {
    const { requestStart, responseEnd } = request.timing()
    if (new URL(request.url()).pathname.startsWith('/api/') && responseEnd >= 0)
      found.requestsMs.push(responseEnd - requestStart)
  })
  return page
}

async function pathsOf(gleaner: Gleaner): Promise<string[]> {
  interface Listed { items: { id: string }[] }
  const first = async (path: string) => (await gleaner.get<Listed>(path)).items[0]!.id
  const [job, brand, product] = [await first('/api/jobs?status=failed&limit=1'), await first('/api/brands?limit=1'), await first('/api/products?status=read&limit=1')]
  return ['/', '/failures', '/jobs', '/jobs?status=failed&sort=-duration', '/jobs?search=blocked', `/jobs/${job}`, '/brands', `/brands/${brand}?tab=products`, `/brands/${brand}?tab=runs`, '/products', '/products?search=organic+cotton', '/products?sort=name', `/products/${product}`, '/exports', '/schedules', '/workers', '/operations', '/settings']
}

async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, includeHidden: true }).first().waitFor({ state: 'attached' })
  await page.waitForFunction(() => document.querySelector('[role="status"] .animate-pulse, [aria-busy="true"]') === null)
}

/** To the end of what the page knows, again and again: each time it reads more. @returns the last row on screen */
async function scroll(page: Page, screens: number): Promise<number> {
  let last = 0
  for (let screen = 0; screen < screens; screen++) {
    const next = await page.waitForFunction((before) => {
      // As people do: rows that come meanwhile move the end away again.
      window.scrollTo(0, document.documentElement.scrollHeight)
      const row = Number([...document.querySelectorAll('tbody tr[data-row]')].at(-1)?.getAttribute('aria-rowindex') ?? 0)
      return row > before && row
    }, last).catch((error: unknown) => {
      throw new Error(`The list ended at row ${last}.`, { cause: error })
    })
    last = await next.jsonValue() as number
  }
  return last
}

/** At rest: a page of rows that is on its way, and what is drawn of it, is neither kept nor lost. The least of some readings is nearest to what is kept: no collection finds more than there is. */
async function heldBy(page: Page, session: CDPSession): Promise<Held> {
  await page.waitForLoadState('networkidle')
  await settled(page)
  const readings: Held[] = []
  for (let reading = 0; reading < 3; reading++) {
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve))))
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    const { nodes } = await session.send('Memory.getDOMCounters')
    readings.push({ bytes: usedSize, nodes })
  }
  return { bytes: Math.min(...readings.map(({ bytes }) => bytes)), nodes: Math.min(...readings.map(({ nodes }) => nodes)) }
}
