import type { DiscoveredProduct } from '../ports.ts'
import type { Candidate } from './classifier.ts'
import type { ListingPage } from './listing-page.ts'
import type { DiscoverContext, Strategy, StrategyOutcome } from './strategy.ts'
import { z } from 'zod'
import { tell } from '../../contract/told.ts'
import { ScrapeError } from '../../errors.ts'
import { cleanUrl, isShopUrl, urlKey } from '../url/canonical.ts'
import { createClassifier, hintOf, Learned } from './classifier.ts'
import { resumedState } from './cursor.ts'
import { createFrontier, FrontierState } from './frontier.ts'
import { handlesNotIn, patternOf } from './handles.ts'
import { commonFolders, urlShape } from './url-shape.ts'

const mostPages = 5000
/** Links are judged when some have come together: shapes show only in numbers. */
const judgedTogether = 60
/** Products that the pages' data names without an address. */
const mostUndrawn = 20_000
const looksAtUndrawn = 3

const State = z.object({ frontier: FrontierState, learned: Learned, pages: z.number().int(), failed: z.number().int(), gone: z.number().int().default(0), undrawn: z.array(z.string()).default([]) })
type State = z.infer<typeof State>

/** Follows the shop's own lists: cards and JSON-LD lists of products, their pagination, and the categories of the menu. */
export const listing: Strategy = {
  name: 'listing',
  async* find(context): AsyncGenerator<DiscoveredProduct[], StrategyOutcome> {
    const stopped = resumedState(context, State)
    const starts = context.shop.recipe?.listing?.start ?? []
    const frontier = createFrontier(starts.length > 0 ? starts : [context.base.href], context.base, context.scope, stopped?.frontier)
    const classifier = createClassifier(context, stopped?.learned)
    const met = new Set<string>()
    const yielded = new Set<string>()
    const addresses: string[] = []
    let waiting: ProductLink[] = []
    let { pages, failed, gone } = stopped ?? { pages: 0, failed: 0, gone: 0 }
    const undrawn = new Set(stopped?.undrawn)
    for (let url = frontier.next(); url !== null && pages + failed < mostPages; url = frontier.next()) {
      const page = await read(context, url, frontier.isStart())
      if (page === 'gone' && !frontier.isProbing())
        gone++
      if (typeof page !== 'string')
        page.undrawn.slice(0, mostUndrawn - undrawn.size).forEach(handle => undrawn.add(handle))
      const links = typeof page === 'string' ? [] : productLinks(page, context)
      const fresh = links.filter(link => !met.has(link.key) && !(stopped && context.isMet(link.url)))
      fresh.forEach(link => met.add(link.key))
      waiting.push(...fresh)
      frontier.told({ url, products: links.map(link => link.key), fresh: fresh.length, ...typeof page === 'string' ? { pagination: [], links: [] } : { pagination: page.pagination, links: page.links } })
      if (page === 'unread') {
        failed++
        continue
      }
      if (page !== 'gone')
        pages++
      if (waiting.length >= judgedTogether || pages === 1) {
        const batch = once(await classifier.products(waiting), classifier.addressOf, yielded)
        waiting = []
        context.progress(null, tell('reading-lists', { n: pages }))
        context.mark({ frontier: frontier.state(), learned: classifier.learned(), pages, failed, gone, undrawn: [...undrawn] } satisfies State)
        addresses.push(...batch.map(product => product.url))
        if (batch.length > 0)
          yield batch
      }
    }
    const last = once(await classifier.products(waiting), classifier.addressOf, yielded)
    addresses.push(...last.map(product => product.url))
    last.push(...once(await undrawnLinks(undrawn, addresses, classifier.isProduct), classifier.addressOf, yielded))
    if (last.length > 0)
      yield last
    const reason = pages + failed >= mostPages ? tell('stopped-after-pages', { n: mostPages }) : frontier.reason()
    const missing = handlesNotIn([...addresses, ...last.map(product => product.url)], undrawn).length
    return { complete: failed === 0 && missing === 0 && reason === null, told: [tell('pages-read', { n: pages }), ...failed > 0 ? [tell('pages-unread', { n: failed })] : [], ...gone > 0 ? [tell('pages-gone', { n: gone })] : [], ...missing > 0 ? [tell('lists-by-scripts', { n: missing })] : [], ...reason ? [reason] : []] }
  },
}

/** Products of lists that only scripts draw, where others show how their addresses are made: some are looked at before all are believed. */
async function undrawnLinks(undrawn: ReadonlySet<string>, addresses: readonly string[], isProduct: (url: string) => Promise<boolean | null>): Promise<ProductLink[]> {
  const pattern = patternOf(addresses, undrawn)
  if (pattern === null)
    return []
  const links = handlesNotIn(addresses, undrawn).map((handle): ProductLink => {
    const url = `${pattern.before}${encodeURIComponent(handle)}${pattern.behind}`
    return { key: urlKey(url), url, shape: 'undrawn', hint: 'product' }
  })
  for (const link of links.slice(0, looksAtUndrawn)) {
    if (await isProduct(link.url) !== true)
      return []
  }
  return links
}

interface ProductLink extends Candidate { key: string }

/** Each product once, though every list that it is in may lead to it by an address of its own. */
function once(links: readonly ProductLink[], addressOf: (link: ProductLink) => string, yielded: Set<string>): DiscoveredProduct[] {
  return links.flatMap((link) => {
    const url = addressOf(link)
    const key = urlKey(url)
    if (yielded.has(key))
      return []
    yielded.add(key)
    return [{ key, url, draft: {}, lastModified: null }]
  })
}

/** A page that a link of the shop or a guess leads to may have been taken away, and its list with it; where the run sets out from there is one. */
async function read(context: DiscoverContext, url: string, isStart: boolean): Promise<ListingPage | 'gone' | 'unread'> {
  const { front, client, readListing, signal } = context
  try {
    const page = front.page && cleanUrl(front.page.url) === url ? front.page : await client.page(url, { signal })
    return await readListing(page)
  }
  catch (error) {
    if (!isStart && error instanceof ScrapeError && (error.status === 404 || error.status === 410))
      return 'gone'
    context.fail(url, error)
    return 'unread'
  }
}

/** Links that may lead to products: what the page lists itself, and its cards. Those with a price, or listed, are judged apart from the rest. */
function productLinks({ listed, cards }: ListingPage, { base }: DiscoverContext): ProductLink[] {
  const offered = new Set([...listed, ...cards.filter(card => card.hasPrice).map(card => card.url)])
  const urls = [...new Set([...listed, ...cards.map(card => card.url)])].filter(url => isShopUrl(url, base)).map(url => new URL(url))
  const folders = commonFolders(urls)
  const links = new Map<string, ProductLink>()
  for (const url of urls) {
    const isOffered = offered.has(url.href)
    const key = urlKey(url.href)
    const shape = `${isOffered ? 'offered ' : ''}${urlShape(url, folders)}`
    if (isOffered || !links.has(key))
      links.set(key, { key, url: cleanUrl(url.href), shape, hint: isOffered ? 'product' : hintOf(url, null) })
  }
  return [...links.values()]
}
