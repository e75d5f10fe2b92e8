import type { Overview } from '../../server/contract/index.ts'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { browserMissing, openBrowser } from '../support/browser.ts'
import { redisMissing, startRedis } from '../support/redis.ts'
import { createHome, startGleaner } from './gleaner.ts'

describe.skipIf(browserMissing !== null || redisMissing !== null)('the banners of the overview', () => {
  const opened = new AsyncDisposableStack()
  let url: string
  let chromium: Awaited<ReturnType<typeof openBrowser>>

  beforeAll(async () => {
    // It forgets what it cannot hold, and what it has not written.
    const redis = opened.use(await startRedis(['--appendonly', 'no', '--maxmemory-policy', 'allkeys-lru']))
    const home = opened.use(await createHome())
    url = opened.use(await startGleaner(home, { REDIS_URL: redis.url })).url
    chromium = opened.use(await openBrowser())
  })
  afterAll(() => opened.disposeAsync())

  test('say what endangers the jobs, and what to do about it', async () => {
    const page = await chromium.openPage()
    await page.route('**/api/overview', async (route) => {
      const response = await route.fetch()
      const overview = await response.json() as Overview
      const low = { code: 'disk-low', severity: 'error', message: 'The disk has 40 MB left.', remedy: 'Delete exports.', queue: null } as const
      await route.fulfill({ response, json: { ...overview, health: [...overview.health, low] } })
    })
    await page.goto(url)
    const banner = (message: string) => page.getByRole('listitem').filter({ hasText: message })
    await banner('maxmemory-policy is "allkeys-lru"').getByText('Set it to "noeviction".').waitFor()
    await banner('appendonly is "no"').getByText(/^Set it to "yes"/).waitFor()
    await banner('The disk has 40 MB left.').getByText('Delete exports.').waitFor()
    await page.close()
  })

  test('say it in German to whoever reads German', async () => {
    const page = await chromium.openPage({ locale: 'de-DE' })
    await page.goto(url)
    const banner = (message: string) => page.getByRole('listitem').filter({ hasText: message })
    await banner('maxmemory-policy ist „allkeys-lru“').getByText('Stellen Sie sie auf „noeviction“.').waitFor()
    await banner('appendonly ist „no“').getByText(/^Stellen Sie es auf „yes“/).waitFor()
    await page.close()
  })
})
