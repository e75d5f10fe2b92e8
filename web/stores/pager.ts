import type { Page } from '../../server/contract/page.ts'
import type { ApiProblem } from '../api/problem.ts'
import { computed, ref, shallowRef } from 'vue'
import { isAbort, toProblem } from '../api/problem.ts'

export type PagerState = 'idle' | 'loading' | 'ready' | 'more' | 'failed'
type Answer<Item> = Page<Item> & { prevCursor?: string | null }
interface Place { cursor?: string, before?: string }

/**
 * Keyset paging over one REST list. A newer `load` aborts an older one, so that the rows always belong to the query
 * asked for last; `more` appends and drops rows already there (one may have moved between two pages). Of a list that
 * can be read both ways, `most` bounds the rows that are kept: pages go at the far end, `earlier` brings them back.
 */
export function createPager<Query extends object, Item extends { id: string }>(
  fetchPage: (query: Query & Place, signal: AbortSignal) => Promise<Answer<Item>>,
  { most = Infinity }: { most?: number } = {},
) {
  const pages = shallowRef<Answer<Item>[]>([])
  const state = ref<PagerState>('idle')
  const problem = shallowRef<ApiProblem | null>(null)
  /** Rows before the first one that is kept. */
  const skipped = ref(0)
  const nextCursor = computed(() => pages.value.at(-1)?.nextCursor ?? null)
  const prevCursor = computed(() => pages.value[0]?.prevCursor ?? null)
  const items = computed({
    get: () => pages.value.flatMap(page => page.items),
    // Rows that a store puts there itself stand in one page.
    set: rows => pages.value = [{ items: rows, nextCursor: nextCursor.value, prevCursor: prevCursor.value }],
  })
  let query = {} as Query
  let controller: AbortController | null = null

  async function run(place: Place, take: (page: Answer<Item>) => void) {
    controller?.abort()
    const mine = controller = new AbortController()
    try {
      const page = await fetchPage({ ...query, ...place }, mine.signal)
      if (mine.signal.aborted)
        return
      take(page)
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
      show([], 0)
    state.value = 'loading'
    await run({}, page => show([page], 0))
  }

  function show(next: Answer<Item>[], before: number) {
    pages.value = next
    skipped.value = before
  }

  const reload = () => load(query)
  const isBusy = () => state.value === 'more' || state.value === 'loading'
  const sizeOf = (some: Answer<Item>[]) => some.reduce((sum, page) => sum + page.items.length, 0)

  function fresh(page: Answer<Item>): Answer<Item> {
    const known = new Set(items.value.map(item => item.id))
    return { ...page, items: page.items.filter(item => !known.has(item.id)) }
  }

  async function more() {
    if (nextCursor.value === null || isBusy())
      return
    state.value = 'more'
    await run({ cursor: nextCursor.value }, (page) => {
      const kept = [...pages.value, fresh(page)]
      const gone: Answer<Item>[] = []
      while (sizeOf(kept) > most && kept.length > 1)
        gone.push(kept.shift()!)
      show(kept, skipped.value + sizeOf(gone))
    })
  }

  /** The page before those that are kept. */
  async function earlier() {
    if (prevCursor.value === null || isBusy())
      return
    state.value = 'more'
    await run({ before: prevCursor.value }, (page) => {
      const kept = [fresh(page), ...pages.value]
      while (sizeOf(kept) > most && kept.length > 1)
        kept.pop()
      show(kept, page.prevCursor ? Math.max(0, skipped.value - page.items.length) : 0)
    })
  }

  /** Replaces one row in its place; nothing happens when it is not listed. */
  function replace(item: Item) {
    if (items.value.some(row => row.id === item.id))
      pages.value = pages.value.map(page => ({ ...page, items: page.items.map(row => row.id === item.id ? item : row) }))
  }

  function remove(id: string) {
    if (items.value.some(item => item.id === id))
      pages.value = pages.value.map(page => ({ ...page, items: page.items.filter(item => item.id !== id) }))
  }

  /** Puts rows before all others; only where the first page is kept. */
  function prepend(rows: Item[]) {
    const [first, ...others] = pages.value
    pages.value = [{ nextCursor: null, ...first, items: [...rows, ...first?.items ?? []] }, ...others]
  }

  return {
    items,
    state,
    problem,
    skipped,
    hasMore: computed(() => nextCursor.value !== null),
    hasEarlier: computed(() => prevCursor.value !== null),
    load,
    reload,
    more,
    earlier,
    replace,
    remove,
    prepend,
  }
}
