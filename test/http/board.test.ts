import { Queue } from 'bullmq'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBoard } from '../../server/http/board.ts'
import { redisMissing, startRedis } from '../support/redis.ts'
import { createTestApi } from './support/api.ts'
import { expectProblem } from './support/expect-problem.ts'

describe.skipIf(redisMissing)('bull Board', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>
  let queue: Queue

  beforeAll(async () => {
    redis = await startRedis()
    queue = new Queue('export-csv', { connection: { url: redis.url } })
    await queue.add('export-csv', { jobId: 'j7' }, { jobId: 'j7-g2' })
  })
  afterAll(async () => {
    await queue.close()
    await redis[Symbol.asyncDispose]()
  })

  const open = (allowChanges?: boolean) => createTestApi({ board: createBoard({ queues: [queue], basePath: '/bull', allowChanges }) }).app

  test('opens at /bull and at the pages of its own router, and asks nobody else for anything', async () => {
    for (const path of ['/bull', '/bull/queue/export-csv']) {
      const response = await open().request(path)
      expect(response.status).toBe(200)
      const page = await response.text()
      expect(page).toContain('Gleaner queues')
      expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
      expect(response.headers.get('content-security-policy')).toContain('script-src \'self\';')
      const assets = [...page.matchAll(/(?:src|href)="(static\/[^"]+)"/g)].map(([, name]) => name)
      expect(assets.length).toBeGreaterThan(2)
      for (const asset of assets)
        expect((await open().request(`/bull/${asset}`)).status, asset).toBe(200)
    }
  })

  test('shows the queue and links each entry to our page of its job', async () => {
    const answer = await (await open().request('/bull/api/queues?activeQueue=export-csv&page=1&jobsPerPage=10')).json() as { queues: { name: string, readOnlyMode: boolean, allowRetries: boolean, jobs: { id: string, externalUrl: { href: string } }[] }[] }
    expect(answer.queues).toMatchObject([{ name: 'export-csv', readOnlyMode: true, allowRetries: false }])
    expect(answer.queues[0]?.jobs.map(({ id, externalUrl }) => [id, externalUrl.href])).toEqual([['j7-g2', '/jobs/j7']])
  })

  test('lets nobody change anything', async () => {
    for (const [method, path] of [['PUT', 'queues/export-csv/pause'], ['PUT', 'queues/export-csv/j7-g2/clean'], ['PUT', 'queues/export-csv/empty'], ['PUT', 'queues/export-csv/obliterate'], ['POST', 'queues/export-csv/add'], ['PUT', 'queues/pause'], ['PATCH', 'queues/export-csv/j7-g2/update-data']] as const)
      await expectProblem(await open().request(`/bull/api/${path}`, { method }), 403, 'forbidden')
    expect(await queue.isPaused()).toBe(false)
    expect(await queue.getWaitingCount()).toBe(1)
  })

  test('allows changes where the installation says so, but not to a page of another site', async () => {
    const app = open(true)
    await expectProblem(await app.request('/bull/api/queues/export-csv/pause', { method: 'PUT', headers: { origin: 'https://evil.example' } }), 403, 'forbidden')
    expect((await app.request('/bull/api/queues/export-csv/pause', { method: 'PUT' })).status).toBe(200)
    expect(await queue.isPaused()).toBe(true)
    await queue.resume()
  })

  test('an unknown page of it is a 404 problem', async () => {
    await expectProblem(await open().request('/bull/nothing'), 404, 'not-found')
  })
})
