import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { install } from '../faults/rig/installation.ts'
import { pause, until } from '../faults/rig/wait.ts'
import { createBrand, settle } from '../faults/rig/work.ts'
import { redisMissing } from '../support/redis.ts'

test.skipIf(redisMissing !== null)('a second SIGTERM ends the process at once, though its job would still have time', { timeout: 60_000 }, async () => {
  await using installation = await install({ products: 30, pageDelayMs: 500, env: { SHUTDOWN_GRACE_MS: '30000', SCRAPE_PAGES_AT_ONCE: '1' } })
  await installation.start('api')
  const worker = await installation.start('worker')
  const brandId = await createBrand(installation, { concurrency: 1 })
  await installation.client.submit({ type: 'scrape-brand', data: { brandId } })
  await settle(installation)
  const id = await installation.client.submit({ type: 'scrape-product-details', data: { brandId } })
  await until('the job at work', 15_000, () => installation.records.active().some(row => row.id === id))

  worker.signal('SIGTERM')
  await until('the first one heard', 15_000, async () => (await readFile(installation.log, 'utf8')).includes(`${worker.pid} Stopping`))
  // Within half a second it would be the same one, passed on twice.
  await pause(600)
  expect(worker.isRunning()).toBe(true)
  const askedAt = performance.now()
  worker.signal('SIGTERM')
  expect(await worker.exited).toMatchObject({ code: 130 })
  expect(performance.now() - askedAt).toBeLessThan(2_000)
})
