import { describe, expect, test, vi } from 'vitest'
import { Brand } from '../../server/contract/brand.ts'
import { tell } from '../../server/contract/told.ts'
import { Conflict, NotFound } from '../../server/errors.ts'
import { createTestApi, send } from './support/api.ts'
import { expectProblem } from './support/expect-problem.ts'
import { aBrand } from './support/things.ts'

describe('brands', () => {
  test('adding one answers 201 with where it lives', async () => {
    const { app } = createTestApi({ brands: { create: async ({ url }) => aBrand({ id: 'b/7', url }) } })
    const response = await app.request('/api/brands', send('POST', { url: 'https://acme.example/' }))
    expect(response.status).toBe(201)
    expect(response.headers.get('location')).toBe('/api/brands/b%2F7')
    expect(Brand.parse(await response.json()).url).toBe('https://acme.example/')
  })

  test.each([
    ['no address', {}, 'url'],
    ['no http address', { url: 'ftp://acme.example/' }, 'url'],
    ['no address at all', { url: 'acme' }, 'url'],
    ['a password in it', { url: 'https://me:secret@acme.example/' }, 'url'],
    ['too many requests at a time', { url: 'https://acme.example/', settings: { concurrency: 99 } }, 'settings.concurrency'],
    ['a recipe rule without selector', { url: 'https://acme.example/', recipe: { fields: { price: {} } } }, 'recipe.fields.price.selector'],
    ['a body that is a list', [], 'body'],
  ])('%s answers 422 and names the field', async (_, body, path) => {
    const { app } = createTestApi()
    const problem = await expectProblem(await app.request('/api/brands', send('POST', body)), 422, 'invalid-input')
    expect(problem.errors?.map(error => error.path)).toContain(path)
    expect(problem.instance).toBe('/api/brands')
  })

  test('every wrong field is named, not only the first', async () => {
    const { app } = createTestApi()
    const problem = await expectProblem(await app.request('/api/brands', send('POST', { url: 1, name: '', settings: { delayMs: -1 } })), 422, 'invalid-input')
    expect(problem.errors?.map(error => error.path)).toEqual(['url', 'name', 'settings.delayMs'])
  })

  test('the list passes search, cursor and limit on', async () => {
    const list = vi.fn(async () => ({ items: [], nextCursor: 'next' }))
    const { app } = createTestApi({ brands: { list } })
    const response = await app.request('/api/brands?search=%20acme%20&cursor=abc&limit=7')
    expect(await response.json()).toEqual({ items: [], nextCursor: 'next' })
    expect(list).toHaveBeenCalledWith({ search: 'acme', cursor: 'abc', limit: 7 })
  })

  test('the names of all come at once', async () => {
    const { app } = createTestApi()
    expect(await (await app.request('/api/brand-names')).json()).toEqual([{ id: 'b1', name: 'Acme', url: 'https://acme.example/' }])
  })

  test.each(['0', '201', 'many', '1.5', '-3'])('a limit of %s answers 422', async (limit) => {
    const { app } = createTestApi()
    const problem = await expectProblem(await app.request(`/api/brands?limit=${limit}`), 422, 'invalid-input')
    expect(problem.errors?.[0]?.path).toBe('limit')
  })

  test('an unknown one answers 404', async () => {
    const { app } = createTestApi({ brands: { get: async id => Promise.reject(new NotFound('brand', id)) } })
    const problem = await expectProblem(await app.request('/api/brands/nobody'), 404, 'not-found')
    expect(problem.detail).toContain('nobody')
  })

  test('a change passes only what was sent', async () => {
    const update = vi.fn(async () => aBrand())
    const { app } = createTestApi({ brands: { update } })
    expect((await app.request('/api/brands/b1', send('PATCH', { recipe: null }))).status).toBe(200)
    expect(update).toHaveBeenCalledWith('b1', { recipe: null })
  })

  test('deleting one answers 204, or 409 while it is in use', async () => {
    const free = createTestApi()
    expect((await free.app.request('/api/brands/b1', send('DELETE'))).status).toBe(204)
    const busy = createTestApi({ brands: { remove: async () => Promise.reject(new Conflict(tell('raw', { raw: 'A job of this brand is running.' }))) } })
    await expectProblem(await busy.app.request('/api/brands/b1', send('DELETE')), 409, 'conflict')
  })
})
