import { expect, test } from 'vitest'
import { inEnglish, tell } from '../server/contract/told.ts'
import { AppError, Conflict, failureOf, fieldError, InvalidInput, NotFound, ScrapeError, toFailure } from '../server/errors.ts'

test('an error says in English what is told of it, and its failure keeps both', () => {
  const error = new ScrapeError('http-status', tell('no-such-page', { http: '404' }), { url: 'https://shop.example/', status: 404 })
  expect(error.message).toBe('There is no such page (404).')
  expect(toFailure(error)).toEqual({ code: 'http-status', message: 'There is no such page (404).', told: [{ code: 'no-such-page', values: { http: '404' } }], retryable: false })
})

test('what is thrown by others has its message alone', () => {
  expect(toFailure(new Error('ENOENT: no such file'))).toEqual({ code: 'internal', message: 'ENOENT: no such file', retryable: true })
})

test('a failure inside another one is told with it', () => {
  const first = failureOf('timeout', tell('host-silent'), true)
  const whole = failureOf('all-pages-failed', tell('no-page-read', { n: 3, failure: first }))
  expect(whole.message).toBe('None of the 3 product pages could be read; the first: The host did not answer in time.')
  expect(whole.told).toEqual([{ code: 'no-page-read', values: { n: 3, failure: { code: 'timeout', message: 'The host did not answer in time.', told: [{ code: 'host-silent' }] } } }])
})

test('notes stand one after the other', () => {
  const notes = [{ way: 'sitemap', text: 'it is no sitemap.' }, { way: 'listing', text: '3 pages read' }]
  expect(inEnglish([tell('none-found-by', { notes })])).toBe('No products found (sitemap: it is no sitemap; listing: 3 pages read). Check the address, or give the brand a recipe.')
})

test('input that is wrong is told field by field; where one is not told, by the message alone', () => {
  const first = fieldError('url', tell('url-http'))
  expect(new InvalidInput([first, fieldError('name', tell('empty'))])).toMatchObject({ message: 'url: must be an http or https address; name: must not be empty', told: [{ code: 'field', values: { field: 'url' } }, { code: 'url-http' }, { code: 'field', values: { field: 'name' } }, { code: 'empty' }] })
  expect(new InvalidInput([first, { path: 'x', message: 'odd' }]).told).toBeUndefined()
})

test('the compiler takes no error in plain words', () => {
  // @ts-expect-error: words without a code
  const wrong = () => new AppError('conflict', 'That is not possible.')
  // @ts-expect-error: words without a code
  const refused = () => new Conflict('That is not possible.')
  // @ts-expect-error: no such thing has words
  const missing = () => new NotFound('thing', 'x')
  expect([wrong, refused, missing]).toHaveLength(3)
})
