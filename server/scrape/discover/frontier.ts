import type { ListingPage } from './listing-page.ts'
import { cleanUrl, isShopUrl, urlKey } from '../url/canonical.ts'
import { placeOf } from './pagination.ts'
import { pathHint } from './url-shape.ts'

/** Pages of one list without a new product after which the list is at its end. */
const barrenInList = 3
/** Lists without a new product after which the whole walk is. */
const barrenLists = 40
const deepest = 10
const mostQueued = 20_000

/** Arguments that sort, filter or show a list otherwise: the same products again. */
const viewArgument = /^(?:sort|order|orderby|order_by|dir|direction|view|mode|display|limit|per_page|perpage|pagesize|size|color|colour|farbe|min_price|max_price|price|filter|[fqs]|facet|search|query|currency|lang|___store|grid|variant|brand|material|availability|rating|add-to-cart|redirect|return|date|month|year|day)$|^(?:filter|pf_|refine|facet|fq|attr|attribute|tags?)\W?|\[/i
const calendar = /\/(?:19|20)\d\d[/-](?:0?[1-9]|1[0-2])(?:[/-]|$)|[?&](?:date|month|year|day|week)=/i
const nonPage = /\.(?:jpe?g|png|gif|webp|avif|svg|pdf|zip|mp4|mp3|css|js|json|xml|ico|docx?|xlsx?|csv)$/i
const nonList = /\/(?:account|customer|konto|login|logout|register|cart|basket|warenkorb|checkout|kasse|wishlist|compare|search|suche|contact|kontakt|about|about-us|impressum|imprint|privacy|datenschutz|terms|agb|legal|policies|blogs?|news|press|jobs|careers?|faq|help|wp-admin|wp-login\.php|cdn-cgi|add-to-cart|feed)(?:\/|\.html?$|\.php$|$)/i

/**
 * What is still to be visited: pages of the list at hand first, then further lists. Knows the traps of shops: sortings,
 * filters, calendars, page numbers without end, and lists that repeat.
 */
export function createFrontier(start: readonly string[], base: URL) {
  const pagesOfLists: string[] = []
  const lists: string[] = []
  const depths = new Map<string, number>()
  const queued = new Set<string>()
  const barren = new Map<string, number>()
  const prints = new Map<string, string>()
  const ended = new Set<string>()
  let listsInVain = 0
  let reason: string | null = null
  start.forEach(url => push(lists, url, 0))

  function push(queue: string[], url: string, depth: number): void {
    const clean = cleanUrl(url)
    // `/shoes` and `/shoes?page=1` are one page.
    const place = placeOf(urlKey(clean))
    const key = `${place.key} ${place.page}`
    if (queued.has(key) || queued.size >= mostQueued || depth > deepest)
      return
    queued.add(key)
    depths.set(clean, depth)
    queue.push(clean)
  }

  /** The next page to read, or null when all is done. */
  function next(): string | null {
    for (;;) {
      const url = pagesOfLists.shift() ?? lists.shift() ?? null
      if (url === null)
        return null
      if (listsInVain >= barrenLists && lists.length > 0) {
        reason = `stopped after ${barrenLists} lists without a new product`
        return null
      }
      if (!ended.has(placeOf(url).key))
        return url
    }
  }

  /** Takes the links of a page that has been read. */
  function add(page: ListingPage, from: string): void {
    const depth = (depths.get(from) ?? 0) + 1
    for (const url of page.pagination) {
      if (isShopUrl(url, base) && !isView(url))
        push(pagesOfLists, url, Math.min(depth, deepest))
    }
    const products = new Set([...page.cards.filter(card => card.hasPrice).map(card => card.url), ...page.listed])
    for (const url of page.links) {
      if (!products.has(url) && isList(url, base))
        push(lists, url, depth)
    }
  }

  /** How many products a page had that were new, and what was on it: pages without news, or the same again, end a list. */
  function told(url: string, fresh: number, print = ''): void {
    const { key, page } = placeOf(url)
    const isRepeat = print !== '' && prints.get(key) === print
    prints.set(key, print)
    const count = fresh > 0 && !isRepeat ? 0 : (barren.get(key) ?? 0) + 1
    barren.set(key, count)
    if (isRepeat || count >= barrenInList)
      ended.add(key)
    if (page === 1)
      listsInVain = fresh > 0 ? 0 : listsInVain + 1
  }

  return { next, add, told, reason: () => reason }
}

/** A link that may lead to another list of this shop. */
function isList(href: string, base: URL): boolean {
  const url = new URL(href)
  return isShopUrl(href, base) && !nonPage.test(url.pathname) && !nonList.test(url.pathname) && !calendar.test(href)
    && !isView(href) && pathHint(url) !== 'product' && isBelow(url, base)
}

/** A shop in a folder or a language is not left. */
function isBelow(url: URL, base: URL): boolean {
  const folder = /^\/[a-z]{2}(?:-[a-z]{2})?(?=\/|$)/i.exec(base.pathname)?.[0] ?? ''
  return url.pathname.startsWith(folder)
}

function isView(href: string): boolean {
  const names = [...new URL(href).searchParams.keys()]
  return names.some(name => viewArgument.test(name)) || names.length > 3
}
