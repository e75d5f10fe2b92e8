import type { DiscoveredProduct } from '../ports.ts'
import type { Candidate, Classifier } from './classifier.ts'
import type { ListingPage } from './listing-page.ts'
import type { DiscoverContext, Strategy, StrategyOutcome } from './strategy.ts'
import { cleanUrl, isShopUrl, urlKey } from '../url/canonical.ts'
import { createClassifier, hintOf } from './classifier.ts'
import { createFrontier } from './frontier.ts'
import { readListingPage } from './listing-page.ts'
import { commonFolders, urlShape } from './url-shape.ts'

const mostPages = 5000

/** Follows the shop's own lists: cards and JSON-LD lists of products, their pagination, and the categories of the menu. */
export const listing: Strategy = {
  name: 'listing',
  async* find(context): AsyncGenerator<DiscoveredProduct[], StrategyOutcome> {
    const start = context.shop.recipe?.listing?.start ?? []
    const frontier = createFrontier(start.length > 0 ? start : [context.base.href], context.base)
    const classifier = createClassifier(context)
    const known = new Set<string>()
    let pages = 0
    let failed = 0
    let waiting: ProductLink[] = []
    for (let next = frontier.next(); next !== null && pages < mostPages; next = frontier.next()) {
      const page = await read(context, next)
      if (page === null) {
        failed++
        frontier.told(next, 0)
        continue
      }
      pages++
      const links = productLinks(page, context).filter(link => !known.has(link.key))
      links.forEach(link => known.add(link.key))
      waiting.push(...links)
      frontier.add(page, next)
      frontier.told(next, links.length, page.print)
      // Judged when a few have come together: shapes show only in numbers.
      if (waiting.length >= 60 || pages === 1) {
        const batch = await accept(waiting, classifier)
        waiting = []
        context.progress(null, `listing: ${pages} pages read`)
        if (batch.length > 0)
          yield batch
      }
    }
    const last = await accept(waiting, classifier)
    if (last.length > 0)
      yield last
    const ended = frontier.reason()
    return { complete: failed === 0 && ended === null && pages < mostPages, note: `${pages} pages read${failed > 0 ? `, ${failed} could not be` : ''}${ended === null ? '' : `; ${ended}`}` }
  },
}

interface ProductLink extends Candidate { key: string }

type ReadListing = ListingPage & { url: string, print: string }

async function read(context: DiscoverContext, url: string): Promise<ReadListing | null> {
  try {
    const page = await context.client.page(url, { signal: context.signal })
    const listing = readListingPage(page.html, page.url)
    return { ...listing, url: page.url, print: [...listing.cards.map(card => card.url), ...listing.listed].join(' ') }
  }
  catch (error) {
    context.fail(url, error)
    return null
  }
}

/** Links that may lead to products: what the page lists itself, and its cards. */
function productLinks(page: ReadListing, { base }: DiscoverContext): ProductLink[] {
  const links = new Map<string, ProductLink>()
  const urls = [...page.listed, ...page.cards.map(card => card.url)].filter(url => isShopUrl(url, base)).map(url => new URL(url))
  const folders = commonFolders(urls)
  const priced = new Set(page.cards.filter(card => card.hasPrice).map(card => card.url))
  for (const url of urls) {
    const isOffer = priced.has(url.href) || page.listed.includes(url.href)
    const key = urlKey(url.href)
    const shape = `${isOffer ? 'offer' : 'link'} ${urlShape(url, folders)}`
    links.set(key, { key, url: cleanUrl(url.href), shape, hint: isOffer ? 'product' : hintOf(url, null) })
  }
  return [...links.values()]
}

async function accept(links: readonly ProductLink[], classifier: Classifier): Promise<DiscoveredProduct[]> {
  const products = await classifier.products(links)
  return products.map(({ key, url }) => ({ key, url, draft: {}, lastModified: null }))
}
