import type { HostThrottle } from '../../server/contract/throttle.ts'
import { expect, test } from 'vitest'
import { followPace } from '../../server/jobs/follow-pace.ts'
import { createThrottleService } from '../../server/jobs/throttle-service.ts'
import { createHostThrottleStore } from '../../server/store/host-throttle-store.ts'
import { settingsOf } from '../support/settings.ts'
import { createServiceWorld } from './service-world.ts'

function aThrottle(given: Partial<HostThrottle> = {}): HostThrottle {
  return { host: 'shop.test', at: '2026-01-01T00:00:00.000Z', concurrency: 1, gapMs: 4000, gapReason: 'crawl-delay', crawlDelayMs: 4000, latencyMs: 90, failures: 0, inFlight: 1, waiting: 3, pausedUntil: null, pauseReason: null, ...given }
}

/** Two processes on one database: one asks shops, the other has the dashboards. */
async function createThrottleWorld() {
  const world = await createServiceWorld()
  const throttles = createHostThrottleStore(world.database)
  let asked: HostThrottle[] = []
  const deps = { ...world, throttles, settings: settingsOf({ delayMs: 700 }) }
  const worker = createThrottleService({ ...deps, events: { publish: () => {} }, asked: () => asked })
  const api = createThrottleService({ ...deps, asked: () => [] })
  return { ...world, throttles, worker, api, ask: (...next: HostThrottle[]) => void (asked = next), [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

test('how a worker asks a host is seen by the dashboards of another process, each change once', async () => {
  await using world = await createThrottleWorld()
  const told = () => world.heard.filter(event => event.kind === 'throttle').map(({ throttle }) => throttle.waiting)
  world.clock.advance(1000)
  world.ask(aThrottle())
  await world.worker.report()
  await world.api.watch()
  await world.worker.report()
  await world.api.watch()
  expect(told()).toEqual([3])
  world.clock.advance(1000)
  world.ask(aThrottle({ waiting: 0 }))
  await world.worker.report()
  await world.api.watch()
  expect(told()).toEqual([3, 0])
})

test('a brand says what is set for it, what is usual, and how its host is asked, with or without www', async () => {
  await using world = await createThrottleWorld()
  world.ask(aThrottle({ host: 'www.shop.test' }), aThrottle({ host: 'other.test' }))
  await world.worker.report()
  await world.brands.update(world.brand.id, { settings: { concurrency: 3, ignoreRobots: { reason: 'it is ours' } } }, new Date())
  expect(await world.api.politeness(world.brand.id)).toMatchObject({ host: 'shop.test', set: { concurrency: 3 }, usual: { delayMs: 700, concurrency: 2 }, robotsIgnored: true, hosts: [{ host: 'www.shop.test', gapReason: 'crawl-delay' }] })
  await expect(world.api.politeness('nobody')).rejects.toMatchObject({ code: 'not-found' })
})

test('hosts that are no longer asked are forgotten', async () => {
  await using world = await createThrottleWorld()
  world.ask(aThrottle())
  await world.worker.report()
  await world.throttles.forget(new Date(world.clock.now() + 1))
  expect(await world.throttles.of(['shop.test'])).toEqual([])
})

test('a run follows its brand\'s pace within two seconds, and keeps it when the brand is gone', async () => {
  await using world = await createThrottleWorld()
  const pace = followPace(world.brands, world.brand, world.clock.now)
  expect(await pace()).toEqual({})
  await world.brands.update(world.brand.id, { settings: { delayMs: 2000 } }, new Date())
  world.clock.advance(1999)
  expect((await pace()).delayMs).toBeUndefined()
  world.clock.advance(1)
  expect((await pace()).delayMs).toBe(2000)
  await world.brands.remove(world.brand.id)
  world.clock.advance(2000)
  expect((await pace()).delayMs).toBe(2000)
})
