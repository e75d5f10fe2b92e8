import { describe, expect, test, vi } from 'vitest'
import { Job, JobSummary, TimelineEntry } from '../../server/contract/job.ts'
import { tell } from '../../server/contract/told.ts'
import { AppError, Conflict, NotFound, QueueUnavailable } from '../../server/errors.ts'
import { createTestApi, send } from './support/api.ts'
import { expectProblem } from './support/expect-problem.ts'
import { aJob, aTimelineEntry } from './support/things.ts'

describe('submitting a job', () => {
  test.each([
    [{ type: 'scrape-brand', data: { brandId: 'b1' } }],
    [{ type: 'scrape-product-details', data: { productIds: ['p1'] }, priority: 5 }],
    [{ type: 'export-csv', data: { filename: 'a.csv', columns: ['name'] }, delayMs: 1000 }],
  ])('%j answers 202 with where it lives', async (request) => {
    const submit = vi.fn(async () => ({ job: aJob({ id: 'j9' }), created: true }))
    const { app } = createTestApi({ jobs: { submit } })
    const response = await app.request('/api/jobs', send('POST', request))
    expect(response.status).toBe(202)
    expect(response.headers.get('location')).toBe('/api/jobs/j9')
    expect(Job.parse(await response.json()).id).toBe('j9')
    expect(submit).toHaveBeenCalledWith(request, undefined)
  })

  test('one that is open already answers 200 with that one', async () => {
    const { app } = createTestApi({ jobs: { submit: async () => ({ job: aJob({ id: 'j2' }), created: false }) } })
    const response = await app.request('/api/jobs', send('POST', { type: 'scrape-brand', data: { brandId: 'b1' } }))
    expect(response.status).toBe(200)
    expect(response.headers.get('location')).toBe('/api/jobs/j2')
  })

  test.each([
    ['an unknown type', { type: 'fly', data: {} }, 'type'],
    ['no type', { data: {} }, 'type'],
    ['no data', { type: 'scrape-brand' }, 'data'],
    ['data of another type', { type: 'scrape-brand', data: { filename: 'x' } }, 'data.brandId'],
    ['neither brand nor products', { type: 'scrape-product-details', data: {} }, 'data.brandId'],
    ['an unknown column', { type: 'export-csv', data: { columns: ['name', 'secret'] } }, 'data.columns.1'],
    ['a negative priority', { type: 'export-csv', data: {}, priority: -1 }, 'priority'],
    ['a run time without zone', { type: 'export-csv', data: {}, runAt: '2026-11-23' }, 'runAt'],
  ])('%s answers 422 and names the field', async (_, body, path) => {
    const { app } = createTestApi()
    const problem = await expectProblem(await app.request('/api/jobs', send('POST', body)), 422, 'invalid-input')
    expect(problem.errors?.map(error => error.path)).toContain(path)
  })

  test('too many open jobs answer 429 and say when to come back', async () => {
    const { app } = createTestApi({ jobs: { submit: async () => Promise.reject(new AppError('too-many-requests', tell('raw', { raw: 'Full.' }), { retryAfterMs: 2500 })) } })
    const response = await app.request('/api/jobs', send('POST', { type: 'export-csv', data: {} }))
    expect(response.headers.get('retry-after')).toBe('3')
    await expectProblem(response, 429, 'too-many-requests')
  })
})

describe('listing jobs', () => {
  test('passes every filter on, statuses as a list', async () => {
    const list = vi.fn(async () => ({ items: [], nextCursor: null, prevCursor: null, count: null }))
    const { app } = createTestApi({ jobs: { list } })
    await app.request('/api/jobs?type=scrape-brand&status=failed&status=cancelled&brandId=b1&flowId=f1&errorCode=blocked&search=x&limit=10&cursor=c')
    expect(list).toHaveBeenCalledWith({ type: 'scrape-brand', status: ['failed', 'cancelled'], brandId: 'b1', flowId: 'f1', errorCode: 'blocked', search: 'x', limit: 10, cursor: 'c' })
    await app.request('/api/jobs?status=active')
    expect(list).toHaveBeenLastCalledWith(expect.objectContaining({ status: ['active'], limit: 50 }))
  })

  test.each(['status=running', 'status=active&status=x', 'type=fly', 'errorCode=odd'])('%s answers 422', async (query) => {
    const { app } = createTestApi()
    const problem = await expectProblem(await app.request(`/api/jobs?${query}`), 422, 'invalid-input')
    expect(problem.errors?.[0]?.path).toMatch(new RegExp(`^${query.split('=')[0]}`))
    expect(problem.errors?.[0]?.message).not.toBe('Invalid input')
  })
})

