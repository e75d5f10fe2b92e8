import type { Brand } from '../../server/contract/index.ts'
import type { Gleaner, Home } from './gleaner.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserMissing, openBrowser } from '../support/browser.ts'
import { seedJobs } from '../support/seed-jobs.ts'
import { createHome, startGleaner } from './gleaner.ts'

describe.skipIf(browserMissing !== null)('the dashboard in a real browser', () => {
  let home: Home
  let gleaner: Gleaner
  let chromium: Awaited<ReturnType<typeof openBrowser>>
  let away: Brand
  const failOnce = async () => gleaner.ended((await gleaner.submit({ type: 'scrape-brand', data: { brandId: away.id } })).id)

  beforeAll(async () => {
    home = await createHome()
    gleaner = await startGleaner(home)
    chromium = await openBrowser()
    // Its port is closed to the scraper: every run fails at once, without another attempt.
    away = await gleaner.post<Brand>('/api/brands', { url: 'http://127.0.0.1:1/', name: 'Away & Co' })
  })
  afterAll(async () => {
    await chromium?.[Symbol.asyncDispose]()
    await gleaner?.[Symbol.asyncDispose]()
    await home?.[Symbol.asyncDispose]()
  })

  test('failures are one group by cause and brand, and one button retries them', async () => {
    await failOnce()
    await failOnce()
    const page = await chromium.openPage()
    await page.goto(`${gleaner.url}/failures`)
    await page.getByRole('link', { name: '2 failed jobs' }).waitFor()
    await page.getByRole('button', { name: 'Retry all of these' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('2 jobs will be retried.').waitFor()
    await dialog.getByRole('button', { name: 'Retry 2 jobs' }).click()
    // They would do the same: one of them is enough, and the other one is skipped, unless the first has ended by then.
    await page.getByRole('complementary').getByText(/^(?:1 done, 1 skipped|2 done)$/).waitFor()
    await page.getByRole('link', { name: '2 failed jobs' }).click()
    await expect.poll(() => page.url()).toContain('cause=')
    await expect.poll(() => page.getByRole('row').count()).toBe(3)
    await page.close()
  })

  test('a list held still counts what comes, and shows it when asked; a second window sees it at once', async () => {
    const [still, live] = await Promise.all([chromium.openPage(), chromium.openPage()])
    for (const page of [still, live]) {
      await page.goto(`${gleaner.url}/jobs`)
      await page.getByText('Live', { exact: true }).waitFor()
      await page.getByRole('row').nth(1).waitFor()
    }
    await still.getByRole('button', { name: 'Pause live' }).click()
    await expect.poll(() => still.url()).toContain('live=off')
    const before = await still.getByRole('row').count()
    await failOnce()
    for (const page of [still, live])
      await page.getByRole('button', { name: '1 new job' }).waitFor()
    expect(await still.getByRole('row').count()).toBe(before)
    await live.getByRole('button', { name: '1 new job' }).click()
    await expect.poll(() => live.getByRole('row').count()).toBe(before + 1)
    await Promise.all([still.close(), live.close()])
  })

  test('the keyboard alone goes to a page, walks its rows, selects one and asks for help', async () => {
    const page = await chromium.openPage()
    await page.goto(gleaner.url)
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('j')
    await page.getByRole('heading', { level: 1, name: 'Jobs' }).waitFor()
    await page.getByRole('row').nth(1).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.getByText('1 selected', { exact: true }).waitFor()
    await page.keyboard.press('Shift+J')
    await page.getByText('2 selected', { exact: true }).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search')
    const status = page.getByRole('combobox', { name: 'Status' })
    await status.press('Enter')
    const isFocused = (element: Element) => element === document.activeElement
    await expect.poll(() => page.getByRole('option', { name: 'Any status' }).evaluate(isFocused)).toBe(true)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/jobs?status=active')
    await expect.poll(() => status.evaluate(isFocused)).toBe(true)
    await page.close()
  })

  test('a link of a list leads to its page in the same document, and to another tab with Ctrl', async () => {
    const page = await chromium.openPage()
    await page.goto(`${gleaner.url}/jobs`)
    const link = page.getByRole('row').nth(1).getByRole('link').first()
    const opened = page.context().waitForEvent('page')
    await link.click({ modifiers: ['Control'] })
    const other = await opened
    await other.waitForURL('**/jobs/*')
    expect(new URL(page.url()).pathname).toBe('/jobs')
    await page.evaluate(() => Object.assign(window, { isSame: true }))
    await link.click()
    await page.waitForURL('**/jobs/*')
    expect(await page.evaluate(() => 'isSame' in window)).toBe(true)
    await other.close()
    await page.close()
  })

  test('order and columns stand in the address, are there again after a reload, and in another window under a name', async () => {
    const page = await chromium.openPage()
    await page.goto(`${gleaner.url}/jobs?columns=status,priority,duration`)
    await page.getByRole('button', { name: 'Duration' }).click()
    await expect.poll(() => page.url()).toContain('sort=duration')
    await page.reload()
    await page.getByRole('columnheader', { name: 'Priority' }).waitFor()
    expect(await page.getByRole('columnheader', { name: 'Duration' }).getAttribute('aria-sort')).toBe('descending')
    expect(await page.getByRole('columnheader', { name: 'Created' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Saved views' }).click()
    await page.getByRole('menuitem', { name: 'Save or change views…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Name of this view' }).fill('Longest')
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await dialog.getByRole('listitem').getByText('Longest').waitFor()
    await page.close()

    const other = await chromium.openPage()
    await other.goto(`${gleaner.url}/jobs`)
    await other.getByRole('button', { name: 'Saved views' }).click()
    await other.getByRole('menuitemcheckbox', { name: 'Longest' }).click()
    await expect.poll(() => other.url()).toContain('sort=duration')
    await other.getByRole('columnheader', { name: 'Priority' }).waitFor()
    await other.getByRole('button', { name: 'Saved views' }).click()
    await other.getByRole('menuitem', { name: 'Save or change views…' }).click()
    await other.getByRole('button', { name: 'Rename Longest' }).click()
    await other.getByRole('textbox', { name: 'New name of Longest' }).fill('Slowest')
    await other.keyboard.press('Enter')
    await other.getByRole('button', { name: 'Delete Slowest' }).click()
    await other.getByRole('dialog').getByText('No saved views yet').waitFor()
    await other.close()
  })

  test('a German browser reads German, a dark one sees dark', async () => {
    const page = await chromium.openPage({ locale: 'de-DE', colorScheme: 'dark', viewport: { width: 360, height: 740 } })
    await page.goto(`${gleaner.url}/failures`)
    await page.getByRole('heading', { level: 1, name: 'Fehler' }).waitFor()
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.classList.contains('dark')])).toEqual(['de', true])
    await page.close()
  })

  test('a run of before the newest hundred is compared, and Back goes step by step', async () => {
    const brand = await gleaner.post<Brand>('/api/brands', { url: 'http://127.0.0.1:2/', name: 'Often' })
    const runs = { type: 'scrape-brand', status: 'completed', brandId: brand.id } as const
    const [oldest] = seedJobs(home.data, 1, runs)
    seedJobs(home.data, 129, runs)
    const page = await chromium.openPage()
    await page.goto(`${gleaner.url}/brands/${brand.id}`)
    await page.getByRole('tab', { name: 'Runs' }).click()
    await page.getByRole('button', { name: /^Earlier run: / }).click()
    await page.getByRole('option').nth(99).waitFor({ state: 'attached' })
    await page.getByRole('button', { name: 'Older runs' }).click()
    await page.getByRole('option').nth(129).waitFor({ state: 'attached' })
    expect(await page.getByRole('button', { name: 'Older runs' }).count()).toBe(0)
    await page.getByRole('option').nth(129).click()
    await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe(oldest)
    await page.getByText('No product changed.').waitFor()
    await page.goBack()
    await expect.poll(() => new URL(page.url()).search).toBe('?tab=runs')
    await page.goBack()
    await expect.poll(() => page.getByRole('tab', { name: 'Products' }).getAttribute('aria-selected')).toBe('true')
    await page.close()
  })
})
