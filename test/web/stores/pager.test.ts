import type { Page } from '../../../server/contract/page.ts'
import { expect, test } from 'vitest'
import { ApiProblem } from '../../../web/api/problem.ts'
import { createPager } from '../../../web/stores/pager.ts'

interface Row { id: string }
const rows = (...ids: string[]): Row[] => ids.map(id => ({ id }))

/** A pager over answers that the test gives one by one. */
function world() {
  const calls: { query: { search?: string, cursor?: string }, signal: AbortSignal, answer: (page: Page<Row>) => void, fail: (error: unknown) => void }[] = []
  const pager = createPager<{ search?: string }, Row>((query, signal) => new Promise((answer, fail) => calls.push({ query, signal, answer, fail })))
  return { pager, calls, ids: () => pager.items.value.map(({ id }) => id) }
}

test('pages follow each other by cursor and end with the last one', async () => {
  const { pager, calls, ids } = world()
  const first = pager.load({ search: 'x' })
  calls[0]!.answer({ items: rows('a', 'b'), nextCursor: 'after-b' })
  await first
  expect(pager.hasMore.value).toBe(true)
  const second = pager.more()
  expect(pager.state.value).toBe('more')
  expect(calls[1]!.query).toEqual({ search: 'x', cursor: 'after-b' })
  calls[1]!.answer({ items: rows('c'), nextCursor: null })
  await second
  expect(ids()).toEqual(['a', 'b', 'c'])
  expect(pager.hasMore.value).toBe(false)
  await pager.more()
  expect(calls).toHaveLength(2)
})

test('a row that moved between two pages is listed once', async () => {
  const { pager, calls, ids } = world()
  const first = pager.load({})
  calls[0]!.answer({ items: rows('a', 'b'), nextCursor: 'n' })
  await first
  const second = pager.more()
  calls[1]!.answer({ items: rows('b', 'c'), nextCursor: null })
  await second
  expect(ids()).toEqual(['a', 'b', 'c'])
})

test('a newer query aborts the older one, whose late answer changes nothing', async () => {
  const { pager, calls, ids } = world()
  const old = pager.load({ search: 'old' })
  const fresh = pager.load({ search: 'new' })
  expect(calls[0]!.signal.aborted).toBe(true)
  calls[1]!.answer({ items: rows('new'), nextCursor: null })
  await fresh
  calls[0]!.answer({ items: rows('old'), nextCursor: null })
  await old
  expect(ids()).toEqual(['new'])
  expect(pager.state.value).toBe('ready')
})

test('a failure is kept with what was there, and the next good answer clears it', async () => {
  const { pager, calls, ids } = world()
  const first = pager.load({})
  calls[0]!.answer({ items: rows('a'), nextCursor: null })
  await first
  const second = pager.reload()
  calls[1]!.fail(new ApiProblem({ code: 'service-unavailable', status: 503, title: 'x' }))
  await second
  expect(pager.state.value).toBe('failed')
  expect(pager.problem.value?.code).toBe('service-unavailable')
  expect(ids()).toEqual(['a'])
  const third = pager.reload()
  calls[2]!.answer({ items: rows('a', 'b'), nextCursor: null })
  await third
  expect(pager.problem.value).toBeNull()
})

test('an aborted request is no failure', async () => {
  const { pager, calls } = world()
  const first = pager.load({})
  calls[0]!.fail(new DOMException('gone', 'AbortError'))
  await first
  expect(pager.problem.value).toBeNull()
})
