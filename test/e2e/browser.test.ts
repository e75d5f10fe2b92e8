import type { Page } from 'playwright-core'
import type { PrivateBrowser } from '../support/browser.ts'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sampleProducts, startSampleShop } from '../../server/sample-shop/index.ts'
import { browserMissing, openBrowser } from '../support/browser.ts'
import { parseCsv } from '../support/parse-csv.ts'
import { createHome, startGleaner } from './gleaner.ts'

const deadlineMs = 60_000

/** A page that notes what must not happen: script errors, console errors, requests to anywhere else. */
async function openPage(chromium: PrivateBrowser, origins: string[]): Promise<{ page: Page, complaints: string[] }> {
  const page = await chromium.openPage({ acceptDownloads: true })
  page.setDefaultTimeout(deadlineMs)
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(`error: ${error.message}`))
  page.on('console', message => message.type() === 'error' && complaints.push(`console: ${message.text()}`))
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && !origins.includes(origin))
      complaints.push(`request: ${request.url()}`)
  })
  return { page, complaints }
}

describe.skipIf(browserMissing !== null)('in a real browser', () => {
  test('the whole way: add a brand, watch its scrape, export, download, open the file', { timeout: 180_000 }, async () => {
    await using shop = await startSampleShop()
    await using home = await createHome()
    await using gleaner = await startGleaner(home, { ALLOW_PRIVATE_HOSTS: new URL(shop.url).host, SCRAPE_DELAY_MS: '40' })
    await using chromium = await openBrowser()
    const { page, complaints } = await openPage(chromium, [gleaner.url, shop.url])

    await page.goto(`${gleaner.url}/brands`)
    await page.evaluate(() => Object.assign(window, { isStillTheFirst: true }))
    await page.getByRole('button', { name: 'Add brand' }).first().click()
    await page.getByLabel('Address of the web shop').fill(shop.url)
    await page.getByLabel('Name', { exact: true }).fill('Kestrel & Rye')
    await page.getByRole('dialog').getByRole('button', { name: 'Add brand' }).click()
    const row = page.getByRole('row').filter({ hasText: 'Kestrel & Rye' })
    await row.getByRole('link', { name: /^Completed/ }).waitFor()
    await row.getByRole('link', { name: /^(?:48|49|50)$/ }).waitFor()

    await row.getByRole('button', { name: 'Export Kestrel & Rye' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Start export' }).click()
    const seen = await progressUntilDone(page)
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^products-export-[\w-]+\.csv$/)
    expect(seen.length, `progress seen: ${seen.join(' ')}`).toBeGreaterThanOrEqual(2)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(await page.evaluate(() => 'isStillTheFirst' in window), 'no reload').toBe(true)

    const csv = parseCsv((await readFile(await file.path(), 'utf8')).replace(/^\uFEFF/, ''))
    for (const { name, priceMinor, sku } of sampleProducts)
      expect(csv).toContainEqual(expect.objectContaining({ name, sku, price: (priceMinor / 100).toFixed(2), currency: 'EUR' }))
    await browseProducts(page, gleaner.url)
    await writeAgain(page, gleaner.url, home.exports)
    expect(complaints).toEqual([])
  })
})

/** Filters by price and sorts by it; both are in the address, and there again after a reload. What matches is exported. */
async function browseProducts(page: Page, url: string): Promise<void> {
  const dear = sampleProducts.filter(({ priceMinor }) => priceMinor >= 100_00).toSorted((a, b) => b.priceMinor - a.priceMinor)
  await page.goto(`${url}/products`)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('combobox', { name: 'Currency' }).click()
  await page.getByRole('option', { name: /^EUR/ }).click()
  await page.getByLabel('Price from').fill('100')
  await page.getByLabel('Price from').press('Enter')
  await page.keyboard.press('Escape')
  await page.getByText(`${dear.length} products`, { exact: true }).waitFor()
  await page.getByRole('columnheader').getByRole('button', { name: 'Price' }).click()
  await expect.poll(() => Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ currency: 'EUR', priceMin: '10000', sort: 'price' })
  await page.reload()
  await expect.poll(() => page.getByRole('row').count()).toBe(dear.length + 1)
  expect(await page.getByRole('row').nth(1).textContent()).toContain(dear[0]!.name)
  await page.getByRole('button', { name: 'Export matching' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Start export' }).click()
  const csv = parseCsv(await readFile(await (await download).path(), 'utf8'))
  expect(csv.map(({ name }) => name).sort()).toEqual(dear.map(({ name }) => name).sort())
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Drop the filter Price from: €100.00' }).click()
  await page.getByText(`${sampleProducts.length} products`, { exact: true }).waitFor()
}

/** A file that somebody took out of the folder is said to be gone, and is written again with one button. */
async function writeAgain(page: Page, url: string, folder: string): Promise<void> {
  const [file, ...others] = (await readdir(folder)).filter(name => name.endsWith('.csv'))
  await rm(join(folder, file!))
  await page.goto(`${url}/exports`)
  const row = page.getByRole('row').filter({ hasText: file! })
  await row.getByText('The file is gone').waitFor()
  const downloads = page.getByRole('link', { name: /^Download .*\.csv$/ })
  await expect.poll(() => downloads.count()).toBe(others.length)
  await row.getByRole('button', { name: `Write ${file} again` }).click()
  await expect.poll(() => downloads.count()).toBe(others.length + 1)
}

/** The sums that the export's progress bars showed, one per change, until the panel says that the file is there. */
async function progressUntilDone(page: Page): Promise<number[]> {
  const done = 'Ready. The download has started.'
  const seen = await page.evaluate(async done => new Promise<number[]>((resolve) => {
    const sums: number[] = []
    const observer = new MutationObserver(() => {
      const bars = [...document.querySelectorAll('[role="dialog"] [role="progressbar"]')]
      const sum = bars.reduce((total, bar) => total + Number(bar.getAttribute('aria-valuenow')), 0)
      if (bars.length > 0 && sum !== sums.at(-1))
        sums.push(sum)
      if (!document.body.textContent.includes(done))
        return
      observer.disconnect()
      resolve(sums)
    })
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
  }), done)
  await page.getByText(done).waitFor()
  return seen
}
