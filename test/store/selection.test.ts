import { expect, test } from 'vitest'
import { JobRequest } from '../../server/contract/job.ts'
import { openTestStores } from '../support/database.ts'
import { newJob } from '../support/jobs.ts'

const now = new Date(Date.UTC(2026, 0, 1))

test('as many products as the contract lets a job name can be counted, read and exported', async () => {
  await using stores = await openTestStores()
  const brand = await stores.brands.create({ url: 'https://shop.test/', name: 'Shop' }, now)
  const keys = ['a', 'b', 'c']
  await stores.database.write(tx => stores.products.upsert(tx, brand.id, keys.map(key => ({ key, url: `https://shop.test/${key}`, draft: {}, met: true, read: false })), { jobId: 'j', now }))
  const { items } = await stores.products.list({ limit: 10 })
  const productIds = [...items.map(product => product.id), ...Array.from({ length: 9997 }, (_, n) => `unknown-${n}`)]
  expect(JobRequest.safeParse({ type: 'export-csv', data: { productIds } }).success).toBe(true)

  expect(await stores.products.count({ productIds })).toBe(3)
  expect(await stores.products.brandIds({ productIds })).toEqual([brand.id])
  expect(await stores.products.nextToRead({ productIds }, { jobId: 'another', after: null, limit: 2 })).toHaveLength(2)
  const pages = await Array.fromAsync(stores.products.stream({ productIds }))
  expect(pages.flat()).toHaveLength(3)
})

test('a job that was split into thousands of parts can be cancelled and retried as one', async () => {
  await using stores = await openTestStores()
  const { job } = await stores.jobs.insert(newJob({ type: 'scrape-product-details', data: { brandId: 'b' } }), now)
  const claim = await stores.jobs.claim({ jobId: job.id, generation: 1, worker: 'w', now })
  if (claim.kind !== 'claimed')
    throw new Error(claim.kind)
  const parts = Array.from({ length: 1500 }, (_, n) => newJob({ type: 'scrape-product-details', data: { productIds: [`p${n}`] }, onChildFailure: 'ignore' }))
  await stores.jobs.split(claim.fence, { parts, planned: parts.length }, now)
  const later = new Date(now.getTime() + 1000)
  expect(await stores.jobs.requestCancel(job.id, later)).toHaveLength(1501)
  expect(await stores.jobs.revive(job.id, new Date(later.getTime() + 1000))).toHaveLength(1501)
}, 60_000)
