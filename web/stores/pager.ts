import type { CountedPage, Page } from '../../server/contract/page.ts'
import type { ApiProblem } from '../api/problem.ts'
import { computed, ref, shallowRef } from 'vue'
import { isAbort, toProblem } from '../api/problem.ts'

export type PagerState = 'idle' | 'loading' | 'ready' | 'more' | 'failed'
type Answer<Item> = Page<Item> & Partial<Pick<CountedPage<Item>, 'prevCursor' | 'count'>>
interface Place { cursor?: string, before?: string, limit?: number }

/** Of a long list: rows further away than this are read again when they are scrolled to, so that the tab stays small; and the first page is small, so that it is there at once. */
export const longList = { most: 1000, later: 100 } as const
/** How many pages without a row are passed over for one that is asked for; each is a bounded piece of work of the server. */
const mostEmpty = 20

/**
 * Keyset paging over one REST list. A newer `load` aborts an older one, so that the rows always belong to the query
 * asked for last; `more` appends and drops rows already there (one may have moved between two pages). Of a list that
 * can be read both ways, `most` bounds the rows that are kept: pages go at the far end, `earlier` brings them back.
 * `later` is the size of all pages but the first. A page may have no row though others follow: the next ones are read,
 * a bounded number of them.
 */
export function createPager<Query extends object, Item extends { id: string }>(
  fetchPage: (query: Query & Place, signal: AbortSignal) => Promise<Answer<Item>>,
  { most = Infinity, later }: { most?: number, later?: number } = {},
) {
  const pages = shallowRef<Answer<Item>[]>([])
  const state = ref<PagerState>('idle')
  const problem = shallowRef<ApiProblem | null>(null)
  /** Rows before the first one that is kept. */
  const skipped = ref(0)
  /** The page asked for had no row; those after it are looked through. */
  const looking = ref(false)
  /** How many rows match, as of the first page: exactly, or at least so many. */
  const total = shallowRef<CountedPage<Item>['count']>(null)
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
    looking.value = false
    try {
      const page = await fetchSome(place, mine.signal)
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
    looking.value = false
  }

  /** The page at `place`, or the next one on the way that has a row. */
  async function fetchSome(place: Place, signal: AbortSignal): Promise<Answer<Item>> {
    const asked = await fetchPage({ ...query, ...place }, signal)
    if (!signal.aborted && asked.count)
      total.value = asked.count
    let page = asked
    for (let passed = 0; page.items.length === 0 && passed < mostEmpty && !signal.aborted; passed++) {
      const next = place.before === undefined ? page.nextCursor : page.prevCursor
      if (!next)
        break
      looking.value = true
      page = await fetchPage({ ...query, ...(place.before === undefined ? { cursor: next } : { before: next }), ...(later && { limit: later }) }, signal)
    }
    // Between what is kept and this page there is nothing: its near end is that of the page asked for.
    return place.before === undefined ? { ...page, prevCursor: asked.prevCursor } : { ...page, nextCursor: asked.nextCursor }
  }

  /** First page of `next`. Rows of the last query stay until the new ones are here, unless `clear`. */
  async function load(next: Query, { clear = false } = {}) {
    query = next
    if (clear) {
      show([], 0)
      total.value = null
    }
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
    await run({ cursor: nextCursor.value, ...(later && { limit: later }) }, (page) => {
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
    await run({ before: prevCursor.value, ...(later && { limit: later }) }, (page) => {
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
    looking,
    total,
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
