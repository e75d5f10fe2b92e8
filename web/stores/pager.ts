import type { Page } from '../../server/contract/page.ts'
import type { ApiProblem } from '../api/problem.ts'
import { computed, ref, shallowRef } from 'vue'
import { isAbort, toProblem } from '../api/problem.ts'

export type PagerState = 'idle' | 'loading' | 'ready' | 'more' | 'failed'

/**
 * Keyset paging over one REST list. A newer `load` aborts an older one, so that the rows always belong to the query
 * asked for last; `more` appends and drops rows already there (one may have moved between two pages).
 */
export function createPager<Query extends object, Item extends { id: string }>(
  fetchPage: (query: Query & { cursor?: string }, signal: AbortSignal) => Promise<Page<Item>>,
) {
  const items = shallowRef<Item[]>([])
  const state = ref<PagerState>('idle')
  const problem = shallowRef<ApiProblem | null>(null)
  const nextCursor = ref<string | null>(null)
  let query = {} as Query
  let controller: AbortController | null = null

  async function run(pageQuery: Query & { cursor?: string }, take: (page: Page<Item>) => void) {
    controller?.abort()
    const mine = controller = new AbortController()
    try {
      const page = await fetchPage(pageQuery, mine.signal)
      if (mine.signal.aborted)
        return
      take(page)
      nextCursor.value = page.nextCursor
      problem.value = null
      state.value = 'ready'
    }
    catch (error) {
      if (isAbort(error) || mine.signal.aborted)
        return
      problem.value = toProblem(error)
      state.value = 'failed'
    }
  }

  /** First page of `next`. Rows of the last query stay until the new ones are here, unless `clear`. */
  async function load(next: Query, { clear = false } = {}) {
    query = next
    if (clear)
      items.value = []
    state.value = 'loading'
    await run(query, page => items.value = page.items)
  }

  async function reload() {
    await load(query)
  }

  async function more() {
    if (nextCursor.value === null || state.value === 'more' || state.value === 'loading')
      return
    state.value = 'more'
    await run({ ...query, cursor: nextCursor.value }, (page) => {
      const known = new Set(items.value.map(item => item.id))
      items.value = [...items.value, ...page.items.filter(item => !known.has(item.id))]
    })
  }

  /** Replaces one row in its place; nothing happens when it is not listed. */
  function replace(item: Item) {
    const index = items.value.findIndex(row => row.id === item.id)
    if (index >= 0)
      items.value = items.value.with(index, item)
  }

  function remove(id: string) {
    if (items.value.some(item => item.id === id))
      items.value = items.value.filter(item => item.id !== id)
  }

  return {
    items,
    state,
    problem,
    hasMore: computed(() => nextCursor.value !== null),
    load,
    reload,
    more,
    replace,
    remove,
  }
}
