import { describe, expect, test, vi } from 'vitest'
import { errorCodes } from '../../server/contract/error-codes.ts'
import { tell } from '../../server/contract/told.ts'
import { AppError, Conflict, InvalidInput, ScrapeError } from '../../server/errors.ts'
import { problemKinds } from '../../server/http/problem.ts'
import { silentLog } from '../support/log.ts'
import { createTestApi, send } from './support/api.ts'
import { expectProblem } from './support/expect-problem.ts'

describe('problems', () => {
  test.each(errorCodes.filter(code => code !== 'internal'))('%s has its own status and title', async (code) => {
    const { app } = createTestApi({ brands: { get: async () => Promise.reject(new AppError(code, tell('raw', { raw: 'Told by the service.' }))) } })
    const problem = await expectProblem(await app.request('/api/brands/b1'), problemKinds[code].status, code)
    expect(problem.title).toBe(problemKinds[code].title)
    expect(problem.detail).toBe('Told by the service.')
  })

  test('titles differ, as each names one kind', () => {
    expect(new Set(Object.values(problemKinds).map(({ title }) => title)).size).toBe(errorCodes.length)
  })

  test('an unknown error tells nothing but the request id, and is logged once with it', async () => {
    const error = vi.fn()
    const { app } = createTestApi({
      log: { ...silentLog, debug: () => {}, error },
      brands: { get: async () => Promise.reject(new TypeError('secret at /srv/db password=hunter2')) },
    })
    const response = await app.request('/api/brands/b1', { headers: { 'x-request-id': 'req-7' } })
    const problem = await expectProblem(response, 500, 'internal')
    expect(JSON.stringify(problem)).not.toMatch(/secret|hunter2|TypeError/)
    expect(problem.detail).toContain('req-7')
    expect(error).toHaveBeenCalledOnce()
    expect(error.mock.calls[0]?.[0]).toMatchObject({ event: 'http.failed', requestId: 'req-7', path: '/api/brands/b1' })
  })

  test('an internal error of our own tells no more than an unknown one', async () => {
    const { app } = createTestApi({ brands: { get: async () => Promise.reject(new AppError('internal', tell('raw', { raw: 'row 7 is odd' }))) } })
    const problem = await expectProblem(await app.request('/api/brands/b1'), 500, 'internal')
    expect(problem.detail).not.toContain('row 7')
  })

  test('a service\'s own 422 names its fields', async () => {
    const errors = [{ path: 'url', message: 'is taken' }]
    const { app } = createTestApi({ brands: { create: async () => Promise.reject(new InvalidInput(errors)) } })
    const problem = await expectProblem(await app.request('/api/brands', send('POST', { url: 'https://acme.example/' })), 422, 'invalid-input')
    expect(problem.errors).toEqual(errors)
  })

  test('what a refusal says has a code and values beside its English detail, and so has each field', async () => {
    const { app } = createTestApi({ brands: { create: async () => Promise.reject(new Conflict(tell('brand-exists', { name: 'Acme' }))) } })
    expect(await expectProblem(await app.request('/api/brands', send('POST', { url: 'https://acme.example/' })), 409, 'conflict')).toMatchObject({ detail: 'The brand "Acme" has this address already.', told: [{ code: 'brand-exists', values: { name: 'Acme' } }] })
    const invalid = await expectProblem(await app.request('/api/brands', send('POST', { url: 'ftp://acme.example/', settings: { concurrency: 99 } })), 422, 'invalid-input')
    expect(invalid.errors).toEqual([
      { path: 'url', message: 'must be an http or https address', told: [{ code: 'url-http' }] },
      { path: 'settings.concurrency', message: 'Too big: expected number to be <=16', told: [{ code: 'at-most', values: { n: 16 } }] },
    ])
    expect(invalid.told).toEqual([{ code: 'field', values: { field: 'url' } }, { code: 'url-http' }, { code: 'field', values: { field: 'settings.concurrency' } }, { code: 'at-most', values: { n: 16 } }])
  })

  test('what the framework and the guards refuse is told, too', async () => {
    const { app } = createTestApi({})
    expect(await expectProblem(await app.request('/api/nothing'), 404, 'not-found')).toMatchObject({ told: [{ code: 'nothing-here' }] })
    expect(await expectProblem(await app.request('/api/brands', { method: 'PUT' }), 405, 'method-not-allowed')).toMatchObject({ told: [{ code: 'methods-allowed' }] })
  })

  test('something that is thrown but is no error does not crash the server', async () => {
    const { app } = createTestApi({ brands: { get: async () => Promise.reject(new ScrapeError('timeout', tell('raw', { raw: 'Slow.' }), { url: 'https://a.example', retryAfterMs: 1 })) } })
    const response = await app.request('/api/brands/b1')
    expect(response.headers.get('retry-after')).toBe('1')
    await expectProblem(response, 504, 'timeout')
  })

  test.each([
    ['GET', '/api/nothing'],
    ['GET', '/api/brands/b1/nothing'],
    ['POST', '/nothing'],
    ['GET', '/missing.js'],
    ['GET', '/api/brands/'],
  ])('%s %s answers 404', async (method, path) => {
    const { app } = createTestApi()
    await expectProblem(await app.request(path, { method, headers: { accept: 'text/html' } }), 404, 'not-found')
  })

  test.each([
    ['PUT', '/api/brands', 'POST, GET, HEAD'],
    ['DELETE', '/api/brands', 'POST, GET, HEAD'],
    ['POST', '/api/brands/b1', 'GET, HEAD, PATCH, DELETE'],
    ['GET', '/api/jobs/j1/cancel', 'POST'],
    ['POST', '/api/export/j1', 'GET, HEAD'],
    ['DELETE', '/healthz', 'GET, HEAD'],
    ['POST', '/openapi.json', 'GET, HEAD'],
  ])('%s %s answers 405 and says what is allowed', async (method, path, allow) => {
    const { app } = createTestApi()
    const response = await app.request(path, { method })
    expect(response.headers.get('allow')).toBe(allow)
    await expectProblem(response, 405, 'method-not-allowed')
  })
})
