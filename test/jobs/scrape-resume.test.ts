import type { DiscoveredProduct, DiscoveryReport } from '../../server/scrape/ports.ts'
import { expect, test } from 'vitest'
import { ScrapeError } from '../../server/errors.ts'
import { discovered } from '../support/scraper.ts'
import { createJobWorld } from './world.ts'

const report: DiscoveryReport = { strategy: 'sitemap', tried: [], complete: true, failures: [] }

test('a search that failed half-way doubles nothing when it is tried again, skips nothing, and counts all that it added', async () => {
  let tries = 0
  await using world = await createJobWorld({
    async* discover(): AsyncGenerator<DiscoveredProduct[], DiscoveryReport> {
      yield [discovered('a'), discovered('b')]
      if (++tries === 1)
        throw new ScrapeError('timeout', 'The shop was slow.', { url: 'https://shop.test/', retryable: true })
      yield [discovered('c')]
      return report
    },
  })
  const job = await world.insert({ type: 'scrape-brand', data: { brandId: world.brand.id }, maxAttempts: 2 })
  await world.start(job).outcome
  expect(await world.products.count({})).toBe(2)
  await world.start(job).outcome
  expect(await world.jobs.get(job.id)).toMatchObject({ status: 'completed', attempts: 2, result: { found: 3, added: 3, updated: 0, gone: 0 } })
  expect(await world.products.count({})).toBe(3)
})
