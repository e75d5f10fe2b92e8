import type { TestStores } from '../support/database.ts'
import { expect, test } from 'vitest'
import { createInsightStore } from '../../server/store/insight-store.ts'
import { openTestStores } from '../support/database.ts'
import { newJob } from '../support/jobs.ts'
import { aLine } from '../support/told.ts'

const noon = Date.parse('2026-11-24T12:00:00.000Z')

async function runJob({ jobs }: TestStores, { ms, status, brandId = null, at = noon }: { ms: number, status: 'completed' | 'failed', brandId?: string | null, at?: number }) {
  const { job } = await jobs.insert(newJob({ brandId }), new Date(at - ms))
  const claim = await jobs.claim({ jobId: job.id, generation: 1, worker: 'w', now: new Date(at - ms) })
  if (claim.kind !== 'claimed')
    throw new Error(claim.kind)
  return jobs.finish(claim.fence, () => ({ status, now: new Date(at), told: aLine, error: status === 'failed' ? { code: 'http-status', message: `The shop answered with an error (50${ms % 5}).`, retryable: false } : null }))
}

test('what ends is counted in its minute and its hour, and percentiles are within five per cent', async () => {
  await using stores = await openTestStores()
  const insight = createInsightStore(stores.database)
  for (let ms = 100; ms <= 10_000; ms += 100)
    await runJob(stores, { ms, status: ms % 1000 === 0 ? 'failed' : 'completed' })
  const minutes = (await insight.series('minute', noon))('export-csv')
  expect(minutes).toHaveLength(60)
  expect(minutes.at(-1)).toEqual({ at: '2026-11-24T12:00:00.000Z', completed: 90, failed: 10, cancelled: 0 })
  expect((await insight.series('hour', noon))('export-csv').at(-1)).toMatchObject({ completed: 90, failed: 10 })
  const { count, p50, p95, p99 } = (await insight.durations('hour', noon))('export-csv')
  expect(count).toBe(100)
  for (const [found, exact] of [[p50, 5000], [p95, 9500], [p99, 9900]])
    expect(Math.abs(found! - exact!) / exact!).toBeLessThan(0.05)
  expect((await insight.durations('hour', noon))('scrape-brand')).toEqual({ count: 0, p50: null, p95: null, p99: null })
})

test('old buckets are forgotten', async () => {
  await using stores = await openTestStores()
  const insight = createInsightStore(stores.database)
  await runJob(stores, { ms: 5, status: 'completed' })
  await insight.forget(noon + 3 * 86_400_000)
  expect((await insight.series('minute', noon))('export-csv').at(-1)!.completed).toBe(0)
  expect((await insight.series('hour', noon))('export-csv').at(-1)!.completed).toBe(1)
})

test('failed jobs are grouped by cause and brand; a retry, a deletion and the end of the brand are followed', async () => {
  await using stores = await openTestStores()
  const insight = createInsightStore(stores.database)
  const brand = await stores.brands.create({ url: 'https://a.test/', name: 'A' }, new Date(noon))
  const [first, second] = [await runJob(stores, { ms: 1, status: 'failed', brandId: brand.id }), await runJob(stores, { ms: 2, status: 'failed', brandId: brand.id, at: noon + 60_000 })]
  await runJob(stores, { ms: 3, status: 'failed' })
  const of = async () => (insight.failures({ limit: 50 }))
  const cause = 'http-status: The shop answered with an error (5xx).'
  expect(await of()).toMatchObject({
    total: { groups: 2, jobs: 3 },
    groups: [{ cause, code: 'http-status', brandName: 'A', count: 2, firstSeenAt: '2026-11-24T12:00:00.000Z', lastSeenAt: '2026-11-24T12:01:00.000Z', sampleJobId: second.id, samplePageId: null }, { brandId: null, count: 1 }],
  })
  const page = await stores.jobs.list({ limit: 10, cause, brandId: brand.id, status: ['failed'] })
  expect(page.items.map(job => job.id).sort()).toEqual([first.id, second.id].sort())
  expect((await stores.jobs.list({ limit: 10, cause, brandId: 'none', status: ['failed'] })).items).toMatchObject([{ brandId: null, cause }])
  await stores.jobs.revive(second.id, new Date(noon))
  expect((await of()).groups[0]).toMatchObject({ count: 1, sampleJobId: first.id })
  expect(await insight.attention(10)).toMatchObject([{ brandName: 'A', reason: 'failed', jobId: first.id }])
  await stores.jobs.requestCancel(second.id, new Date(noon))
  await stores.brands.remove(brand.id)
  expect(await of()).toMatchObject({ total: { groups: 1, jobs: 2 }, groups: [{ brandId: null, count: 2 }] })
  await stores.jobs.remove(first.id)
  expect((await of()).total.jobs).toBe(1)
})
