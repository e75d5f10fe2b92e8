import type { CountedPage, Page } from '../../server/contract/page.ts'
import type { ApiProblem } from '../api/problem.ts'
import { computed, ref, shallowRef } from 'vue'
import { isAbort, toProblem } from '../api/problem.ts'
import { newerOf } from './version.ts'

export type PagerState = 'idle' | 'loading' | 'ready' | 'more' | 'failed'
interface Place { cursor?: string, before?: string, limit?: number }
/** `place`: where it was read from. */
type Answer<Item> = Page<Item> & Partial<Pick<CountedPage<Item>, 'prevCursor' | 'count'>> & { place?: Place }

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

  async function run<Got>(read: (signal: AbortSignal) => Promise<Got>, take: (got: Got) => void) {
    controller?.abort()
    const mine = controller = new AbortController()
    looking.value = false
    try {
      const got = await read(mine.signal)
      if (mine.signal.aborted)
        return
      take(got)
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
    let found = place
    for (let passed = 0; page.items.length === 0 && passed < mostEmpty && !signal.aborted; passed++) {
      const next = place.before === undefined ? page.nextCursor : page.prevCursor
      if (!next)
        break
      looking.value = true
      found = { ...(place.before === undefined ? { cursor: next } : { before: next }), ...(later && { limit: later }) }
      page = await fetchPage({ ...query, ...found }, signal)
    }
    // Between what is kept and this page there is nothing: its near end is that of the page asked for.
    return { ...page, ...(place.before === undefined ? { prevCursor: asked.prevCursor } : { nextCursor: asked.nextCursor }), place: found }
  }

  /** First page of `next`. Rows of the last query stay until the new ones are here, unless `clear`. */
  async function load(next: Query, { clear = false } = {}) {
    query = next
    if (clear) {
      show([], 0)
      total.value = null
    }
    state.value = 'loading'
    await run(signal => fetchSome({}, signal), page => show([page], 0))
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
    const place = { cursor: nextCursor.value, ...(later && { limit: later }) }
    await run(signal => fetchSome(place, signal), (page) => {
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
    const place = { before: prevCursor.value, ...(later && { limit: later }) }
    await run(signal => fetchSome(place, signal), (page) => {
      const kept = [fresh(page), ...pages.value]
      while (sizeOf(kept) > most && kept.length > 1)
        kept.pop()
      show(kept, page.prevCursor ? Math.max(0, skipped.value - page.items.length) : 0)
    })
  }

  /**
   * Reads all rows that are kept once more: they change where they stand, and what is gone goes, however far down the
   * viewer is. @returns rows that are new by `isNew`, which are left out: showing them would move the others
   */
  async function refresh(isNew: (item: Item) => boolean = () => false): Promise<Item[]> {
    const fresh: Item[] = []
    if (pages.value.length === 0) {
      await reload()
      return fresh
    }
    state.value = 'loading'
    const known = new Set(items.value.map(({ id }) => id))
    const isListed = (item: Item) => known.has(item.id) || !isNew(item)
    await run(signal => fetchKept(known.size, isListed, signal), (kept) => {
      const all = merged(kept, items.value)
      fresh.push(...all.flatMap(page => page.items.filter(item => !isListed(item))))
      show(all.map(page => ({ ...page, items: page.items.filter(isListed) })), kept[0]!.prevCursor ? skipped.value : 0)
    })
    return fresh
  }

  /** From where the first kept row was read on, until as many of the listed ones are there. */
  async function fetchKept(size: number, isListed: (item: Item) => boolean, signal: AbortSignal): Promise<Answer<Item>[]> {
    const kept = [await fetchSome(pages.value[0]!.place ?? {}, signal)]
    const isShort = () => kept.flatMap(page => page.items.filter(isListed)).length < size
    for (let next = kept[0]!.nextCursor; next && !signal.aborted && isShort(); next = kept.at(-1)!.nextCursor)
      kept.push(await fetchSome({ cursor: next, ...(later && { limit: later }) }, signal))
    return kept
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
    refresh,
    more,
    earlier,
    replace,
    remove,
    prepend,
  }
}

/** Pages that were read once more, each row once, and as it is now where it has changed by push meanwhile. */
function merged<Item extends { id: string }>(pages: Answer<Item>[], now: readonly Item[]): Answer<Item>[] {
  const current = new Map(now.map(item => [item.id, item]))
  const once = new Set<string>()
  return pages.map(page => ({ ...page, items: page.items.filter(({ id }) => !once.has(id) && once.add(id)).map(item => newerOf(item, current.get(item.id))) }))
}
