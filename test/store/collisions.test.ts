import { expect, test } from 'vitest'
import { AppError } from '../../server/errors.ts'
import { streamProducts } from '../../server/store/product/stream.ts'
import { openTestStores } from '../support/database.ts'
import { newJob } from '../support/jobs.ts'

const now = new Date(Date.UTC(2026, 0, 1))

test('a job for a brand that was deleted a moment ago is refused as a conflict', async () => {
  await using stores = await openTestStores()
  await expect(stores.jobs.insert(newJob({ brandId: 'gone' }), now)).rejects.toSatisfy(error => error instanceof AppError && error.code === 'conflict')
})

test('a name that another process has just taken is a conflict', async () => {
  await using stores = await openTestStores()
  const file = { jobId: 'j', brandId: null, filename: 'a.csv', rows: 0, bytes: 0, sha256: '', request: {} }
  const record = () => stores.database.write(tx => stores.exports.record(tx, file, now))
  await record()
  await expect(record()).rejects.toSatisfy(error => error instanceof AppError && error.code === 'conflict' && error.retryable)
})

test('what a run still writes for a brand that was deleted meanwhile is refused as a conflict', async () => {
  await using stores = await openTestStores()
  const write = { key: 'a', url: 'https://shop.test/a', draft: {}, met: true, read: false }
  await expect(stores.database.write(tx => stores.products.upsert(tx, 'gone', [write], { jobId: 'j', now }))).rejects.toSatisfy(error => error instanceof AppError && error.code === 'conflict')
})

test('an export goes on without the products of a brand that is deleted meanwhile', async () => {
  await using stores = await openTestStores()
  const [kept, deleted] = await Promise.all(['a', 'b'].map(name => stores.brands.create({ url: `https://${name}.test/`, name }, now)))
  for (const { id } of [kept!, deleted!])
    await stores.database.write(tx => stores.products.upsert(tx, id, [{ key: 'a', url: 'https://shop.test/a', draft: {}, met: true, read: false }], { jobId: 'j', now }))
  // Between the query for the products and the one for their brands.
  const read = stores.database.read.$extends({ query: { product: { async findMany({ args, query }) {
    const { include: _, ...plain } = args as { include?: object }
    const rows = await query(plain)
    await stores.brands.remove(deleted!.id).catch(() => {})
    return rows
  } } } })
  const pages = await Array.fromAsync(streamProducts(read as unknown as typeof stores.database.read, {}, 10))
  expect(pages.flat().map(row => row.brand.name)).toEqual(['a'])
})