describe('one job', () => {
  test('comes with data, result, flow and timeline', async () => {
    const { app } = createTestApi()
    Job.parse(await (await app.request('/api/jobs/j1')).json())
    JobSummary.array().parse(await (await app.request('/api/jobs/j1/flow')).json())
    const timeline = await (await app.request('/api/jobs/j1/timeline?limit=5')).json() as { items: unknown[] }
    TimelineEntry.array().nonempty().parse(timeline.items)
  })

  test('says its progress and its timeline in words, and what they are made of', async () => {
    const told = [{ code: 'parts-done', values: { done: 1, total: 4 } }]
    const { app } = createTestApi({ jobs: {
      get: async () => aJob({ progressNote: '1 of 4 parts', progressTold: told }),
      timeline: async () => ({ items: [aTimelineEntry({ message: '1 of 4 parts', told }), aTimelineEntry()], nextCursor: null }),
    } })
    expect(await (await app.request('/api/jobs/j1')).json()).toMatchObject({ progressNote: '1 of 4 parts', progressTold: told })
    const { items: [line, older] } = await (await app.request('/api/jobs/j1/timeline')).json() as { items: TimelineEntry[] }
    expect(line).toMatchObject({ message: '1 of 4 parts', told })
    expect(older).not.toHaveProperty('told')
  })

  test.each(['retry', 'cancel', 'promote'] as const)('%s answers 202 with the job, 404 and 409', async (verb) => {
    const fine = createTestApi()
    const response = await fine.app.request(`/api/jobs/j1/${verb}`, send('POST'))
    expect(response.status).toBe(202)
    expect(response.headers.get('location')).toBe('/api/jobs/j1')
    Job.parse(await response.json())
    const unknown = createTestApi({ jobs: { [verb]: async (id: string) => Promise.reject(new NotFound('job', id)) } })
    await expectProblem(await unknown.app.request(`/api/jobs/nobody/${verb}`, send('POST')), 404, 'not-found')
    const wrong = createTestApi({ jobs: { [verb]: async () => Promise.reject(new Conflict(tell('raw', { raw: 'The job is completed.' }))) } })
    await expectProblem(await wrong.app.request(`/api/jobs/j1/${verb}`, send('POST')), 409, 'conflict')
  })

  test('deleting answers 204, cleaning says how many went', async () => {
    const clean = vi.fn(async () => ({ removed: 12 }))
    const { app } = createTestApi({ jobs: { clean } })
    expect((await app.request('/api/jobs/j1', send('DELETE'))).status).toBe(204)
    expect(await (await app.request('/api/jobs/clean', send('POST', { status: 'failed' }))).json()).toEqual({ removed: 12 })
    expect(clean).toHaveBeenCalledWith({ status: 'failed', olderThanMs: 0 })
  })

  test('cleaning active jobs answers 422', async () => {
    const { app } = createTestApi()
    await expectProblem(await app.request('/api/jobs/clean', send('POST', { status: 'active' })), 422, 'invalid-input')
  })
})

describe('queues', () => {
  test('are listed, paused and resumed', async () => {
    const { app } = createTestApi()
    expect(await (await app.request('/api/queues')).json()).toMatchObject([{ name: 'scrape-brand' }])
    expect(await (await app.request('/api/queues/export-csv/pause', send('POST'))).json()).toMatchObject({ name: 'export-csv', paused: true })
    expect(await (await app.request('/api/queues/export-csv/resume', send('POST'))).json()).toMatchObject({ paused: false })
  })

  test('an unknown one answers 422, an unreachable store 503', async () => {
    const { app } = createTestApi({ queues: { list: async () => Promise.reject(new QueueUnavailable()) } })
    await expectProblem(await app.request('/api/queues/mail/pause', send('POST')), 422, 'invalid-input')
    await expectProblem(await app.request('/api/queues'), 503, 'queue-unavailable')
  })
})

test('a retry needs no body, and takes one', async () => {
  const retry = vi.fn(async (id: string) => aJob({ id }))
  const { app } = createTestApi({ jobs: { retry } })
  expect((await app.request('/api/jobs/j1/retry', send('POST'))).status).toBe(202)
  expect((await app.request('/api/jobs/j1/retry', send('POST', { priority: 2 }))).status).toBe(202)
  expect(retry.mock.calls).toEqual([['j1', {}], ['j1', { priority: 2 }]])
  await expectProblem(await app.request('/api/jobs/j1/retry', send('POST', { priority: -1 })), 422, 'invalid-input')
})

test('a priority is changed', async () => {
  const { app } = createTestApi()
  expect(Job.parse(await (await app.request('/api/jobs/j1', send('PATCH', { priority: 7 }))).json()).priority).toBe(7)
  await expectProblem(await app.request('/api/jobs/j1', send('PATCH', {})), 422, 'invalid-input')
})
