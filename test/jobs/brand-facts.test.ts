import { expect, test } from 'vitest'
import { createBrandFactsService } from '../../server/jobs/brand-facts-service.ts'
import { dueTimes } from '../../server/queue/due-times.ts'
import { createBrandFactsStore } from '../../server/store/brand-facts-store.ts'
import { weakestField } from '../../web/display/brand-facts.ts'
import { newJob } from '../support/jobs.ts'
import { aLine } from '../support/told.ts'
import { createScheduleWorld } from './schedule-world.ts'

async function createFactsWorld() {
  const world = await createScheduleWorld()
  const service = createBrandFactsService({ facts: createBrandFactsStore(world.database), schedules: world.schedules, dueTimes, clock: world.clock })
  const now = () => new Date(world.clock.now())
  /** A completed job of the brand with this result. */
  async function completed(type: 'scrape-brand' | 'scrape-product-details', result: Record<string, unknown>) {
    const { job } = await world.jobs.insert(newJob({ type, brandId: world.brand.id, data: { brandId: world.brand.id } }), now())
    const claim = await world.jobs.claim({ jobId: job.id, generation: 1, worker: 'w', now: now() })
    if (claim.kind !== 'claimed')
      throw new Error(claim.kind)
    await world.jobs.finish(claim.fence, () => ({ status: 'completed', now: now(), told: aLine, result }))
    return job.id
  }
  return { ...world, completed, factsOf: async () => (service.facts([world.brand.id, 'nobody'])), [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

test('a brand that nothing is known of says so, and unknown brands are left out', async () => {
  await using world = await createFactsWorld()
  expect(await world.factsOf()).toEqual([{ brandId: world.brand.id, shop: null, coverage: null, next: null }])
})

test('the last completed search and reading tell of the shop, whatever ran after them without reading a page', async () => {
  await using world = await createFactsWorld()
  await world.completed('scrape-brand', { strategy: 'sitemap', complete: false, fetch: { robots: 'old' } })
  await world.completed('scrape-brand', { strategy: 'shopify', complete: true, fetch: { robots: 'allows all' } })
  const jobId = await world.completed('scrape-product-details', { read: 4, coverage: { name: 4, price: 3, images: 4, availability: 4 } })
  await world.completed('scrape-product-details', { read: 0, coverage: {} })
  const [facts] = await world.factsOf()
  expect(facts).toMatchObject({ shop: { strategy: 'shopify', robots: 'allows all', complete: true, currency: null }, coverage: { jobId, pages: 4 } })
  expect(weakestField(facts!.coverage!)).toEqual({ field: 'price', share: 0.75 })
})

test('the next time is that of the schedule that comes first, of this brand alone and not of a disabled one', async () => {
  await using world = await createFactsWorld()
  const work = { preset: 'refresh-and-export', brandId: world.brand.id } as const
  await world.make({ name: 'Daily', timing: { cron: '0 6 * * *', timeZone: 'UTC' }, work })
  const hourly = await world.make({ name: 'Two-hourly', timing: { cron: '0 */2 * * *', timeZone: 'UTC' }, work: { type: 'scrape-brand', data: { brandId: world.brand.id } } })
  await world.make({ name: 'Every brand' })
  expect((await world.factsOf())[0]?.next).toEqual({ at: '2026-01-01T02:00:00.000Z', scheduleId: hourly.id, name: 'Two-hourly' })
  await world.schedule.disable(hourly.id)
  expect((await world.factsOf())[0]?.next?.name).toBe('Daily')
})
