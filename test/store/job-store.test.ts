import { describe, expect, test } from 'vitest'
import { Conflict, NotFound, Superseded } from '../../server/errors.ts'
import { openTestStores } from '../support/database.ts'
import { newJob } from '../support/jobs.ts'
import { aLine } from '../support/told.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds))
const claimOf = (jobId: string, generation = 1) => ({ jobId, generation, worker: 'w1', now: at(1) })

describe('claiming', () => {
  test('a pending job becomes active with an attempt, a worker and a token', async () => {
    await using stores = await openTestStores()
    const { job } = await stores.jobs.insert(newJob(), at(0))
    const claim = await stores.jobs.claim(claimOf(job.id))
    expect(claim).toMatchObject({ kind: 'claimed', restarted: false, job: { status: 'active', attempts: 1, worker: 'w1', startedAt: at(1).toISOString() } })
  })

  test('a job of another generation, a finished one and an unknown one are stale', async () => {
    await using stores = await openTestStores()
    const { job } = await stores.jobs.insert(newJob(), at(0))
    expect(await stores.jobs.claim(claimOf(job.id, 2))).toEqual({ kind: 'stale' })
    expect(await stores.jobs.claim(claimOf('nobody'))).toEqual({ kind: 'stale' })
    await stores.jobs.requestCancel(job.id, at(1))
    expect(await stores.jobs.claim(claimOf(job.id))).toEqual({ kind: 'stale' })
  })

  test('a second claim fences the first one off', async () => {
    await using stores = await openTestStores()
    const { job } = await stores.jobs.insert(newJob(), at(0))
    const first = await stores.jobs.claim(claimOf(job.id))
    const second = await stores.jobs.claim({ ...claimOf(job.id), worker: 'w2' })
    if (first.kind !== 'claimed' || second.kind !== 'claimed')
      throw new Error('not claimed')
    expect(second.restarted).toBe(true)
    await expect(stores.jobs.beat(first.fence, { now: at(2), progress: 10 })).rejects.toThrow(Superseded)
    await expect(stores.jobs.finish(first.fence, () => ({ status: 'completed', now: at(2), told: aLine }))).rejects.toThrow(Superseded)
    await expect(stores.jobs.finish(second.fence, () => ({ status: 'completed', now: at(2), told: aLine, result: { ok: true } }))).resolves.toMatchObject({ status: 'completed', progress: 100, result: { ok: true } })
  })

  test('effects of a fenced-off run are not kept', async () => {
    await using stores = await openTestStores()
    const brand = await stores.brands.create({ url: 'https://shop.test/', name: 'Shop' }, at(0))
    const { job } = await stores.jobs.insert(newJob(), at(0))
    const first = await stores.jobs.claim(claimOf(job.id))
    await stores.jobs.claim({ ...claimOf(job.id), worker: 'w2' })
    if (first.kind !== 'claimed')
      throw new Error('not claimed')
    const write = { key: 'a', url: 'https://shop.test/a', draft: {}, met: true, read: false }
    await expect(stores.jobs.commit(first.fence, { now: at(2) }, tx => stores.products.upsert(tx, brand.id, [write], { jobId: job.id, now: at(2) }))).rejects.toThrow(Superseded)
    expect(await stores.products.count({})).toBe(0)
  })

  test('a job that killed its process four times is quarantined', async () => {
    await using stores = await openTestStores()
    const { job } = await stores.jobs.insert(newJob(), at(0))
    for (let start = 1; start <= 4; start++)
      expect(await stores.jobs.claim(claimOf(job.id))).toMatchObject({ kind: 'claimed' })
    expect(await stores.jobs.claim(claimOf(job.id))).toMatchObject({ kind: 'ended', job: { status: 'failed', error: { code: 'poison' } } })
  })

  test('shutting down uses up no attempt and no start', async () => {
    await using stores = await openTestStores()
    const { job } = await stores.jobs.insert(newJob(), at(0))
    for (let start = 1; start <= 6; start++) {
      const claim = await stores.jobs.claim(claimOf(job.id))
      if (claim.kind !== 'claimed')
        throw new Error(claim.kind)
      expect(claim.job.attempts).toBe(1)
      expect(await stores.jobs.requeue(claim.fence, { now: at(2) })).toMatchObject({ status: 'pending' })
    }
  })
})

