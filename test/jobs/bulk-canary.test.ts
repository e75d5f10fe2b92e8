import type { ServiceWorld } from './service-world.ts'
import { describe, expect, test } from 'vitest'
import { writeFailed } from './bulk-world.ts'
import { createServiceWorld } from './service-world.ts'

describe('a retry with a canary', () => {
  const end = (world: ServiceWorld, ids: string[], status: string) => world.database.write(async tx => void await tx.job.updateMany({ where: { id: { in: ids } }, data: { status } }))

  async function begin(world: ServiceWorld) {
    const ids = (await writeFailed(world, 300)).toReversed()
    const operation = await world.operations.create({ action: 'retry', filter: { status: ['failed'] }, canary: { count: 4, minimumSuccessShare: 0.5 } })
    await world.workOff()
    return { id: operation.id, canary: ids.slice(0, 4) }
  }

  test('waits for the first few and goes on when enough of them complete', async () => {
    await using world = await createServiceWorld()
    const { id, canary } = await begin(world)
    expect(await world.operations.get(id)).toMatchObject({ status: 'checking', done: 4, canary: { passed: null } })
    await end(world, canary.slice(0, 1), 'completed')
    await world.workOff()
    expect(await world.operations.get(id)).toMatchObject({ status: 'checking', done: 4, canary: { ended: 1, succeeded: 1 } })
    await end(world, canary.slice(1, 2), 'completed')
    await world.workOff()
    expect(await world.operations.get(id)).toMatchObject({ status: 'completed', done: 300, canary: { passed: true } })
  })

  test('stops as soon as too many of them have failed', async () => {
    await using world = await createServiceWorld()
    const { id, canary } = await begin(world)
    await end(world, canary.slice(0, 3), 'failed')
    await world.workOff()
    expect(await world.operations.get(id)).toMatchObject({ status: 'canary-failed', done: 4, canary: { ended: 3, succeeded: 0, passed: false } })
    expect(await world.database.read.job.count({ where: { status: 'failed' } })).toBe(299)
  })

  test('of fewer jobs than that is checked all the same', async () => {
    await using world = await createServiceWorld()
    const [only] = await writeFailed(world, 1) as [string]
    const { id } = await world.operations.create({ action: 'retry', ids: [only], canary: { count: 5, minimumSuccessShare: 1 } })
    await world.workOff()
    expect(await world.operations.get(id)).toMatchObject({ status: 'checking' })
    await end(world, [only], 'completed')
    await world.workOff()
    expect(await world.operations.get(id)).toMatchObject({ status: 'completed', done: 1 })
  })
})
