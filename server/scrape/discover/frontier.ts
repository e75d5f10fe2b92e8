import type { Scope } from './scope.ts'
import { z } from 'zod'
import { tell, Telling } from '../../contract/told.ts'
import { cleanUrl, isShopUrl, urlKey } from '../url/canonical.ts'
import { isView, mayBeList } from './link-rules.ts'
import { namesPage, placeOf } from './pagination.ts'

/** Pages of one list that show nothing new of this list, after which it is at its end. */
const barrenPages = 3
/** Lists in a row that show no product that was not known, after which the rest is left alone. */
const barrenLists = 40
const deepest = 10
const mostQueued = 20_000
/** A list with so many products and no way to a second page may keep that way in its scripts: `?page=2` is tried. */
const probeFrom = 8

/** What a page of a list showed. */
export interface ListedPage {
  url: string
  /** Keys of the products on it. */
  products: readonly string[]
  /** How many of them the run had not met before. */
  fresh: number
  pagination: readonly string[]
  links: readonly string[]
}

interface List {
  products: Set<string>
  barren: number
  hasEnded: boolean
}

const Visit = z.object({ url: z.string(), depth: z.number().int(), isProbe: z.boolean() })
type Visit = z.infer<typeof Visit>

/** Where a frontier stands between two pages. */
export const FrontierState = z.object({
  pages: z.array(Visit),
  lists: z.array(Visit),
  queued: z.array(z.string()),
  known: z.array(z.object({ key: z.string(), products: z.array(z.string()), barren: z.number().int(), hasEnded: z.boolean() })),
  listsInVain: z.number().int(),
  reason: Telling.nullable(),
})
export type FrontierState = z.infer<typeof FrontierState>

/**
 * What is still to be visited: pages of the list at hand first, then further lists. Knows the traps of shops: sortings,
 * filters, calendars, circles of paths, page numbers without end, and pages that repeat.
 */
export function createFrontier(start: readonly string[], base: URL, scope: Scope, before: FrontierState | null = null) {
  const pages: Visit[] = before?.pages ?? []
  const lists: Visit[] = before?.lists ?? []
  const queued = new Set<string>(before?.queued)
  const known = new Map<string, List>(before?.known.map(({ key, products, barren, hasEnded }) => [key, { products: new Set(products), barren, hasEnded }]))
  let current: Visit | null = null
  let listsInVain = before?.listsInVain ?? 0
  let reason: Telling | null = before?.reason ?? null
  const starts = new Set(start.map(cleanUrl))
  start.forEach(url => push(lists, { url, depth: 0, isProbe: false }))

  function push(queue: Visit[], visit: Visit): void {
    const url = cleanUrl(visit.url)
    // `/shoes` and `/shoes?page=1` are one page.
    const place = placeOf(urlKey(url))
    const key = `${place.key} ${place.page}`
    if (queued.has(key) || visit.depth > deepest)
      return
    if (queued.size >= mostQueued)
      reason ??= tell('too-many-pages', { n: mostQueued })
    else
      queue.push({ ...visit, url })
    queued.add(key)
  }

  /** The next page to read, or null when all is done. */
  function next(): string | null {
    for (;;) {
      if (pages.length === 0 && lists.length > 0 && listsInVain >= barrenLists) {
        reason ??= tell('lists-in-vain', { n: barrenLists })
        return null
      }
      current = pages.shift() ?? lists.shift() ?? null
      if (current === null)
        return null
      const list = known.get(placeOf(current.url).key)
      if (!list?.hasEnded)
        return current.url
      if (!current.isProbe && list.barren >= barrenPages)
        reason ??= tell('list-without-end', { what: placeOf(current.url).key })
    }
  }

  /** Takes what the page last given out showed; a page that could not be read showed nothing. */
  function told(page: ListedPage): void {
    const visit = current ?? { url: page.url, depth: 0, isProbe: false }
    const place = placeOf(visit.url)
    const list = known.get(place.key) ?? { products: new Set<string>(), barren: 0, hasEnded: false }
    known.set(place.key, list)
    const before = list.products.size
    page.products.forEach(key => list.products.add(key))
    const isBarren = list.products.size === before
    list.barren = isBarren ? list.barren + 1 : 0
    list.hasEnded ||= list.barren >= barrenPages || (visit.isProbe && isBarren)
    if (place.page <= 1)
      listsInVain = page.fresh > 0 ? 0 : listsInVain + 1

    const further = furtherPages(page.pagination.filter(url => isShopUrl(url, base)))
    for (const url of further)
      push(pages, { url, depth: visit.depth, isProbe: false })
    const leadsOn = further.some(url => placeOf(url).page > place.page)
    if (!leadsOn && page.products.length >= probeFrom && !isBarren && (visit.isProbe || (place.page === 1 && further.length === 0)))
      push(pages, { url: pageAfter(visit.url, place.page), depth: visit.depth, isProbe: true })
    const products = new Set(page.products)
    for (const url of page.links) {
      if (!products.has(urlKey(url)) && mayBeList(url, base, scope))
        push(lists, { url, depth: visit.depth + 1, isProbe: false })
    }
  }

  /** Which products a list has shown matters only while pages of it are to come. */
  function state(): FrontierState {
    const open = new Set(pages.map(visit => placeOf(visit.url).key))
    return {
      pages: [...pages],
      lists: [...lists],
      queued: [...queued],
      known: [...known].map(([key, { products, barren, hasEnded }]) => ({ key, products: open.has(key) ? [...products] : [], barren, hasEnded })),
      listsInVain,
      reason,
    }
  }

  return {
    next,
    told,
    state,
    /** Whether the page last given out was only guessed at. */
    isProbing: (): boolean => current?.isProbe ?? false,
    /** Whether the page last given out is where the run set out from, not a link that it has met. */
    isStart: (): boolean => current !== null && starts.has(current.url),
    reason: () => reason,
  }
}

/** Some shops name a page of a list only together with how it is sorted (`?q=:relevance&page=1`). */
function furtherPages(pagination: readonly string[]): readonly string[] {
  const plain = pagination.filter(url => !isView(url))
  return plain.length > 0 ? plain : pagination.filter(namesPage)
}

function pageAfter(href: string, page: number): string {
  const url = new URL(href)
  url.searchParams.set('page', String(page + 1))
  return url.href
}