describe('flows', () => {
  const flow = newJob({ type: 'export-csv', children: [newJob({ type: 'scrape-product-details', data: { brandId: 'b' } })] })

  test('a job waits for the one before it, also when the queue hands it out too early', async () => {
    await using stores = await openTestStores()
    const { job } = await stores.jobs.insert(flow, at(0))
    expect(await stores.jobs.claim(claimOf(job.id))).toEqual({ kind: 'waiting' })
  })

  test('when one fails for good, the jobs after it fail with it', async () => {
    await using stores = await openTestStores()
    const { job } = await stores.jobs.insert(flow, at(0))
    const [child] = await stores.jobs.flow(job.id)
    const claim = await stores.jobs.claim(claimOf(child!.id))
    if (claim.kind !== 'claimed')
      throw new Error(claim.kind)
    await stores.jobs.finish(claim.fence, () => ({ status: 'failed', now: at(3), told: aLine, error: { code: 'blocked', message: 'no', retryable: false } }))
    expect(await stores.jobs.get(job.id)).toMatchObject({ status: 'failed', error: { code: 'dependency-failed' } })
  })

  test('retrying either of them brings both back, under a new generation', async () => {
    await using stores = await openTestStores()
    const { job } = await stores.jobs.insert(flow, at(0))
    await stores.jobs.requestCancel(job.id, at(1))
    const [child] = await stores.jobs.flow(job.id)
    for (const id of [job.id, child!.id]) {
      const revived = await stores.jobs.revive(id, at(2))
      expect(revived.map(each => [each.id, each.status])).toEqual([[child!.id, 'pending'], [job.id, 'pending']])
      await stores.jobs.requestCancel(job.id, at(3))
    }
    expect((await stores.jobs.ref(job.id))?.generation).toBe(3)
  })

  test('a flow is dispatched as one tree, children below the job that waits for them', async () => {
    await using stores = await openTestStores()
    const { job } = await stores.jobs.insert(flow, at(0))
    const trees = await stores.jobs.takeUndispatched(1, at(0))
    expect(trees).toMatchObject([{ entry: { jobId: job.id, queue: 'export-csv' }, children: [{ entry: { queue: 'scrape-product-details', attempts: 2 }, children: [] }] }])
    await stores.jobs.markDispatched([trees[0]!.entry, trees[0]!.children[0]!.entry], at(1))
    expect(await stores.jobs.takeUndispatched(10, at(1))).toEqual([])
  })

  test('what the queue lost is dispatched again, and a waiting parent gets a new entry', async () => {
    await using stores = await openTestStores()
    const { job } = await stores.jobs.insert(flow, at(0))
    const trees = await stores.jobs.takeUndispatched(1, at(0))
    const child = trees[0]!.children[0]!.entry
    await stores.jobs.markDispatched([trees[0]!.entry, child], at(1))
    const changed = await stores.jobs.resolve([{ ref: child, state: 'unknown', reason: null }], at(60))
    expect(changed.map(each => each.id).sort()).toEqual([child.jobId, job.id].sort())
    expect(await stores.jobs.takeUndispatched(10, at(60))).toMatchObject([{ entry: { jobId: job.id, generation: 2 }, children: [{ entry: { jobId: child.jobId, generation: 1 } }] }])
  })
})

describe('what the queue lost', () => {
  test('of a flow with hundreds of jobs takes one new entry for the job that waits', async () => {
    await using stores = await openTestStores()
    const { job } = await stores.jobs.insert(newJob({ children: Array.from({ length: 300 }, () => newJob()) }), at(0))
    const [tree] = await stores.jobs.takeUndispatched(1, at(0))
    const lost = tree!.children.map(({ entry }) => entry)
    await stores.jobs.markDispatched([tree!.entry, ...lost], at(1))
    expect(await stores.jobs.resolve(lost.map(ref => ({ ref, state: 'unknown' as const, reason: null })), at(60))).toHaveLength(301)
    const [again] = await stores.jobs.takeUndispatched(1, at(60))
    expect(again).toMatchObject({ entry: { jobId: job.id, generation: 2 } })
    expect(again!.children).toHaveLength(300)
  })
})

