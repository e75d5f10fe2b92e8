import { expect, test } from 'vitest'
import { openTestStores } from '../support/database.ts'
import { newJob } from '../support/jobs.ts'

test('a write that fails takes nothing of a write beside it along', async () => {
  await using stores = await openTestStores()
  const failing = stores.database.write(async (tx) => {
    await tx.brand.create({ data: { id: 'x', name: 'x', url: 'x', createdAt: new Date(), updatedAt: new Date() } })
    // Gives the other write every chance to slip into this transaction.
    await new Promise(resolve => setImmediate(resolve))
    throw new Error('no')
  })
  const beside = stores.jobs.insert(newJob(), new Date())
  await expect(failing).rejects.toThrow('no')
  const { job } = await beside
  expect(await stores.jobs.get(job.id)).toMatchObject({ status: 'pending' })
  expect(await stores.brands.count()).toBe(0)
})

test('the reading connection cannot write', async () => {
  await using stores = await openTestStores()
  await expect(stores.database.read.lease.create({ data: { name: 'a', holder: 'b', expiresAt: new Date() } })).rejects.toThrow()
})

test('a write is on the disk before it is answered, and readers do not wait for it', async () => {
  await using stores = await openTestStores()
  const pragma = (name: string) => stores.database.write(async tx => Object.values((await tx.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`))[0]!)[0])
  // 2 is FULL: a commit waits for the disk.
  expect([Number(await pragma('synchronous')), await pragma('journal_mode')]).toEqual([2, 'wal'])
})

test('writes after closing are refused', async () => {
  const stores = await openTestStores()
  await stores[Symbol.asyncDispose]()
  await expect(stores.jobs.insert(newJob(), new Date())).rejects.toThrow('closed')
})
