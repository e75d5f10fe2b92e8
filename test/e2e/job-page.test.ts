import type { Page } from 'playwright-core'
import type { Brand, Job } from '../../server/contract/index.ts'
import type { GatedShop } from './gated-shop.ts'
import type { Gleaner, Home } from './gleaner.ts'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserMissing, openBrowser } from '../support/browser.ts'
import { startGatedShop } from './gated-shop.ts'
import { createHome, startGleaner } from './gleaner.ts'

describe.skipIf(browserMissing !== null)('the page of a job in a real browser', () => {
  let home: Home
  let shop: GatedShop
  let gleaner: Gleaner
  let chromium: Awaited<ReturnType<typeof openBrowser>>
  let job: Job

  beforeAll(async () => {
    home = await createHome()
    shop = await startGatedShop({ count: 30, open: 12 })
    gleaner = await startGleaner(home, { ALLOW_PRIVATE_HOSTS: new URL(shop.url).host })
    chromium = await openBrowser()
    const brand = await gleaner.post<Brand>('/api/brands', { url: shop.url, name: 'Gated' })
    await gleaner.ended((await gleaner.submit({ type: 'scrape-brand', data: { brandId: brand.id } })).id)
    job = await gleaner.submit({ type: 'scrape-product-details', data: { brandId: brand.id } })
    await shop.halfway
  })
  afterAll(async () => {
    await chromium?.[Symbol.asyncDispose]()
    await gleaner?.[Symbol.asyncDispose]()
    await shop?.[Symbol.asyncDispose]()
    await home?.[Symbol.asyncDispose]()
  })

  async function openJob(options?: { locale: string }): Promise<Page> {
    const page = await chromium.openPage(options)
    await page.goto(`${gleaner.url}/jobs/${job.id}`)
    return page
  }

  test('a running job is cancelled with the keyboard; two windows see each step, and that it really stopped', async () => {
    const [mine, other] = await Promise.all([openJob(), openJob({ locale: 'de-DE' })])
    await other.getByText('Läuft', { exact: true }).first().waitFor()
    await mine.getByText('Pace and remaining time are not known yet').waitFor()
    await mine.getByRole('button', { name: 'Cancel' }).focus()
    await mine.keyboard.press('Enter')
    await mine.getByText(/has heard of it$/).first().waitFor()
    for (const [page, steps] of [[mine, 'Cancelling'], [other, 'Abbruch']] as const)
      await expect.poll(() => page.getByRole('list', { name: steps }).locator('li .text-success').count(), { timeout: 20_000 }).toBe(3)
    const attempts = mine.getByRole('list', { name: 'Attempts' })
    await attempts.getByText('stopped', { exact: true }).waitFor()
    expect(await gleaner.get<Job>(`/api/jobs/${job.id}`)).toMatchObject({ status: 'cancelled' })
    await other.close()
    await mine.close()
  })

  test('a number of the ledger leads to its products, and the address remembers it', async () => {
    const page = await openJob()
    await page.getByRole('link', { name: /^Cancelled: \d+, show the list$/ }).click()
    const panel = page.getByRole('dialog', { name: /^Cancelled: \d+$/ })
    await panel.getByRole('link').first().waitFor()
    expect(page.url()).toContain('ledger=cancelled')
    const n = Number(/\d+/.exec((await panel.getByRole('heading').first().textContent())!)![0])
    expect(await panel.getByRole('link').count()).toBe(n)
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    expect(page.url()).not.toContain('ledger=')
    await page.close()
  })

  test('an export whose file was taken away says so, and is written again from its page', async () => {
    const { id, result } = await gleaner.ended((await gleaner.submit({ type: 'export-csv', data: { filename: 'gated' } })).id)
    await rm(join(home.exports, result!.filename as string))
    const page = await chromium.openPage()
    await page.goto(`${gleaner.url}/jobs/${id}`)
    await page.getByText('The file is gone').waitFor()
    expect(await page.getByRole('link', { name: 'Download' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Write it again' }).click()
    await page.getByRole('link', { name: 'Download' }).waitFor()
    expect(page.url()).not.toContain(id)
    await page.close()
  })

  test('a retry with other data is refused with the field that is wrong, then runs, and its log follows until it is scrolled', async () => {
    const page = await openJob()
    await page.getByRole('button', { name: 'Retry with changes' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Data' }).fill('{"brandId": "nobody"}')
    await dialog.getByRole('button', { name: 'Retry', exact: true }).click()
    await dialog.getByText(/data\.brandId: /).waitFor()
    shop.release()
    await dialog.getByRole('textbox', { name: 'Data' }).fill(JSON.stringify({ ...job.data, full: true }))
    await dialog.getByRole('button', { name: 'Retry', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('Completed', { exact: true }).first().waitFor()
    expect(await gleaner.get<Job>(`/api/jobs/${job.id}`)).toMatchObject({ data: { full: true }, result: { products: 30, read: 30 } })
    const log = page.getByRole('log')
    await log.getByText('Retried', { exact: true }).waitFor()
    // Small enough that the lines have to scroll.
    await log.evaluate((box) => {
      box.style.maxHeight = '6rem'
      box.scrollTop = box.scrollHeight
    })
    await log.hover()
    await page.mouse.wheel(0, -2000)
    const again = page.getByRole('button', { name: /^(?:To the newest line|Follow again)$/ })
    await again.click()
    await again.waitFor({ state: 'detached' })
    expect(await log.evaluate(box => box.scrollHeight - box.scrollTop - box.clientHeight)).toBeLessThan(24)
    await page.close()
  })
})
