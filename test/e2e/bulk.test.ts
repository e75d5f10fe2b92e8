import type { Page } from 'playwright-core'
import type { Brand } from '../../server/contract/index.ts'
import type { Gleaner, Home } from './gleaner.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserMissing, openBrowser } from '../support/browser.ts'
import { seedJobs } from '../support/seed-jobs.ts'
import { createHome, startGleaner } from './gleaner.ts'

describe.skipIf(browserMissing !== null)('actions on many jobs, in a real browser', () => {
  let home: Home
  let gleaner: Gleaner
  let chromium: Awaited<ReturnType<typeof openBrowser>>

  beforeAll(async () => {
    home = await createHome()
    gleaner = await startGleaner(home)
    chromium = await openBrowser()
  })
  afterAll(async () => {
    await chromium?.[Symbol.asyncDispose]()
    await gleaner?.[Symbol.asyncDispose]()
    await home?.[Symbol.asyncDispose]()
  })

  async function openPage(path: string): Promise<Page> {
    const page = await chromium.openPage()
    await page.goto(gleaner.url + path)
    return page
  }

  test('10,000 failed jobs are counted, retried, watched to the end from another page, and each has its result', async () => {
    seedJobs(home.data, 10_000)
    const page = await openPage('/jobs?status=failed')
    await page.getByRole('row').nth(1).waitFor()
    await page.getByRole('checkbox', { name: 'Select all shown' }).click()
    await page.getByRole('button', { name: 'Select everything that matches' }).click()
    // What sticks to the edge of the window stays there while a menu holds the page still.
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Change priority' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('No job is waiting.').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Retry', exact: true }).click()
    await dialog.getByText('10,000 jobs will be retried.').waitFor()
    // Later, so that they do not all run while other tests look on.
    await dialog.getByLabel('Start after (minutes)').fill('600')
    await dialog.getByRole('button', { name: 'Retry 10,000 jobs' }).click()
    const tray = page.getByRole('complementary', { name: 'Bulk actions' })
    await tray.getByText('1 action at work').waitFor()
    await page.getByRole('navigation').getByRole('link', { name: 'Overview' }).click()
    await tray.getByText('10,000 done').waitFor({ timeout: 60_000 })
    await tray.getByRole('link', { name: 'Retry jobs' }).click()
    await page.getByRole('row').nth(1).waitFor()
    await page.getByRole('main').getByRole('row').nth(1).getByRole('link').click()
    await page.getByText('Delayed').first().waitFor()
    await page.close()
  }, 120_000)

  test('a long list keeps a bounded number of rows, and is scrolled back as it was', async () => {
    seedJobs(home.data, 1300, { status: 'cancelled' })
    const page = await openPage('/jobs?status=cancelled')
    await page.getByText('1,300 jobs', { exact: true }).waitFor()
    const firstRow = await page.getByRole('row').nth(1).getAttribute('data-row')
    const drawn = page.locator('tbody tr[data-row]')
    const place = async () => Number(await drawn.first().getAttribute('aria-rowindex'))
    // As somebody who holds the End key: the end of the list is on screen all the time, also once a thousand rows are kept.
    await page.evaluate(() => {
      const table = document.querySelector('table')!
      function stay() {
        window.scrollTo(0, document.documentElement.scrollHeight)
        if (Number(table.getAttribute('aria-rowcount')) < 1250)
          requestAnimationFrame(stay)
      }
      stay()
    })
    await expect.poll(async () => Number(await page.getByRole('table').getAttribute('aria-rowcount')), { timeout: 30_000 }).toBeGreaterThanOrEqual(1250)
    expect(await drawn.count()).toBeLessThan(80)
    // Rows from before the thousand that are kept are read again on the way up, and stand at their places.
    await page.evaluate(() => window.scrollTo(0, 53 * 150))
    await expect.poll(place, { timeout: 10_000 }).toBeLessThan(200)
    await page.evaluate(() => window.scrollTo(0, 0))
    await page.locator(`[data-row="${firstRow}"]`).waitFor()
    expect(await place()).toBe(2)
    await page.close()
  }, 90_000)

  test('what was deleted is taken back within its time, and its rows are there again', async () => {
    const [first, second] = seedJobs(home.data, 2, { status: 'completed' })
    const page = await openPage('/jobs?status=completed')
    const other = await openPage('/brands')
    await page.getByRole('row').nth(2).waitFor()
    // From one checkbox to the other: shift takes what is between them.
    await page.locator(`[data-row="${second}"] input`).click()
    await page.locator(`[data-row="${first}"] input`).click({ modifiers: ['Shift'] })
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete 2 jobs' }).click()
    const undoName = /^Undo \d+:\d\d$/
    await page.getByRole('button', { name: undoName }).waitFor()
    await page.getByText('Nothing matches these filters').waitFor()
    // Also in another window that was open before, and in one that is opened only now.
    await other.getByRole('button', { name: undoName }).waitFor()
    await other.goto(`${gleaner.url}/jobs?status=completed`)
    await other.getByRole('button', { name: undoName }).click()
    await other.getByRole('row').nth(2).waitFor()
    await other.close()
    // In the history as well, where it cannot be undone a second time.
    await page.goto(`${gleaner.url}/operations?status=undone`)
    await page.getByRole('row').filter({ hasText: 'Delete jobs' }).getByText('2 back').last().waitFor()
    expect(await page.getByRole('button', { name: undoName }).count()).toBe(0)
    await page.close()
  }, 60_000)

  test('a group of failures is retried with a few of them first: they fail again, and the rest is left alone', async () => {
    const brand = await gleaner.post<Brand>('/api/brands', { url: 'http://127.0.0.1:1/', name: 'Away & Co' })
    // The brand that they are about is not there: each of them fails again.
    seedJobs(home.data, 30, { brandId: brand.id, data: { brandId: 'gone' } })
    const page = await openPage('/failures')
    await page.getByRole('button', { name: 'Try a few first' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('30 jobs will be retried.').waitFor()
    await dialog.getByLabel('So many first').fill('4')
    await dialog.getByLabel('Must complete, in %').fill('50')
    await dialog.getByRole('button', { name: 'Retry 30 jobs' }).click()
    const tray = page.getByRole('complementary', { name: 'Bulk actions' })
    await tray.getByText('Stopped early').waitFor()
    await tray.getByText(/^Only 0 of the first 4 completed, 50% had to\./).waitFor()
    await tray.getByText('4 done').waitFor()
    await page.close()
  }, 60_000)
})
