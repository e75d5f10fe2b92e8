import type { Page } from 'playwright-core'
import type { Brand, Schedule, Setting } from '../../server/contract/index.ts'
import type { Gleaner, Home } from './gleaner.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserMissing, openBrowser } from '../support/browser.ts'
import { createHome, startGleaner } from './gleaner.ts'

describe.skipIf(browserMissing !== null)('settings, workers and schedules in a real browser', () => {
  let home: Home
  let gleaner: Gleaner
  let chromium: Awaited<ReturnType<typeof openBrowser>>

  beforeAll(async () => {
    home = await createHome()
    gleaner = await startGleaner(home, { RETAIN_JOBS: '500' })
    chromium = await openBrowser()
    await gleaner.post<Brand>('/api/brands', { url: 'http://127.0.0.1:1/', name: 'Away & Co' })
  })
  afterAll(async () => {
    await chromium?.[Symbol.asyncDispose]()
    await gleaner?.[Symbol.asyncDispose]()
    await home?.[Symbol.asyncDispose]()
  })

  async function openLive(path: string): Promise<Page> {
    const page = await chromium.openPage()
    await page.goto(gleaner.url + path)
    await page.getByText('Live', { exact: true }).waitFor()
    return page
  }

  test('a setting is changed, seen at once in another window, kept from being lost, and set back', async () => {
    const [mine, other] = await Promise.all([openLive('/settings'), openLive('/settings')])
    const jobs = (page: Page) => page.getByRole('spinbutton', { name: 'Ended jobs of each status' })
    await mine.getByText('From the environment: RETAIN_JOBS').waitFor()
    await jobs(mine).fill('1234')
    await jobs(mine).blur()
    await mine.getByText('1 change not saved').waitFor()
    await mine.getByRole('link', { name: 'Workers' }).click()
    await mine.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Cancel' }).click()
    await mine.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => jobs(other).inputValue(), { timeout: 10_000 }).toBe('1,234')
    expect((await gleaner.get<Setting[]>('/api/settings')).find(({ key }) => key === 'retainJobs')).toMatchObject({ value: 1234, source: 'set', fallback: { value: 500, source: 'environment' } })
    await other.getByRole('button', { name: 'Ended jobs of each status: Set back to 500' }).click()
    await other.getByRole('button', { name: 'Save' }).click()
    await mine.getByText('From the environment: RETAIN_JOBS').waitFor()
    await Promise.all([mine.close(), other.close()])
  })

  test('a process is made quiet and takes jobs again; it says so when it obeys', async () => {
    const page = await openLive('/')
    await page.keyboard.press('g')
    await page.keyboard.press('w')
    await page.getByRole('heading', { level: 1, name: 'Workers' }).waitFor()
    await page.getByRole('button', { name: /^Quiet / }).click()
    await page.getByText('Quiet', { exact: true }).waitFor()
    await page.getByRole('button', { name: /^Resume / }).click()
    await page.getByText('Running', { exact: true }).waitFor()
    expect(await page.getByRole('button', { name: /^Stop / }).count()).toBe(0)
    await page.close()
  })

  test('a schedule says its times before it is saved, and appears, changes and goes in another window by itself', async () => {
    const [mine, other] = await Promise.all([openLive('/schedules?edit=new'), openLive('/schedules')])
    const dialog = mine.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Nightly')
    await dialog.getByRole('textbox', { name: 'Cron pattern' }).fill('30 4 * * 1')
    await dialog.getByText('every Monday at 04:30').waitFor()
    await dialog.getByRole('textbox', { name: 'Hour' }).fill('25')
    await mine.keyboard.press('Tab')
    await dialog.getByText('From 0 to 23').waitFor()
    await dialog.getByRole('textbox', { name: 'Hour' }).fill('5')
    await mine.keyboard.press('Tab')
    await dialog.getByText('every Monday at 05:30').waitFor()
    expect(await dialog.getByRole('textbox', { name: 'Cron pattern' }).inputValue()).toBe('30 5 * * 1')
    await expect.poll(() => dialog.getByRole('status').getByRole('listitem').count()).toBe(5)
    await dialog.getByText('Choose a brand.').click()
    await mine.getByRole('option', { name: 'Away & Co' }).click()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await other.getByRole('button', { name: 'Nightly', exact: true }).waitFor()
    const { items: [made] } = await gleaner.get<{ items: Schedule[] }>('/api/schedules')
    await gleaner.post(`/api/schedules/${made!.id}/disable`, {})
    for (const page of [mine, other])
      await expect.poll(() => page.getByRole('switch', { name: 'Turn Nightly on or off' }).getAttribute('aria-checked'), { timeout: 10_000 }).toBe('false')
    await gleaner.post(`/api/schedules/${made!.id}/run`, {})
    await other.getByRole('link', { name: 'Failed' }).waitFor()
    await Promise.all([mine.close(), other.close()])
  })
})
