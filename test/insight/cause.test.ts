import { expect, test } from 'vitest'
import { causeOf } from '../../server/contract/failure.ts'

const cause = (message: string, code: 'http-status' | 'all-pages-failed' = 'http-status') => causeOf({ code, message })

test('failures that differ in numbers, ids and addresses have one cause', () => {
  expect(cause('Page 17 of https://a.test/p/1?x=2 took 3.5 s')).toBe('http-status: Page # of <url> took # s')
  expect(cause('Page 9 of http://b.test/ took 12 s')).toBe(cause('Page 17 of https://a.test/p/1?x=2 took 3.5 s'))
  expect(cause('The job 01890000-0000-7000-8000-000000000001 went')).toBe('http-status: The job <id> went')
})

test('a status keeps its class', () => {
  expect(cause('The shop answered with an error (503).')).toBe('http-status: The shop answered with an error (5xx).')
  expect(cause('The shop answered with an error (404).')).not.toBe(cause('The shop answered with an error (503).'))
})

test('of a job whose pages all failed, the first page says the cause', () => {
  expect(cause('None of the 40 product pages could be read; the first: The shop answered with an error (502).', 'all-pages-failed')).toBe('all-pages-failed: The shop answered with an error (5xx).')
})

test('any text gives a cause of bounded length', () => {
  for (const message of ['', '"', '(((', '\n'.repeat(5000), '4'.repeat(100_000), '\uD800', 'a: b'.repeat(5000)])
    expect(cause(message).length).toBeLessThanOrEqual(200)
})
