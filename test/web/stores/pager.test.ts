import type { Page } from '../../../server/contract/page.ts'
import { expect, test, vi } from 'vitest'
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

test('of a long list a bounded number of rows is kept, and what went is read again on the way back', async () => {
  const all = Array.from({ length: 30 }, (_, n) => `r${n}`)
  const asked: { cursor?: string, before?: string }[] = []
  const pager = createPager<object, Row>(async ({ cursor, before }: { cursor?: string, before?: string }) => {
    asked.push({ ...(cursor && { cursor }), ...(before && { before }) })
    const start = before === undefined ? Number(cursor ?? 0) : Number(before) - 5
    return { items: rows(...all.slice(start, start + 5)), nextCursor: start + 5 < 30 ? String(start + 5) : null, prevCursor: start > 0 ? String(start) : null }
  }, { most: 15 })
  const ids = () => pager.items.value.map(({ id }) => id)
  await pager.load({})
  while (pager.hasMore.value)
    await pager.more()
  expect([ids(), pager.skipped.value]).toEqual([all.slice(15), 15])
  // A row that goes leaves the places of the others to the next reading.
  pager.remove('r15')
  await pager.earlier()
  expect(asked.at(-1)).toEqual({ before: '15' })
  expect([ids(), pager.skipped.value, pager.hasMore.value]).toEqual([[...all.slice(10, 15), ...all.slice(16, 25)], 10, true])
  await pager.earlier()
  await pager.earlier()
  expect([ids()[0], pager.skipped.value, pager.hasEarlier.value]).toEqual(['r0', 0, false])
  pager.prepend(rows('new'))
  await pager.earlier()
  expect([ids()[0], asked.at(-1)]).toEqual(['new', { before: '5' }])
})

test('pages without a row are passed over, forwards and backwards, until one has some', async () => {
  // Only r3 and r27 match, and the server looks at five rows a request.
  const asked: { cursor?: string, before?: string, limit?: number }[] = []
  const pager = createPager<object, Row>(async ({ cursor, before, limit }: { cursor?: string, before?: string, limit?: number }) => {
    asked.push({ cursor, before, limit })
    const start = before === undefined ? Number(cursor ?? 0) : Number(before) - 5
    const items = rows('r3', 'r27').filter(({ id }) => Number(id.slice(1)) >= start && Number(id.slice(1)) < start + 5)
    return { items, nextCursor: start + 5 < 30 ? String(start + 5) : null, prevCursor: start > 0 ? String(start) : null, count: start === 0 ? { value: 1, exact: false } : null }
  }, { most: 1, later: 100 })
  const ids = () => pager.items.value.map(({ id }) => id)
  await pager.load({})
  expect([ids(), pager.total.value]).toEqual([['r3'], { value: 1, exact: false }])
  await pager.more()
  expect([ids(), pager.skipped.value, pager.hasMore.value, pager.looking.value]).toEqual([['r27'], 1, false, false])
  expect(asked.map(({ cursor, limit }) => [cursor, limit])).toEqual([[undefined, undefined], ...['5', '10', '15', '20', '25'].map(cursor => [cursor, 100])])
  await pager.earlier()
  expect([ids(), pager.hasEarlier.value, pager.hasMore.value]).toEqual([['r3'], false, true])
})

test('looking further is told, is bounded, and goes on when asked', async () => {
  const { pager, calls, ids } = world()
  const answer = async (page: Page<Row>) => {
    const n = calls.length
    calls.at(-1)!.answer(page)
    await vi.waitUntil(() => calls.length > n || pager.state.value === 'ready')
  }
  const first = pager.load({})
  expect(pager.looking.value).toBe(false)
  for (let n = 0; n <= 20; n++) {
    await answer({ items: [], nextCursor: `n${n}` })
    expect(pager.looking.value).toBe(n < 20)
  }
  await first
  expect([calls.length, ids(), pager.state.value, pager.hasMore.value]).toEqual([21, [], 'ready', true])
  const second = pager.more()
  expect(calls[21]!.query.cursor).toBe('n20')
  await answer({ items: rows('z'), nextCursor: null })
  await second
  expect([ids(), pager.hasMore.value]).toEqual([['z'], false])
})

test('a newer query ends the looking of an older one', async () => {
  const { pager, calls, ids } = world()
  const old = pager.load({ search: 'old' })
  calls[0]!.answer({ items: [], nextCursor: 'on' })
  await vi.waitUntil(() => calls.length === 2)
  const fresh = pager.load({ search: 'new' })
  expect(calls[1]!.signal.aborted).toBe(true)
  calls[1]!.answer({ items: [], nextCursor: 'further' })
  calls[2]!.answer({ items: rows('new'), nextCursor: null })
  await Promise.all([old, fresh])
  expect([ids(), calls.length, pager.looking.value]).toEqual([['new'], 3, false])
})

test('all rows that are kept are read again from where they began: they change in place, and new ones are told, not shown', async () => {
  const all = Array.from({ length: 30 }, (_, n) => ({ id: `r${String(n).padStart(2, '0')}`, version: 1 }))
  const asked: (string | undefined)[] = []
  const pager = createPager<object, { id: string, version: number }>(async ({ cursor }: { cursor?: string }) => {
    asked.push(cursor)
    const start = cursor === undefined ? 0 : all.findIndex(({ id }) => id > cursor)
    const items = all.slice(start, start + 5)
    return { items, nextCursor: start + 5 < all.length ? items.at(-1)!.id : null, prevCursor: start > 0 ? items[0]!.id : null }
  }, { most: 15 })
  await pager.load({})
  for (let page = 1; page < 5; page++)
    await pager.more()
  const before = pager.items.value.map(({ id }) => id)
  expect([before.length, before[0], pager.skipped.value]).toEqual([15, 'r10', 10])

  all.splice(0, all.length, ...all.filter(({ id }) => id !== 'r12').map(row => ({ ...row, version: 2 })))
  all.splice(11, 0, { id: 'r105', version: 1 })
  asked.length = 0
  pager.replace({ id: 'r11', version: 9 })
  const fresh = await pager.refresh(({ id }) => id === 'r105')
  expect(fresh).toEqual([{ id: 'r105', version: 1 }])
  expect(pager.items.value.slice(0, 3)).toEqual([{ id: 'r10', version: 2 }, { id: 'r11', version: 9 }, { id: 'r13', version: 2 }])
  expect([asked[0], pager.skipped.value, pager.items.value.length >= 15, pager.state.value]).toEqual(['r09', 10, true, 'ready'])
})

test('reading again what is not there yet is the first reading', async () => {
  const { pager, calls, ids } = world()
  const again = pager.refresh(() => true)
  calls[0]!.answer({ items: rows('a'), nextCursor: null })
  expect([await again, ids()]).toEqual([[], ['a']])
})