describe('deduplication', () => {
  const scrape = newJob({ type: 'scrape-brand', data: { brandId: 'b' } })

  test('fifty submissions at once make one job', async () => {
    await using stores = await openTestStores()
    const answers = await Promise.all(Array.from({ length: 50 }, () => stores.jobs.insert(scrape, at(0))))
    expect(new Set(answers.map(answer => answer.job.id)).size).toBe(1)
    expect(answers.filter(answer => answer.created)).toHaveLength(1)
  })

  test('a finished one makes room, and its retry is refused while another is open', async () => {
    await using stores = await openTestStores()
    const { job } = await stores.jobs.insert(scrape, at(0))
    await stores.jobs.requestCancel(job.id, at(1))
    const second = await stores.jobs.insert(scrape, at(2))
    expect(second.created).toBe(true)
    await expect(stores.jobs.revive(job.id, at(3))).rejects.toThrow(Conflict)
    expect(await stores.jobs.get(job.id)).toMatchObject({ status: 'cancelled' })
  })
})

describe('removing', () => {
  test('an open job cannot be removed, an unknown one is not found', async () => {
    await using stores = await openTestStores()
    const { job } = await stores.jobs.insert(newJob(), at(0))
    await expect(stores.jobs.remove(job.id)).rejects.toThrow(Conflict)
    await expect(stores.jobs.remove('nobody')).rejects.toThrow(NotFound)
  })

  test('cleaning takes only old enough jobs of the status, and leaves flows with an open job alone', async () => {
    await using stores = await openTestStores()
    const old = await stores.jobs.insert(newJob(), at(0))
    const fresh = await stores.jobs.insert(newJob(), at(0))
    const open = await stores.jobs.insert(newJob(), at(0))
    const flow = await stores.jobs.insert(newJob({ children: [newJob({ onChildFailure: 'ignore' })] }), at(0))
    const [child] = await stores.jobs.flow(flow.job.id)
    await stores.jobs.requestCancel(child!.id, at(1))
    await stores.jobs.requestCancel(old.job.id, at(1))
    await stores.jobs.requestCancel(fresh.job.id, at(100))
    expect(await stores.jobs.clean({ status: 'cancelled', before: at(50), limit: 10 })).toEqual([old.job.id])
    expect(await stores.jobs.get(open.job.id)).toMatchObject({ status: 'pending' })
    expect(await stores.jobs.get(flow.job.id)).toMatchObject({ status: 'pending' })
  })
})

describe('listing', () => {
  test('pages follow each other without gaps or repeats, also when the cursor row is deleted', async () => {
    await using stores = await openTestStores()
    const ids: string[] = []
    for (let n = 0; n < 7; n++)
      ids.unshift((await stores.jobs.insert(newJob(), at(n))).job.id)
    const first = await stores.jobs.list({ limit: 3 })
    await stores.jobs.requestCancel(first.items[2]!.id, at(9))
    await stores.jobs.remove(first.items[2]!.id)
    const second = await stores.jobs.list({ limit: 3, cursor: first.nextCursor! })
    const third = await stores.jobs.list({ limit: 3, cursor: second.nextCursor! })
    expect([...first.items, ...second.items, ...third.items].map(job => job.id)).toEqual(ids)
    expect(third.nextCursor).toBeNull()
  })

  test('a made-up cursor is bad input', async () => {
    await using stores = await openTestStores()
    await expect(stores.jobs.list({ limit: 3, cursor: '%%%' })).rejects.toThrow(/cursor/)
  })

  test('the timeline tells what happened, newest first', async () => {
    await using stores = await openTestStores()
    const { job } = await stores.jobs.insert(newJob(), at(0))
    const claim = await stores.jobs.claim(claimOf(job.id))
    if (claim.kind !== 'claimed')
      throw new Error(claim.kind)
    await stores.jobs.retryLater(claim.fence, { now: at(2), runAt: at(4), error: { code: 'timeout', message: 'slow', retryable: true } })
    expect(await stores.jobs.get(job.id)).toMatchObject({ status: 'delayed', runAt: at(4).toISOString(), attempts: 1 })
    await stores.jobs.promote(job.id, at(3))
    const { items } = await stores.jobs.timeline(job.id, { limit: 10 })
    expect(items.map(entry => entry.kind)).toEqual(['promoted', 'retrying', 'started', 'created'])
  })
})
