/** Makes the README's pictures from the running application after a first start: `npm run screenshots`. */
import type { Job } from '../../server/contract/job.ts'
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { openBrowser } from '../support/browser.ts'
import { createHome, startGleaner } from './gleaner.ts'

const folder = fileURLToPath(new URL('screenshots/', import.meta.url))

await mkdir(folder, { recursive: true })
await using home = await createHome()
await using gleaner = await startGleaner(home, { SAMPLE_SHOP: 'on' })
await gleaner.line(/✓ Writing the export/)
const { items } = await gleaner.get<{ items: Job[] }>('/api/jobs?type=scrape-product-details')

await using chromium = await openBrowser()
const pages = { 'products': '/products', 'job': `/jobs/${items[0]!.id}`, 'overview': '/', 'overview-dark': '/' }
for (const [name, path] of Object.entries(pages)) {
  const page = await chromium.browser.newPage({
    colorScheme: name.endsWith('-dark') ? 'dark' : 'light',
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
  })
  await page.goto(gleaner.url + path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  // Figures and the chart library come after the page itself.
  await page.waitForLoadState('networkidle')
  if (path === '/')
    await page.locator('canvas').nth(2).waitFor()
  // Pictures below the fold load only when they are scrolled to.
  await page.waitForFunction(() => [...document.images].every(image => image.complete || image.getBoundingClientRect().top > window.innerHeight))
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled' })
  await page.close()
}
