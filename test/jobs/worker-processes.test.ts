import type { WorkerProcess } from '../../server/contract/worker.ts'
import { expect, test } from 'vitest'
import { install } from '../faults/rig/installation.ts'
import { until } from '../faults/rig/wait.ts'
import { redisMissing } from '../support/redis.ts'

test.skipIf(redisMissing !== null)('a worker in another process is made quiet, takes jobs again, and stops, each within 3 s', { timeout: 60_000 }, async () => {
  await using installation = await install({})
  await installation.start('api')
  const program = await installation.start('worker')
  const list = async () => await (await fetch(`${installation.url}/api/workers`)).json() as WorkerProcess[]
  const worker = await until('the worker in the list', 10_000, async () => (await list()).find(each => each.pid === program.pid))
  const ask = async (what: string) => expect((await installation.client.call('POST', `/api/workers/${worker.id}/${what}`))?.status).toBe(202)
  const becomes = (state: string) => until(state, 3000, async () => (await list()).some(each => each.id === worker.id && each.state === state))
  const statusOf = (id: string) => installation.records.jobs().find(job => job.id === id)?.status

  await ask('quiet')
  await becomes('quiet')
  const id = await installation.client.submit({ type: 'export-csv', data: {} })
  await until('the job with the queue', 5000, () => installation.records.undone().includes(id))
  expect(statusOf(id)).toBe('pending')

  await ask('resume')
  await until('the job done', 10_000, () => statusOf(id) === 'completed')
  await ask('stop')
  expect(await program.exited).toMatchObject({ code: 0 })
  expect((await list()).filter(each => each.id === worker.id)).toEqual([])
})
